import { randomFrom } from "#app/domain/kernel/random.ts";
import type { PlanAnswer, PlanProblem } from "../problem.ts";
import { bettered, type Held, keptPlan } from "./calm.ts";
import { smallestConflict } from "./conflicts.ts";
import { type Grid, gridOf, tightened } from "./grid.ts";
import { improve, restarts } from "./improve.ts";
import { guideFrom, type Prices, scarcityPrices } from "./insert.ts";
import type { LinearSolution, Solve } from "./linear.ts";
import { type GridModel, modelOf } from "./model.ts";
import { gapOf, metered, provenGap, search, workASecond } from "./search.ts";
import { Selection, selectionOf } from "./selection.ts";

/** A plan of a grid with its certificate; `selection` null means impossible. */
export type GridAnswer = {
  readonly selection: Selection | null;
  readonly upperBound: number;
  readonly truncated: boolean;
  readonly conflicts: readonly string[];
};

/**
 * The best plan found for a problem, with a certified upper bound. The same problem and seed give the same plan: all work is
 * counted in iterations. `truncated` says that the solver's hard stop on the clock cut in.
 */
export function optimise(problem: PlanProblem, solve: Solve): PlanAnswer {
  const grid = gridOf(problem);
  const answer = optimiseGrid(grid, problem.seconds, problem.seed, solve);
  if (answer.selection === null) {
    const { conflicts, truncated } = answer;
    return { status: "infeasible", value: 0, upperBound: 0, gap: 0, schedule: [], conflicts, truncated };
  }
  const schedule = problem.actions.flatMap((action, index) => {
    const option = answer.selection?.optionOf(index);
    return option === undefined
      ? []
      : [{ id: action.id, mode: option.mode, start: option.start, finish: option.finish }];
  });
  const value = answer.selection.value;
  const gap = gapOf(value, answer.upperBound);
  const status = gap <= provenGap ? "optimal" : "feasible";
  const upperBound = Math.max(answer.upperBound, value);
  return { status, value, upperBound, gap, schedule, conflicts: [], truncated: answer.truncated };
}

/**
 * `effort` is in seconds of an ordinary machine and only selects how many iterations are spent. With a plan in force the answer
 * is that plan with what must or may well change, unless a rearrangement of the whole is worth `held.wholeGain` more.
 */
export function optimiseGrid(
  whole: Grid,
  effort: number,
  seed: number,
  solver: Solve,
  held: Held | null = null,
): GridAnswer {
  const grid = tightened(whole);
  const random = randomFrom(seed);
  const meter = metered(solver);
  const { solve } = meter;
  const stuck = () => ({
    selection: null,
    upperBound: 0,
    truncated: meter.stopped(),
    conflicts: smallestConflict(whole, solve),
  });
  if (grid.actions.some((action) => action.mandatory && action.options.length === 0)) return stuck();

  const gridModel = modelOf(grid);
  const { model } = gridModel;
  const relaxed = solve(model, { whole: false, iterations: 2_000_000, gap: 0 });
  if (relaxed.status === "infeasible") return stuck();
  const prices = pricesOf(grid, gridModel, relaxed);
  const likely = likelihood(grid, gridModel, relaxed.x);
  let upperBound = Math.min(relaxed.bound, looseBound(grid));

  const actions = Math.max(1, grid.actions.length);
  const bare = guideFrom(grid, prices, 0);
  const kept = held === null ? null : keptPlan(grid, held, bare, solve);
  const calm = held === null || kept === null ? null : bettered(kept, held, bare, solve);
  let best = restarts(grid, prices, Math.ceil((effort * 3_000) / actions), random);
  if (calm !== null && !best.complete) best = copyOf(calm);
  if (!best.complete) {
    const found = mandatoryOnly(grid, solve);
    if (found === null) return stuck();
    if (found !== "unknown") best = found;
  }
  best = improve(
    best,
    prices,
    likely,
    Math.ceil(((effort * 1_200_000) / (40 + actions)) * Math.min(1, 300 / actions)),
    random,
  );

  if (best.complete && relaxed.status === "optimal") {
    const found = search(best, { gridModel, solution: relaxed, prices }, likely, meter, effort * workASecond, random);
    best = found.best;
    upperBound = Math.min(upperBound, found.bound);
  }
  if (calm !== null && best.value <= calm.value + (held?.wholeGain ?? 0) * Math.abs(calm.value)) best = calm;
  if (!best.complete) return stuck();
  return { selection: best, upperBound, truncated: meter.stopped(), conflicts: [] };
}

/** Every action at its best, without limits: a bound that needs no solver. */
function looseBound(grid: Grid): number {
  return grid.actions.reduce((sum, action) => {
    const best = action.options.reduce((most, option) => Math.max(most, option.value), Number.NEGATIVE_INFINITY);
    return sum + (action.mandatory ? best : Math.max(0, best));
  }, 0);
}

function pricesOf(grid: Grid, { limits }: GridModel, relaxed: LinearSolution): Prices {
  if (relaxed.status !== "optimal") return scarcityPrices(grid);
  const pool = grid.capacity.map((capacity) => new Float64Array(capacity.length));
  const cash = new Float64Array(grid.periods);
  for (const [row, limit] of limits.entries()) {
    if (limit === null) continue;
    const target = limit.pool === "cash" ? cash : pool[limit.pool];
    if (target !== undefined) target[limit.period] = Math.abs(relaxed.prices[row] ?? 0);
  }
  return { pool, cash };
}

/** How much of each action the relaxation chooses, 0..1. */
function likelihood(grid: Grid, { firstColumn }: GridModel, x: Float64Array | null): Float64Array {
  return Float64Array.from(grid.actions, (action, index) => {
    const first = firstColumn[index] ?? 0;
    return action.options.reduce((sum, _, k) => sum + (x?.[first + k] ?? 0.5 / action.options.length), 0);
  });
}

function copyOf(selection: Selection): Selection {
  const copy = new Selection(selection.grid);
  copy.restore(selection.chosen);
  return copy;
}

/** A plan of the mandatory actions alone, when placing them one by one fails; null when there is none at all. */
function mandatoryOnly(grid: Grid, solve: Solve): Selection | "unknown" | null {
  const actions = grid.actions.map((action) => (action.mandatory ? action : { ...action, options: [] }));
  const sub = { ...grid, actions };
  const gridModel = modelOf(sub);
  const answer = solve(gridModel.model, { whole: true, iterations: 400_000, gap: 0.5 });
  if (answer.status === "infeasible") return null;
  if (answer.x === null) return "unknown";
  const found = selectionOf(sub, gridModel.firstColumn, answer.x);
  const selection = new Selection(grid);
  selection.restore(found.chosen);
  return selection;
}
