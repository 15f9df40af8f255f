import type { PlanProblem } from "../problem.ts";

/** One mode at one start, with everything it takes and gives. */
export type Option = {
  readonly mode: number;
  readonly start: number;
  readonly finish: number;
  readonly value: number;
  readonly cash: number;
  /** Pool and amount, taken in each period from start to finish; pools of amount 0 are left out. */
  readonly use: readonly (readonly [pool: number, amount: number])[];
};

export type GridAction = {
  readonly id: string;
  readonly mandatory: boolean;
  /** Positions of the actions that must be finished first. */
  readonly requires: readonly number[];
  readonly options: readonly Option[];
};

/** The problem the optimiser works on: every choice spelled out, capacities by period. */
export type Grid = {
  readonly periods: number;
  /** Capacity of each pool in each period. */
  readonly capacity: readonly (readonly number[])[];
  /** Cumulative cash released by the end of each period. */
  readonly cash: readonly number[];
  readonly actions: readonly GridAction[];
};

/** Slack that counts as none, relative to the size of a limit. */
export const tolerance = 1e-7;

/** Spells a problem out. Unknown or circular requirements leave an action without options. */
export function gridOf(problem: PlanProblem): Grid {
  const at = new Map(problem.actions.map((action, index) => [action.id, index]));
  const actions = problem.actions.map((action): GridAction => {
    const last = action.mandatory ? Math.min(action.deadline ?? problem.horizon, problem.horizon) : problem.horizon;
    const known = action.requires.every((id) => at.has(id));
    const options: Option[] = [];
    for (const [
      mode,
      { duration, hoursPerPeriod, cashAtStart, benefitPerPeriodAfterFinish },
    ] of action.modes.entries()) {
      const use = hoursPerPeriod.flatMap((amount, pool) => (amount === 0 ? [] : [[pool, amount] as const]));
      for (let start = 0; known && start + duration <= last; start++) {
        const finish = start + duration;
        const value = benefitPerPeriodAfterFinish * (problem.horizon + problem.tailPeriods - finish) - cashAtStart;
        options.push({ mode, start, finish, value, cash: cashAtStart, use });
      }
    }
    return {
      id: action.id,
      mandatory: action.mandatory,
      requires: action.requires.flatMap((id) => at.get(id) ?? []),
      options,
    };
  });
  const capacity = problem.pools.map((hours) => Array.from({ length: problem.horizon }, () => hours));
  return { periods: problem.horizon, capacity, cash: problem.cash.slice(0, problem.horizon), actions };
}

/** Whether an option alone fits the capacities and the cash. */
export function fitsAlone(grid: Grid, option: Option): boolean {
  for (const [pool, amount] of option.use) {
    const capacity = grid.capacity[pool];
    for (let t = option.start; t < option.finish; t++)
      if (amount > (capacity?.[t] ?? 0) * (1 + tolerance)) return false;
  }
  for (let t = option.start; t < grid.periods; t++)
    if (option.cash > (grid.cash[t] ?? 0) * (1 + tolerance)) return false;
  return true;
}

/**
 * The same problem without the options that no plan can use: too large alone, before their requirements can be finished, or too
 * late for a mandatory action that waits for them. What a mandatory action requires becomes mandatory.
 */
export function tightened(grid: Grid): Grid {
  const count = grid.actions.length;
  const options = grid.actions.map((action) => action.options.filter((option) => fitsAlone(grid, option)));
  const mandatory = grid.actions.map((action) => action.mandatory);
  // Each round carries a bound one requirement further; a circle empties its members' options within `count` rounds.
  for (let round = 0, changed = true; changed && round <= count + grid.periods; round++) {
    changed = false;
    for (const [index, action] of grid.actions.entries()) {
      const own = options[index] ?? [];
      const earliest = Math.max(0, ...action.requires.map((required) => earliestFinish(options[required] ?? [])));
      const kept = own.filter((option) => option.start >= earliest);
      if (kept.length < own.length) {
        options[index] = kept;
        changed = true;
      }
      if (!mandatory[index]) continue;
      const latest = Math.max(-1, ...kept.map((option) => option.start));
      for (const required of action.requires) {
        const before = options[required] ?? [];
        const after = before.filter((option) => option.finish <= latest);
        if (after.length < before.length || !mandatory[required]) {
          options[required] = after;
          mandatory[required] = true;
          changed = true;
        }
      }
    }
  }
  const actions = grid.actions.map((action, index) => ({
    ...action,
    mandatory: mandatory[index] ?? false,
    options: options[index] ?? [],
  }));
  return { ...grid, actions };
}

function earliestFinish(options: readonly Option[]): number {
  return options.reduce((least, option) => Math.min(least, option.finish), Number.POSITIVE_INFINITY);
}
