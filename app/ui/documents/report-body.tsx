import type { ReactNode } from "react";
import type { ReadinessReport } from "#app/domain/reports/readiness-report.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { sentenceCase } from "#app/strings/format.ts";
import { say } from "#app/strings/say.ts";
import { Figure } from "../figures/figure.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { DutiesPart } from "./duties-part.tsx";
import { ExposurePart } from "./exposure-part.tsx";
import { PlanPart } from "./plan-part.tsx";
import { ReadinessPart } from "./readiness-part.tsx";
import { SourcesPart } from "./sources-part.tsx";
import { VisibilityPart } from "./visibility-part.tsx";

/** A summary that a model drafted, and which. */
export type Drafted = { readonly paragraphs: readonly string[]; readonly draftedBy: string };

type ReportBodyProps = {
  report: ReadinessReport;
  drafted: Drafted | null;
  /** False where the page around it has the heading already. */
  heading?: boolean;
};

/** A whole report: the answer, one page of summary, then every part with its sources. */
export function ReportBody({ report, drafted, heading = true }: ReportBodyProps) {
  const t = useText(reportText);
  const f = useFormat();
  const paragraphs = drafted?.paragraphs ?? report.summary.map((line) => say(reportText, f, line));
  return (
    <article className="report">
      {heading ? (
        <header>
          <p className="quiet">
            {t("reportTitle")}
            {" · "}
            {t("preparedFor", { organization: report.organization, date: f.longDate(report.asOf) })}
          </p>
          <h1>{say(reportText, f, report.headline)}</h1>
        </header>
      ) : null}
      <section>
        <h2>{t("summaryTitle")}</h2>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {drafted === null ? null : <p className="quiet">{t("drafted", { model: drafted.draftedBy })}</p>}
        <KeyTable report={report} />
        <ThreeLists report={report} />
      </section>
      {report.readiness === null ? null : <ReadinessPart report={report} />}
      {report.exposure === null ? null : <ExposurePart exposure={report.exposure} />}
      {report.duties === null ? null : <DutiesPart duties={report.duties} />}
      {report.visibility === null ? null : <VisibilityPart visibility={report.visibility} />}
      {report.plan === null ? null : <PlanPart plan={report.plan} changed={report.changed} asOf={report.asOf} />}
      <SourcesPart sources={report.sources} />
    </article>
  );
}

function KeyTable({ report: { readiness, exposure, duties, visibility } }: { report: ReadinessReport }) {
  const t = useText(reportText);
  const f = useFormat();
  const cells: readonly (readonly [string, ReactNode])[] = [
    [t("readiness"), <Figure key="r" estimate={readiness?.score ?? null} unit="points" />],
    [t("hoursExposed"), <Figure key="e" estimate={exposure?.score ?? null} unit="share" />],
    [t("dutiesTitle"), duties === null ? t("not") : `${f.number(duties.inForce)} · ${f.number(duties.upcoming)}`],
    [t("aiSearch"), <Figure key="v" estimate={visibility?.score ?? null} unit="points" />],
  ];
  return (
    <table className="data-table key-table">
      <thead>
        <tr>
          {cells.map(([label]) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {cells.map(([label, content]) => (
            <td key={label}>{content}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** Three strengths, three blockers and the three first actions: what fits on one page. */
function ThreeLists({ report: { strengths, blockers, plan } }: { report: ReadinessReport }) {
  const t = useText(reportText);
  const f = useFormat();
  const actions = plan?.actions.slice(0, 3) ?? [];
  return (
    <>
      <h3>{t("strengthsTitle")}</h3>
      {strengths.length === 0 ? <p>{t("noStrengths")}</p> : <List lines={strengths.slice(0, 3)} />}
      <h3>{t("blockersTitle")}</h3>
      {blockers.length === 0 ? (
        <p>{t("noBlockersLong")}</p>
      ) : (
        <List
          lines={blockers
            .slice(0, 3)
            .map(({ title, because, unblock }) => `${sentenceCase(title)}. ${because} ${t("unblock", { unblock })}`)}
        />
      )}
      <h3>{t("actionsTitle")}</h3>
      {plan === null || actions.length === 0 ? (
        <p>{t("noActions")}</p>
      ) : (
        <List
          lines={actions.map(({ title, owner, finish, cost, monthly }) => {
            const money = (amount: number) => f.moneyShort({ amount, currency: plan.currency });
            const worth = `${money(monthly.value)} (${money(monthly.low)} – ${money(monthly.high)})`;
            return `${title}. ${t("worth")}: ${worth}. ${t("cost")}: ${money(cost)}. ${t("owner")}: ${owner}. ${t("by")}: ${f.date(finish)}.`;
          })}
        />
      )}
    </>
  );
}

function List({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
