import {
  type Calendar,
  cashByPeriod,
  openShares,
  periodOf,
  periodsBy,
  periodsPerPlan,
  startOf,
  weeksPerPeriod,
} from "./calendar.ts";
import type { Grid, GridAction, Option } from "./optimise/grid.ts";
import type { CandidateAction, CandidateMode, Pin, Plan, PlanConstraints } from "./plan.ts";

/** Periods after the plan in which a finished item still counts. */
const tailPeriods = 6;
/** Worth of a later period against an earlier one: about 8 % a year. */
const discount = 0.994;

export type PlanGrid = {
  readonly grid: Grid;
  /** The candidates that the grid's actions stand for, in its order. */
  readonly offered: readonly CandidateAction[];
  readonly pools: readonly string[];
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
  const offered = candidates.filter(
    (candidate) => pins.get(candidate.id)?.keep !== "out" && !isDone(candidate.id, calendar, current),
  );
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
  ];
  const soonest = earliestFinishes(offered);
  const actions = offered.map((candidate): GridAction => {
    const pin = pins.get(candidate.id);
    const familyUse = candidate.families.map((family) => [pools.length + families.indexOf(family), 1] as const);
    const options = candidate.modes.flatMap((mode, index) =>
      pin?.mode !== undefined && pin.mode !== mode.id
        ? []
        : optionsOf({
            candidate,
            mode,
            index,
            pin,
            pools,
            familyUse,
            constraints,
            calendar,
            current,
            open,
            soonest: soonest.get(candidate.id) ?? 1,
          }),
    );
    return {
      id: candidate.id,
      mandatory: candidate.mandatory || pin?.keep === "in",
      requires: candidate.requires.flatMap((required) => at.get(required) ?? []),
      options,
    };
  });
  const spent = (current?.items ?? []).reduce(
    (sum, item) => sum + (isDone(item.id, calendar, current) ? item.cost : 0),
    0,
  );
  const cash = cashByPeriod(calendar, constraints.budgetByQuarter).map((released) => Math.max(0, released - spent));
  return { grid: { periods: calendar.periods, capacity, cash, actions }, offered, pools };
}

type Asked = {
  readonly candidate: CandidateAction;
  readonly mode: CandidateMode;
  readonly index: number;
  readonly pin: Pin | undefined;
  readonly pools: readonly string[];
  readonly familyUse: readonly (readonly [number, number])[];
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
  const last = Math.max(asked.soonest, due);
  const hours = pools.flatMap((pool, k) => {
    const amount = (mode.hours[pool] ?? 0) / duration;
    return amount > 0 ? [[k, amount] as const] : [];
  });
  const worth = (mode.monthly.mean - constraints.riskAversion * mode.monthly.sd) * (weeksPerPeriod / (52 / 12));
  const held = current?.items.find((item) => item.id === candidate.id);
  const options: Option[] = [];
  for (let start = 0; start + duration <= Math.min(last, calendar.periods); start++) {
    if ((open[start] ?? 0) === 0) continue;
    if (pin?.start !== undefined && Math.max(0, periodOf(calendar, pin.start)) !== start) continue;
    const finish = start + duration;
    const value = discounted(worth, finish, calendar.periods + tailPeriods) - mode.cash - calm(asked, start, held);
    options.push({ mode: index, start, finish, value, cash: mode.cash, use: [...hours, ...asked.familyUse] });
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

function isDone(id: string, calendar: Calendar, current: Plan | null): boolean {
  return current?.items.some((item) => item.id === id && item.finish <= startOf(calendar, 0)) ?? false;
}
