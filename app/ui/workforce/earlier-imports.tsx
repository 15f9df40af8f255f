import type { ImportReport } from "#app/domain/workforce/import-report.ts";
import { rosterImportText } from "#app/strings/en/roster-import.ts";
import { Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Earlier = {
  readonly id: string;
  readonly fileName: string;
  readonly status: "mapping" | "reading" | "running" | "done" | "failed" | "undoing" | "undone";
  readonly report: ImportReport | null;
  readonly createdOn: string;
  readonly who: string;
};

/** Earlier imports with who, when and what came of each; each is a link to its page, where it can be undone. */
export function EarlierImports({ imports }: { imports: readonly Earlier[] }) {
  const own = useText(rosterImportText);
  const f = useFormat();
  if (imports.length === 0) return null;
  return (
    <Panel title={own("earlier")}>
      <DataTable
        caption={own("earlier")}
        columns={[
          { key: "file", header: own("file"), cell: (row) => row.fileName },
          { key: "when", header: own("when"), cell: (row) => f.date(row.createdOn) },
          { key: "by", header: own("by"), wideOnly: true, cell: (row) => (row.who === "" ? own("someone") : row.who) },
          { key: "state", header: own("state"), cell: (row) => own(`state_${row.status}`) },
          {
            key: "came",
            header: own("whatCame"),
            wideOnly: true,
            cell: ({ report, status }) =>
              report === null || (status !== "done" && status !== "undone")
                ? own("nothingYet")
                : own("came", { added: report.added, changed: report.changed, removed: report.removed }),
          },
        ]}
        rows={imports}
        rowKey={(row) => row.id}
        rowHref={(row) => `import/${row.id}`}
      />
    </Panel>
  );
}
