import { mergeChanges } from "#app/domain/planning/merge-changes.ts";
import type { PlanFigures } from "#app/domain/reports/action-lines.ts";
import type { ReadinessReport } from "#app/domain/reports/readiness-report.ts";
import { reportText } from "#app/strings/en/reports.ts";
import { Gantt } from "../charts/gantt.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";

/** Actions and changes on paper; the page of the plan has them all. */
const most = 24;

type PlanPartProps = { plan: PlanFigures; changed: ReadinessReport["changed"]; asOf: string };

export function PlanPart({ plan, changed, asOf }: PlanPartProps) {
  const t = useText(reportText);
  const f = useFormat();
  const money = (amount: number) => f.moneyShort({ amount, currency: plan.currency });
  const actions = plan.actions.slice(0, most);
  const inOrder = [...actions].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  return (
    <section>
      <h2>{t("planPart", { number: plan.number })}</h2>
      <Gantt
        title={t("planPart", { number: plan.number })}
        today={asOf}
        items={inOrder.map(({ id, title, start, finish, deadline }) => ({
          id,
          label: title,
          start,
          end: finish,
          ...(deadline === null ? {} : { due: deadline }),
        }))}
        wide={680}
      />
      <DataTable
        caption={t("planPart", { number: plan.number })}
        rows={actions}
        rowKey={({ id }) => id}
        columns={[
          { key: "action", header: t("action"), cell: ({ title }) => title },
          { key: "owner", header: t("owner"), cell: ({ owner }) => owner },
          {
            key: "by",
            header: t("by"),
            cell: ({ finish, deadline }) =>
              deadline === null ? f.date(finish) : `${f.date(finish)}, ${t("mustBy", { date: f.date(deadline) })}`,
          },
          { key: "hours", header: t("hours"), align: "end", cell: ({ hours }) => f.number(hours) },
          { key: "cost", header: t("cost"), align: "end", cell: ({ cost }) => money(cost) },
          {
            key: "worth",
            header: t("worth"),
            align: "end",
            cell: ({ monthly }) => `${money(monthly.value)} (${money(monthly.low)} – ${money(monthly.high)})`,
          },
        ]}
      />
      {plan.items > actions.length ? (
        <p className="quiet">{t("moreActions", { count: plan.items - actions.length })}</p>
      ) : null}
      {changed === null ? null : (
        <>
          <h3>{t("changesPart")}</h3>
          <p>{f.datesIn(changed.summary)}</p>
          <ul>
            {mergeChanges(changed.changes)
              .slice(0, most)
              .map(({ id, text, because }) => (
                <li key={id}>{f.datesIn(`${text}. ${because}`)}</li>
              ))}
          </ul>
        </>
      )}
    </section>
  );
}
