import type { PlanItemView, PlanView } from "#app/domain/planning/plan-view.ts";
import { planningText } from "#app/strings/en/planning.ts";
import { Gantt } from "../charts/gantt.tsx";
import { LoadByPool } from "../charts/load-by-pool.tsx";
import { Badge } from "../controls/badge.tsx";
import { Disclosure } from "../controls/disclosure.tsx";
import { FigureCard } from "../figures/figure.tsx";
import { KeyFigures, Panel } from "../layout/page.tsx";
import { DataTable } from "../tables/data-table.tsx";
import { useFormat } from "../text/use-format.ts";
import { useText } from "../text/use-text.ts";
import { Conflicts } from "./conflicts.tsx";
import { Effect } from "./effect.tsx";

type PlanBodyProps = {
  plan: PlanView;
  pools: Readonly<Record<string, string>>;
  /** Path to the plan from this page, for the links of items. */
  base: string;
  /** The day on which the page is read. */
  today: string;
};

/** A gap is a bound: it is rounded up to a tenth of a per cent, and never to none. */
function boundShown(gap: number): number {
  return Math.max(1, Math.ceil(gap * 1000)) / 1000;
}

/** A plan as it is read: what it takes, when, by whom, and why each item is in it. */
export function PlanBody({ plan, pools, base, today }: PlanBodyProps) {
  const t = useText(planningText);
  const f = useFormat();
  const { items, currency } = plan;
  if (plan.status === "infeasible") return <Conflicts conflicts={plan.conflicts} />;
  const exact = (value: number) => ({ value, low: value, high: value });
  const href = (item: PlanItemView) => `${base}/items/${encodeURIComponent(item.id)}`;
  return (
    <>
      <KeyFigures>
        <FigureCard label={t("keyActions")} estimate={exact(items.length)} unit="count">
          {t("mandatoryCount", { count: items.filter((item) => item.mandatory).length })}
        </FigureCard>
        <FigureCard label={t("keyHours")} estimate={exact(plan.totals.hours)} unit="count">
          {t("dutiesCount", { count: plan.duties })}
        </FigureCard>
        <FigureCard label={t("keyCost")} estimate={exact(plan.totals.cost)} unit={{ currency }} />
        <FigureCard
          label={t("keyGap")}
          estimate={null}
          unit="share"
          figure={t("keyGapWithin", { share: f.share(boundShown(plan.gap), 1) })}
        >
          {t("keyGapHelp")}
        </FigureCard>
      </KeyFigures>
      <Panel title={t("gantt")}>
        <p className="mb-3 max-w-3xl text-caption text-ink-soft">{t("ganttHelp")}</p>
        <Gantt
          title={t("gantt")}
          description={t("ganttHelp")}
          today={today}
          items={items.map((item) => ({
            id: item.id,
            label: item.title,
            start: item.start,
            end: item.finish,
            pool: item.owner,
            after: item.requires,
            href: href(item),
            ...(item.deadline === null ? {} : { due: item.deadline }),
          }))}
        />
      </Panel>
      <Panel title={t("list")}>
        <DataTable
          caption={t("list")}
          rows={items}
          rowKey={(item) => item.id}
          columns={[
            {
              key: "action",
              header: t("actionAndWhy"),
              cell: (item) => (
                <>
                  <a href={href(item)}>{item.title}</a>
                  <span className="block max-w-md text-caption text-ink-soft max-sm:hidden">{f.datesIn(item.why)}</span>
                </>
              ),
            },
            { key: "dates", header: t("datesAndOwner"), cell: (item) => <Dates item={item} /> },
            { key: "hours", header: t("hours"), align: "end", cell: (item) => f.number(item.hours) },
            {
              key: "cost",
              header: t("cost"),
              align: "end",
              wideOnly: true,
              cell: (item) => f.money({ amount: item.cost, currency }),
            },
            {
              key: "expected",
              header: t("expected"),
              wideOnly: true,
              cell: (item) => <Effect forecast={item.expected} />,
            },
          ]}
        />
      </Panel>
      <Panel title={t("load")}>
        <LoadByPool
          wide={1000}
          title={t("load")}
          description={t("loadHelp")}
          pools={plan.load.map((pool) => ({
            label: pools[pool.pool] ?? pool.pool,
            unit: "hours",
            periods: pool.periods.map((period) => ({
              label: f.month(period.from),
              load: period.used,
              capacity: period.capacity,
            })),
          }))}
        />
      </Panel>
      <Disclosure summary={t("leftOut")}>
        {plan.leftOut.length === 0 ? (
          <p>{t("noneLeftOut")}</p>
        ) : (
          <ul className="list-disc space-y-1 pl-5">
            {plan.leftOut.map((left) => (
              <li key={left.id}>
                {left.title}: {left.because}
              </li>
            ))}
          </ul>
        )}
      </Disclosure>
    </>
  );
}

function Dates({ item }: { item: PlanItemView }) {
  const t = useText(planningText);
  const f = useFormat();
  return (
    <>
      <span className="sm:whitespace-nowrap">{f.dateRange(item.start, item.finish)}</span>{" "}
      {item.pinned ? <Badge>{t("pinned")}</Badge> : null}
      <span className="block text-caption text-ink-soft">{item.owner}</span>
      <span className="block text-caption text-ink-soft">
        {item.mandatory && item.deadline !== null
          ? t("dueOnTime", { date: f.date(item.deadline), chance: f.chance(item.onTime) })
          : t("onTime", { chance: f.chance(item.onTime) })}
      </span>
    </>
  );
}
