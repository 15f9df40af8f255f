import type { ExposureTotals, Timeline } from "#app/domain/exposure/exposure-assessment.ts";
import type { OneScenario } from "#app/domain/exposure/scenario-view.ts";
import type { WhatIf } from "#app/domain/exposure/what-if.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { Figure, FigureCard } from "../figures/figure.tsx";
import { KeyFigures } from "../layout/page.tsx";
import { ScrollRegion } from "../tables/scroll-region.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { roundedEstimate } from "./rounded.ts";

type ScenarioFiguresProps = { totals: ExposureTotals; timeline: Timeline; currency: string };

/** The four figures of a kept scenario. */
export function ScenarioFigures({ totals, timeline, currency }: ScenarioFiguresProps) {
  const t = useText(scenariosText);
  const names = useText(exposureText);
  const f = useFormat();
  const last = timeline.points.at(-1);
  return (
    <KeyFigures>
      <FigureCard label={t("exposed")} estimate={totals.score} unit="share">
        {names("ofHours", {
          automatable: f.share(totals.automatable.value),
          augmentable: f.share(totals.augmentable.value),
        })}
      </FigureCard>
      <FigureCard label={t("exposedHours")} estimate={roundedEstimate(totals.hoursExposed)} unit="count" />
      {last === undefined ? null : (
        <FigureCard
          label={t("lastQuarter", { quarter: last.quarter.replace("-", " ") })}
          estimate={roundedEstimate(last.hours)}
          unit="count"
        />
      )}
      <FigureCard label={names("payroll")} estimate={totals.payrollExposed} unit={{ currency }}>
        {totals.payrollExposed === null ? names("payUnknown") : names("payKnown", { share: f.share(totals.payKnown) })}
      </FigureCard>
    </KeyFigures>
  );
}

type SwitchesProps = { parameters: WhatIf; roleNames: Readonly<Record<string, string>> };

/** The circumstances a scenario changes, in words. */
export function Switches({ parameters: { gates }, roleNames }: SwitchesProps) {
  const t = useText(scenariosText);
  const names = useText(exposureText);
  if (gates.length === 0) return <p>{t("noSwitch")}</p>;
  return (
    <ul className="list-disc pl-5">
      {gates.map(({ gate, on, where }) => (
        <li key={gate}>
          {t(on ? "switchOn" : "switchOff", {
            gate: names(gate),
            where:
              where.kind === "all"
                ? t("everyone")
                : where.kind === "department"
                  ? where.department
                  : (roleNames[where.role] ?? t("someRole")),
          })}
        </li>
      ))}
    </ul>
  );
}

/** What a scenario said each time it was computed. */
export function ScenarioHistory({ history }: { history: OneScenario["history"] }) {
  const t = useText(scenariosText);
  const f = useFormat();
  return (
    <ScrollRegion label={t("history")}>
      <table className="data-table">
        <caption className="sr-only">{t("history")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("computed")}</th>
            <th scope="col">{t("knowledge")}</th>
            <th scope="col" className="end">
              {t("exposed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {history.map(({ id, at, knowledgeVersion, score }) => (
            <tr key={id}>
              <th scope="row" className="font-normal">
                {f.date(at.slice(0, 10))}
              </th>
              <td>{knowledgeVersion}</td>
              <td className="end">
                <Figure estimate={score} unit="share" absent="not-assessable" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
