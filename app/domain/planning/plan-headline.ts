import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Plan } from "./plan.ts";

/** What a plan comes to, for the first sentence of its page. */
export type PlanHeadline = {
  readonly status: Plan["status"];
  readonly items: number;
  readonly hours: number;
  readonly cost: number;
  readonly currency: string;
  /** Blockers that the plan clears, and the day by which the last one is. */
  readonly blockers: number;
  readonly blockersBy: IsoDate | null;
  /** Duties served, and the first legal date among the items. */
  readonly duties: number;
  /** What the plan changes in the work, most worth first; at most two. */
  readonly work: readonly string[];
};

export function headlineOf(plan: Plan): PlanHeadline {
  const clearing = plan.items.filter((item) => item.serves.blockers.length > 0);
  const blockersBy = clearing.reduce<IsoDate | null>(
    (last, item) => (last === null || item.finish > last ? item.finish : last),
    null,
  );
  const work = plan.items
    .filter((item) => item.kind === "workflow")
    .sort((a, b) => b.monthly.value - a.monthly.value)
    .slice(0, 2);
  return {
    status: plan.status,
    items: plan.items.length,
    hours: plan.totals.hours,
    cost: plan.totals.cost,
    currency: plan.currency,
    blockers: new Set(clearing.flatMap((item) => item.serves.blockers)).size,
    blockersBy,
    duties: new Set(plan.items.flatMap((item) => item.serves.obligations)).size,
    work: work.map((item) => (item.subject === "the organization" ? item.title : item.subject)),
  };
}
