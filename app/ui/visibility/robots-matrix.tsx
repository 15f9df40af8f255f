import type { MatrixRow, RobotsReport } from "#app/domain/visibility/visibility-audit.ts";
import { visibilityText } from "#app/strings/en/visibility.ts";
import { StateMatrix } from "../charts/state-matrix.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useText } from "../text/use-text.ts";
import { pathOf, purposeWords } from "./marks.tsx";

type RobotsMatrixProps = {
  report: RobotsReport /** Search agents of the engines that are scored. */;
  scored: readonly string[];
};

/** Search agents against pages, then every agent of the registry behind a disclosure. */
export function RobotsMatrix({ report, scored }: RobotsMatrixProps) {
  const t = useText(visibilityText);
  const engines = report.rows.filter((row) => scored.includes(row.agent));
  return (
    <>
      <p className="mb-2 text-ink-soft">{report.detail}</p>
      <StateMatrix
        title={t("robots")}
        description={t("robotsNote")}
        corner={t("page")}
        columns={engines.map((row) => row.agent)}
        rows={report.pages.map((page, at) => ({
          label: pathOf(page),
          cells: engines.map((row) =>
            row.allowed[at] === true
              ? { state: "good" as const, word: t("allowed") }
              : { state: "bad" as const, word: t("blocked") },
          ),
        }))}
      />
      {report.notes.length === 0 ? null : (
        <div className="mt-3">
          <h3 className="font-semibold">{t("robotsNotes")}</h3>
          <ul className="list-disc pl-5">
            {report.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      )}
      <Disclosure summary={t("allAgents", { count: report.rows.length })}>
        <DataTable
          caption={t("allAgents", { count: report.rows.length })}
          rows={report.rows}
          rowKey={(row) => row.agent}
          columns={[
            { key: "agent", header: t("agent"), cell: (row) => row.agent },
            { key: "operator", header: t("operator"), wideOnly: true, cell: (row) => row.operator ?? "" },
            { key: "purpose", header: t("purpose"), cell: (row) => t(purposeWords[row.purpose]) },
            { key: "allowed", header: t("allowedOn"), cell: (row) => t("ofPages", counts(row)) },
            { key: "rule", header: t("rule"), wideOnly: true, cell: (row) => <code>{row.rule ?? t("noRule")}</code> },
          ]}
        />
      </Disclosure>
    </>
  );
}

function counts(row: MatrixRow) {
  return { allowed: row.allowed.filter(Boolean).length, pages: row.allowed.length };
}
