import { daysBetween } from "#app/domain/kernel/iso-date.ts";
import {
  type Budget,
  budgetFrom,
  type Calendar,
  cashByPeriod,
  openShares,
  periodOf,
  periodsBy,
  periodsPerPlan,
  weeksPerPeriod,
} from "./calendar.ts";
import { comesNearer, doneIn, heldIn, runningIn, withRunning } from "./held-plan.ts";
import type { Held } from "./optimise/calm.ts";
import type { Grid, GridAction, Option } from "./optimise/grid.ts";
import type { CandidateAction, CandidateMode, Pin, Plan, PlanConstraints, PlanItem } from "./plan.ts";

/** Periods after the plan in which a finished item still counts. */
const tailPeriods = 6;
/** Worth of a later period against an earlier one: about 8 % a year. */
const discount = 0.994;

export type PlanGrid = {
  readonly grid: Grid;
  /** The candidates that the grid's actions stand for, in its order. */
  readonly offered: readonly CandidateAction[];
  readonly pools: readonly string[];
  readonly budget: Budget;
  /** What the plan in force holds of it; null for the first plan. */
  readonly held: Held | null;
};

/**
 * Candidates and constraints as a problem: hours by pool, a pool of changes at once for each role family, cash, dates, pins, and
 * what the current plan holds (`changeCost` to leave it). Finished items of the current plan are not offered again.
 */
export function gridOfCandidates(
  candidates: readonly CandidateAction[],
  constraints: PlanConstraints,
  calendar: Calendar,
  current: Plan | null,
): PlanGrid {
  const pins = new Map(constraints.pins.map((pin) => [pin.action, pin]));
  const done = doneIn(current, calendar);
  const running = runningIn(current, calendar);
  const offered = candidates.filter(({ id }) => pins.get(id)?.keep !== "out" && !done.has(id));
  const at = new Map(offered.map((candidate, index) => [candidate.id, index]));
  const pools = [
    ...new Set([
      ...Object.keys(constraints.hoursPerWeek),
      ...offered.flatMap((c) => c.modes.flatMap((m) => Object.keys(m.hours))),
    ]),
  ].sort();
  const families = [...new Set(offered.flatMap((candidate) => candidate.families))].sort();
  const open = openShares(calendar, constraints.freeze);
  const capacity = [
    ...pools.map((pool) => open.map((share) => share * weeksPerPeriod * (constraints.hoursPerWeek[pool] ?? 0))),
    ...families.map(() => open.map((share) => (share > 0 ? constraints.changesAtOnce : 0))),
    open.map((share) => (share > 0 ? constraints.actionsAtOnce : 0)),
  ];
  const soonest = earliestFinishes(offered);
  const actions = offered.map((candidate): GridAction => {
    const pin = pins.get(candidate.id);
    const attention = [
      ...candidate.families.map((family) => [pools.length + families.indexOf(family), 1] as const),
      [pools.length + families.length, 1] as const,
    ];
    const about = { candidate, pin, pools, attention, constraints, calendar, current, open };
    const going = running.get(candidate.id);
    const options = candidate.modes.flatMap((mode, index) => {
      const asked = { ...about, mode, index, soonest: soonest.get(candidate.id) ?? 1 };
      if (going !== undefined && candidate.modes.some(({ id }) => id === going.mode.id))
        return going.mode.id === mode.id ? [remainderOf(asked, going)] : [];
      return pin?.mode !== undefined && pin.mode !== mode.id ? [] : optionsOf(asked);
    });
    return {
      id: candidate.id,
      mandatory: candidate.mandatory || pin?.keep === "in",
      // What runs already waits for nothing, whatever has been learnt since.
      requires: going === undefined ? candidate.requires.flatMap((required) => at.get(required) ?? []) : [],
      options,
    };
  });
  const spent = (from: string, to: string) =>
    (current?.items ?? []).reduce((sum, { start, cost }) => sum + (from <= start && start < to ? cost : 0), 0);
  const budget = budgetFrom(calendar, current?.budget ?? null, constraints.budgetByQuarter[0] ?? 0, spent);
  const left = budget.carried - spent(budget.quarterFrom, calendar.from);
  const released = cashByPeriod(calendar, constraints.budgetByQuarter, budget.quarterFrom);
  const cash = released.map((amount) => Math.max(0, amount + left));
  const grid = { periods: calendar.periods, capacity: withRunning(capacity, actions, offered, running), cash, actions };
  return { grid, offered, pools, budget, held: current === null ? null : heldIn(current, offered, actions, calendar) };
}

type Asked = {
  readonly candidate: CandidateAction;
  readonly mode: CandidateMode;
  readonly index: number;
  readonly pin: Pin | undefined;
  readonly pools: readonly string[];
  readonly attention: readonly (readonly [number, number])[];
  readonly constraints: PlanConstraints;
  readonly calendar: Calendar;
  readonly current: Plan | null;
  readonly open: readonly number[];
  readonly soonest: number;
};

function optionsOf(asked: Asked): Option[] {
  const { candidate, mode, index, pin, pools, constraints, calendar, current, open } = asked;
  const duration = Math.max(1, Math.ceil(mode.weeks / weeksPerPeriod));
  // A date that cannot be met even with all hours free gives way to the earliest finish there is.
  const due =
    candidate.mandatory && candidate.deadline !== null ? periodsBy(calendar, candidate.deadline) : calendar.periods;
  const held = current?.items.find((item) => item.id === candidate.id);
  // What the plan in force promised stays possible, as long as the date it must meet has not come nearer.
  const promised =
    held?.mode.id === mode.id && !comesNearer(held.deadline, candidate.deadline)
      ? Math.max(0, periodOf(calendar, held.start)) + duration
      : 0;
  const last = Math.max(asked.soonest, due, promised);
  const hours = pools.flatMap((pool, k) => {
    const amount = (mode.hours[pool] ?? 0) / duration;
    return amount > 0 ? [[k, amount] as const] : [];
  });
  const worth = worthAPeriod(mode, constraints);
  const options: Option[] = [];
  for (let start = 0; start + duration <= Math.min(last, calendar.periods); start++) {
    if ((open[start] ?? 0) === 0) continue;
    if (pin?.start !== undefined && Math.max(0, periodOf(calendar, pin.start)) !== start) continue;
    const finish = start + duration;
    const value =
      discounted(worth, finish, calendar.periods + tailPeriods) -
      mode.cash -
      hoursCost(mode, constraints) -
      calm(asked, start, held);
    options.push({ mode: index, start, finish, value, cash: mode.cash, use: [...hours, ...asked.attention] });
  }
  return options;
}

/** The first period by whose end each candidate could be finished, its requirements first, were there hours without end. */
export function earliestFinishes(candidates: readonly CandidateAction[]): Map<string, number> {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  const finish = new Map<string, number>();
  const visit = (id: string): number => {
    const known = finish.get(id);
    if (known !== undefined) return known;
    const candidate = byId.get(id);
    if (candidate === undefined) return 0;
    finish.set(id, periodsPerPlan);
    const shortest = Math.min(...candidate.modes.map((mode) => Math.max(1, Math.ceil(mode.weeks / weeksPerPeriod))));
    const found = shortest + Math.max(0, ...candidate.requires.map(visit));
    finish.set(id, found);
    return found;
  };
  for (const { id } of candidates) visit(id);
  return finish;
}

function discounted(worth: number, from: number, until: number): number {
  let sum = 0;
  for (let period = from; period < until; period++) sum += worth * discount ** period;
  return sum;
}

/** kappa: keeping an item as it is earns `changeCost`, a new item costs it; moving, changing or dropping one forgoes it. */
function calm(
  { constraints, mode, calendar, current }: Asked,
  start: number,
  held: Plan["items"][number] | undefined,
): number {
  if (current === null) return 0;
  if (held === undefined) return constraints.changeCost;
  const same = held.mode.id === mode.id && Math.max(0, periodOf(calendar, held.start)) === start;
  return same ? -constraints.changeCost : 0;
}

/** The one option of a running item: what is left of it, from the first period on, its cash being paid. */
function remainderOf({ mode, index, pools, attention, constraints, calendar }: Asked, item: PlanItem): Option {
  const left = daysBetween(calendar.from, item.finish) / Math.max(1, daysBetween(item.start, item.finish));
  const finish = Math.min(
    calendar.periods,
    Math.max(1, Math.ceil(daysBetween(calendar.from, item.finish) / (7 * weeksPerPeriod))),
  );
  const hours = pools.flatMap((pool, k) => {
    const amount = ((mode.hours[pool] ?? 0) * left) / finish;
    return amount > 0 ? [[k, amount] as const] : [];
  });
  const worth = worthAPeriod(mode, constraints);
  const value = discounted(worth, finish, calendar.periods + tailPeriods) + constraints.changeCost;
  return { mode: index, start: 0, finish, value, cash: 0, use: [...hours, ...attention] };
}

/** What the hours of a mode are worth elsewhere. */
function hoursCost({ hours }: CandidateMode, { hourWorth }: PlanConstraints): number {
  return Object.values(hours).reduce((sum, amount) => sum + amount, 0) * hourWorth;
}

/** Worth of one period, less what the customer's caution takes off. */
function worthAPeriod({ monthly, decidedBy = monthly }: CandidateMode, { riskAversion }: PlanConstraints): number {
  return (decidedBy.mean - riskAversion * decidedBy.sd) * (weeksPerPeriod / (52 / 12));
}
