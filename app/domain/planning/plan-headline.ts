import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Plan } from "./plan.ts";

/** What a plan comes to, for the first sentence of its page. */
export type PlanHeadline = {
  readonly status: Plan["status"];
  readonly items: number;
  readonly hours: number;
  readonly cost: number;
  readonly currency: string;
  /** Blockers that stand and that the plan clears, and the day by which the last one is (or was to be: `overdue`). */
  readonly blockers: number;
  readonly blockersBy: IsoDate | null;
  readonly overdue: boolean;
  /** Duties served, and the first legal date among the items. */
  readonly duties: number;
  /** Kinds of work that the plan redesigns, most worth first; at most two. */
  readonly work: readonly string[];
};

/** `standing`: the blockers of the newest readiness result; null where there is none, and the plan's own count. */
export function headlineOf(plan: Plan, today: IsoDate, standing: ReadonlySet<string> | null = null): PlanHeadline {
  const stands = (blocker: string) => standing === null || standing.has(blocker);
  const clearing = plan.items.filter((item) => item.serves.blockers.some(stands));
  const blockersBy = clearing.reduce<IsoDate | null>(
    (last, item) => (last === null || item.finish > last ? item.finish : last),
    null,
  );
  const work = plan.items
    .filter((item) => item.kind === "workflow" && item.subject !== "the organization")
    .sort((a, b) => b.monthly.value - a.monthly.value)
    .slice(0, 2);
  return {
    status: plan.status,
    items: plan.items.length,
    hours: plan.totals.hours,
    cost: plan.totals.cost,
    currency: plan.currency,
    blockers: new Set(clearing.flatMap((item) => item.serves.blockers.filter(stands))).size,
    blockersBy,
    overdue: blockersBy !== null && blockersBy < today,
    duties: new Set(plan.items.flatMap((item) => item.serves.obligations)).size,
    work: work.map((item) => item.subject),
  };
}
