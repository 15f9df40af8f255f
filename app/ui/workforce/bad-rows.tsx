import type { BadRow } from "#app/domain/workforce/read-roster.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { DataTable } from "../tables/data-table.tsx";
import { useReader } from "../text/locale.tsx";
import { useText } from "../text/use-text.ts";
import { problemText } from "./cell-problems.ts";

/** Rows that cannot be read, each with where it stands and what is wrong with it. */
export function BadRows({ rows, caption }: { rows: readonly BadRow[]; caption: string }) {
  const t = useText(workforceText);
  const { locale } = useReader();
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "line", header: t("line"), cell: (row) => row.line },
        {
          key: "reason",
          header: t("reason"),
          cell: (row) => row.problems.map((problem) => problemText(problem, locale)).join(" "),
        },
        {
          key: "cell",
          header: t("cell"),
          wideOnly: true,
          cell: (row) => row.cells.filter(Boolean).join(" · ").slice(0, 120),
        },
      ]}
      rows={rows}
      rowKey={(row) => String(row.line)}
    />
  );
}
