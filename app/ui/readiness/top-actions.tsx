import type { PlanItem } from "#app/domain/planning/plan.ts";
import { readinessText } from "#app/strings/en/readiness.ts";
import { Figure } from "../figures/figure.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

type Row = Pick<PlanItem, "id" | "title" | "owner" | "start" | "finish" | "cost" | "monthly">;

/** Up to three actions of the plan with value, cost, owner and date. */
export function TopActions({ actions, currency }: { actions: readonly Row[]; currency: string | null }) {
  const t = useText(readinessText);
  const f = useFormat();
  if (actions.length === 0 || currency === null) return <p className="text-ink-soft">{t("noActions")}</p>;
  const unit = { currency };
  return (
    <DataTable
      caption={t("topActions")}
      rows={actions}
      rowKey={({ id }) => id}
      columns={[
        { key: "title", header: t("action"), cell: ({ title }) => title },
        { key: "owner", header: t("owner"), wideOnly: true, cell: ({ owner }) => owner },
        {
          key: "worth",
          header: t("worth"),
          align: "end",
          cell: ({ monthly }) => <Figure estimate={monthly} unit={unit} />,
        },
        {
          key: "cost",
          header: t("cost"),
          align: "end",
          wideOnly: true,
          cell: ({ cost }) => <Figure estimate={{ value: cost, low: cost, high: cost }} unit={unit} />,
        },
        {
          key: "by",
          header: t("when"),
          cell: ({ start, finish }) => f.dateRange(start, finish),
        },
      ]}
    />
  );
}
