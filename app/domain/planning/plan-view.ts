import type { Plan, PlanItem } from "./plan.ts";

/** An item as a list shows it; the item's own page has the rest. */
export type PlanItemView = Pick<
  PlanItem,
  "id" | "title" | "owner" | "start" | "finish" | "onTime" | "cost" | "requires" | "mandatory" | "deadline" | "pinned"
> & {
  readonly hours: number;
  readonly expected: Pick<PlanItem["forecast"], "effect" | "scale" | "measure">;
  readonly why: string;
};

/** A plan as a page shows it: everything that is read there and nothing more, because it is sent to the browser. */
export type PlanView = Pick<
  Plan,
  "asOf" | "status" | "leftOut" | "load" | "totals" | "gap" | "conflicts" | "currency" | "knowledgeVersion"
> & {
  readonly items: readonly PlanItemView[];
  /** Duties that the items serve. */
  readonly duties: number;
  readonly posteriors: number;
  /** The clock cut the search off, so that computing it again may give another plan. */
  readonly truncated: boolean;
};

export function viewOf(plan: Plan): PlanView {
  const { asOf, status, leftOut, load, totals, gap, conflicts, currency, knowledgeVersion } = plan;
  return {
    asOf,
    status,
    leftOut,
    load: load.filter((pool) => pool.periods.some((period) => period.used > 0)),
    totals,
    gap,
    conflicts,
    currency,
    knowledgeVersion,
    duties: new Set(plan.items.flatMap((item) => item.serves.obligations)).size,
    posteriors: plan.posteriorIds.length,
    truncated: plan.truncated ?? false,
    items: plan.items.map((item) => ({
      id: item.id,
      title: item.title,
      owner: item.owner,
      start: item.start,
      finish: item.finish,
      onTime: item.onTime,
      cost: item.cost,
      requires: item.requires,
      mandatory: item.mandatory,
      deadline: item.deadline,
      pinned: item.pinned,
      hours: Object.values(item.hours).reduce((sum, hours) => sum + hours, 0),
      expected: { effect: item.forecast.effect, scale: item.forecast.scale, measure: item.forecast.measure },
      why: item.why[0]?.text ?? "",
    })),
  };
}
