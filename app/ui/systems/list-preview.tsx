import type { SystemProblem } from "#app/domain/compliance/inventory/read-systems.ts";
import { systemImportText } from "#app/strings/en/system-import.ts";
import { Badge } from "../controls/badge.tsx";
import { LinkButton } from "../controls/button.tsx";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { listProblem } from "./list-words.ts";

type Row = {
  readonly line: number;
  readonly name: string;
  readonly vendor: string | null;
  readonly template: string | null;
  readonly answers: number;
  readonly prefilled: number;
  readonly same: { readonly name: string; readonly id: string } | { readonly line: number } | null;
  readonly would: "add" | "fill" | "skip";
};

const tones = { add: "good", fill: "accent", skip: "quiet" } as const;

/** What would come of each row that could be read. */
export function ListPreview({ rows, count, base }: { rows: readonly Row[]; count: number; base: string }) {
  const t = useText(systemImportText);
  const f = useFormat();
  if (rows.length === 0) return null;
  return (
    <Panel title={t("rowsTitle")}>
      <DataTable
        caption={t("rowsTitle")}
        rows={rows}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: "line", header: t("line"), align: "end", cell: (row) => f.number(row.line) },
          { key: "name", header: t("name"), cell: (row) => row.name },
          { key: "vendor", header: t("vendor"), wideOnly: true, cell: (row) => row.vendor ?? "" },
          {
            key: "template",
            header: t("fromCatalogue"),
            wideOnly: true,
            cell: (row) =>
              row.template === null ? (
                <span className="text-ink-soft">{t("noTemplate")}</span>
              ) : (
                t("template_of", { tool: row.template, count: row.prefilled })
              ),
          },
          { key: "answers", header: t("answers"), align: "end", wideOnly: true, cell: (row) => f.number(row.answers) },
          {
            key: "would",
            header: t("happens"),
            cell: (row) => (
              <>
                <Badge tone={tones[row.would]}>{t(`would_${row.would}`)}</Badge> <Same same={row.same} base={base} />
              </>
            ),
          },
        ]}
      />
      {rows.length < count ? (
        <p className="pt-2 text-caption text-ink-soft">{t("moreRows", { shown: rows.length, count })}</p>
      ) : null}
    </Panel>
  );
}

function Same({ same, base }: { same: Row["same"]; base: string }) {
  const t = useText(systemImportText);
  if (same === null) return null;
  if ("line" in same) return <span className="text-ink-soft">{t("sameFile", { line: same.line })}</span>;
  return (
    <a className="link" href={`${base}/systems/${same.id}`}>
      {t("sameExisting", { name: same.name })}
    </a>
  );
}

type BadRow = { readonly line: number; readonly problems: readonly SystemProblem[]; readonly cells: string };

/** Rows that cannot be read, each with the columns that stand in the way, and the file to mend them in. */
export function ListBadRows({ rows, count }: { rows: readonly BadRow[]; count: number }) {
  const t = useText(systemImportText);
  const f = useFormat();
  if (count === 0) return null;
  return (
    <Panel title={t("badTitle", { count })}>
      <p className="mb-3 text-ink-soft">{t("badLead")}</p>
      <p className="mb-3">
        <LinkButton to="bad-rows" variant="quiet" document>
          {t("badDownload")}
        </LinkButton>
      </p>
      <DataTable
        caption={t("badTitle", { count })}
        rows={rows}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: "line", header: t("line"), align: "end", cell: (row) => f.number(row.line) },
          {
            key: "reason",
            header: t("reason"),
            cell: (row) => row.problems.map((problem) => listProblem(t, problem)).join(" "),
          },
          { key: "cells", header: t("cells"), wideOnly: true, cell: (row) => row.cells },
        ]}
      />
      {rows.length < count ? (
        <p className="pt-2 text-caption text-ink-soft">{t("badMore", { shown: rows.length })}</p>
      ) : null}
    </Panel>
  );
}
