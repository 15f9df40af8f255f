import type { Estimate } from "../kernel/estimate.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { Currency } from "../kernel/money.ts";
import type { PlanItem } from "../planning/plan.ts";
import type { StoredPlan } from "./report-inputs.ts";

export type ActionLine = {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
  readonly start: IsoDate;
  readonly finish: IsoDate;
  /** The legal date it must meet, when it has one. */
  readonly deadline: IsoDate | null;
  readonly cost: number;
  readonly hours: number;
  /** Worth a month once finished, 90 % interval. */
  readonly monthly: Estimate;
  readonly why: readonly string[];
  readonly clearsBlocker: boolean;
};

export type PlanFigures = {
  readonly number: number;
  readonly status: StoredPlan["status"];
  readonly currency: Currency;
  readonly items: number;
  readonly cost: number;
  readonly hours: number;
  /** The last day of the last item. */
  readonly finish: IsoDate | null;
  readonly actions: readonly ActionLine[];
};

/**
 * The plan in figures, with all its actions: what is still to be done first; of that what clears a blocker, then what the law
 * asks, then by worth.
 */
export function planFigures(stored: StoredPlan, asOf: IsoDate): PlanFigures {
  const { plan } = stored;
  const ranked = [...plan.items].sort(
    (a, b) =>
      Number(a.finish < asOf) - Number(b.finish < asOf) ||
      Number(clears(b)) - Number(clears(a)) ||
      Number(b.mandatory) - Number(a.mandatory) ||
      b.monthly.value - a.monthly.value ||
      (a.id < b.id ? -1 : 1),
  );
  return {
    number: stored.number,
    status: stored.status,
    currency: plan.currency,
    items: plan.items.length,
    cost: plan.totals.cost,
    hours: plan.totals.hours,
    finish:
      plan.items
        .map(({ finish }) => finish)
        .sort()
        .at(-1) ?? null,
    actions: ranked.map(lineOf),
  };
}

function clears(item: PlanItem): boolean {
  return item.serves.blockers.length > 0;
}

function lineOf(item: PlanItem): ActionLine {
  return {
    id: item.id,
    title: item.title,
    owner: item.owner,
    start: item.start,
    finish: item.finish,
    deadline: item.deadline,
    cost: item.cost,
    hours: Object.values(item.hours).reduce((sum, each) => sum + each, 0),
    monthly: item.monthly,
    why: item.why.map(({ text }) => text),
    clearsBlocker: clears(item),
  };
}
