import type { ExposureLine } from "#app/domain/exposure/exposure-view.ts";
import { exposureText } from "#app/strings/en/exposure.ts";
import { Badge, type Tone } from "../controls/badge.tsx";
import { Figure } from "../figures/figure.tsx";
import { type Column, DataTable } from "../tables/data-table.tsx";
import type { TablePage, TableState } from "../tables/table-state.ts";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { rounded } from "./rounded.ts";

export const stateTones: Readonly<Record<ExposureLine["state"], Tone>> = {
  confirmed: "good",
  matched: "quiet",
  unconfirmed: "warn",
  unmatched: "warn",
};

type RoleTableProps = { page: TablePage<ExposureLine>; state: TableState; currency: string };

/** Every role with its shares, hours and payroll; words where there is no figure. */
export function RoleTable({ page, state, currency }: RoleTableProps) {
  const t = useText(exposureText);
  const f = useFormat();
  const quiet = (words: string) => <span className="text-ink-soft">{words}</span>;
  const absent = (line: ExposureLine) => quiet(t(line.absent ?? "unknown"));
  const columns: Column<ExposureLine>[] = [
    { key: "title", header: t("role"), sortable: true, cell: (line) => line.title },
    {
      key: "state",
      header: t("occupation"),
      sortable: true,
      wideOnly: true,
      cell: (line) => (
        <>
          {line.occupation === null ? null : <span className="mr-2">{line.occupation}</span>}
          <Badge tone={stateTones[line.state]}>{t(line.state)}</Badge>
        </>
      ),
    },
    {
      key: "people",
      header: t("people"),
      align: "end",
      sortable: true,
      cell: (line) => (line.headcount === null ? quiet(t("small")) : f.number(line.headcount)),
    },
    {
      key: "score",
      header: t("score"),
      align: "end",
      sortable: true,
      cell: (line) => (line.figures === null ? absent(line) : <Figure estimate={line.figures.score} unit="share" />),
    },
    {
      key: "automatable",
      header: t("automatable"),
      align: "end",
      sortable: true,
      wideOnly: true,
      cell: (line) => (line.figures === null ? "" : f.share(line.figures.automatable)),
    },
    {
      key: "augmentable",
      header: t("augmentable"),
      align: "end",
      sortable: true,
      wideOnly: true,
      cell: (line) => (line.figures === null ? "" : f.share(line.figures.augmentable)),
    },
    {
      key: "hours",
      header: t("hours"),
      align: "end",
      sortable: true,
      wideOnly: true,
      cell: (line) => (line.figures === null ? "" : f.number(rounded(line.figures.hoursExposed.value))),
    },
    {
      key: "payroll",
      header: t("payrollExposed"),
      align: "end",
      sortable: true,
      cell: (line) => {
        if (line.figures === null) return "";
        const { payrollExposed } = line.figures;
        return payrollExposed === null ? quiet(t("unknown")) : f.moneyShort({ amount: payrollExposed.value, currency });
      },
    },
  ];
  return (
    <DataTable
      caption={t("roles")}
      columns={columns}
      rows={page.rows}
      rowKey={(line) => line.id}
      rowHref={(line) => `exposure/${line.id}`}
      state={state}
      total={page.total}
      filterable
      csv
    />
  );
}
