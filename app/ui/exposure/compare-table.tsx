import type { ComparedScenario } from "#app/domain/exposure/scenario-view.ts";
import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { scenariosText } from "#app/strings/en/scenarios.ts";
import { Badge } from "../controls/badge.tsx";
import { Figure } from "../figures/figure.tsx";
import { ScrollRegion } from "../tables/scroll-region.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { adoptionParameters, adoptionWords } from "./adoption-table.tsx";
import { roundedEstimate } from "./rounded.ts";

const shares = ["score", "automatable", "augmentable"] as const;

/** Scenarios as columns: shares with their differences to the first, hours and pay, and what each assumes. */
export function CompareTable({ compared, base }: { compared: readonly ComparedScenario[]; base: string }) {
  const t = useText(scenariosText);
  const names = useText(exposureText);
  const f = useFormat();
  const last = ({ result }: ComparedScenario) => result.timeline.points.at(-1);
  return (
    <ScrollRegion label={t("compareSame")} narrowOnly={false}>
      <table className="data-table">
        <caption className="sr-only">{t("compareSame")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("measure")}</th>
            {compared.map(({ id, name, stale }) => (
              <th key={id} scope="col" className="min-w-40">
                <a className="link" href={`${base}/${id}`}>
                  {name}
                </a>{" "}
                {stale ? <Badge tone="warn">{t("stale")}</Badge> : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shares.map((share) => (
            <tr key={share}>
              <th scope="row">{names(share)}</th>
              {compared.map((scenario, at) => (
                <td key={scenario.id}>
                  <Figure estimate={scenario.result.totals?.[share] ?? null} unit="share" absent="not-assessable" />
                  {at === 0 ? null : <Difference of={scenario.difference[share]} />}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t("exposedHours")}</th>
            {compared.map(({ id, result }) => (
              <td key={id}>
                <Figure
                  estimate={result.totals === null ? null : roundedEstimate(result.totals.hoursExposed)}
                  unit="count"
                  absent="not-assessable"
                />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t("hoursLast")}</th>
            {compared.map((scenario) => {
              const hours = last(scenario)?.hours;
              return (
                <td key={scenario.id}>
                  <Figure estimate={hours === undefined ? null : roundedEstimate(hours)} unit="count" />
                </td>
              );
            })}
          </tr>
          <tr>
            <th scope="row">{t("payQuarter")}</th>
            {compared.map((scenario) => (
              <td key={scenario.id}>
                <Figure
                  estimate={last(scenario)?.pay ?? null}
                  unit={{ currency: scenario.result.currency }}
                  absent="not-measured"
                />
              </td>
            ))}
          </tr>
          {adoptionParameters.map(({ name, share }) => (
            <tr key={name}>
              <th scope="row">{t(name)}</th>
              {compared.map(({ id, result }) => (
                <td key={id}>
                  {result.timeline.adoption === undefined
                    ? ""
                    : adoptionWords(f, result.timeline.adoption[name], share)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Difference({ of }: { of: Estimate | null }) {
  const t = useText(scenariosText);
  const f = useFormat();
  const points = (share: number) => f.number(share * 100, 1).replace("-", "−");
  return (
    <span className="block text-caption text-ink-soft">
      {of === null
        ? t("noDifference")
        : t("difference", { points: points(of.value), low: points(of.low), high: points(of.high) })}
    </span>
  );
}
