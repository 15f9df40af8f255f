import { randomFrom } from "#app/domain/kernel/random.ts";
import type { PlanAnswer, PlanProblem } from "../problem.ts";
import { bettered, type Held, keptPlan } from "./calm.ts";
import { smallestConflict } from "./conflicts.ts";
import { type Grid, gridOf, tightened } from "./grid.ts";
import { improve, restarts } from "./improve.ts";
import { guideFrom, type Prices, scarcityPrices } from "./insert.ts";
import type { LinearSolution, Solve } from "./linear.ts";
import { type GridModel, modelOf } from "./model.ts";
import { neighbourhood, solveFreed } from "./neighbourhood.ts";
import { Selection } from "./selection.ts";

/** A plan of a grid with its certificate; `selection` null means impossible. */
export type GridAnswer = {
  readonly selection: Selection | null;
  readonly upperBound: number;
  readonly truncated: boolean;
  readonly conflicts: readonly string[];
};

/** Above this many columns the whole-number model is solved in neighbourhoods instead of at once. */
const columnsAtOnce = 2_600;
/** Two plans closer than this share of their worth count as equal. */
const provenGap = 1e-6;

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

/** How far a value may be from the best, as a share of the bound. */
export function gapOf(value: number, upperBound: number): number {
  return Math.max(0, upperBound - value) / Math.max(Math.abs(upperBound), 1e-9);
}

/**
 * `effort` is in seconds of an ordinary machine and only selects how many iterations are spent. With a plan in force the answer
 * is that plan with what must or may well change, unless a rearrangement of the whole is worth `held.wholeGain` more.
 */
export function optimiseGrid(
  whole: Grid,
  effort: number,
  seed: number,
  solve: Solve,
  held: Held | null = null,
): GridAnswer {
  const grid = tightened(whole);
  const random = randomFrom(seed);
  let truncated = false;
  const watched: Solve = (model, options) => {
    const answer = solve(model, options);
    if (answer.status === "stopped") truncated = true;
    return answer;
  };
  const stuck = () => ({ selection: null, upperBound: 0, truncated, conflicts: smallestConflict(whole, watched) });
  if (grid.actions.some((action) => action.mandatory && action.options.length === 0)) return stuck();

  const gridModel = modelOf(grid);
  const { model } = gridModel;
  const relaxed = watched(model, { whole: false, iterations: 2_000_000, gap: 0 });
  if (relaxed.status === "infeasible") return stuck();
  const prices = pricesOf(grid, gridModel, relaxed);
  const likely = likelihood(grid, gridModel, relaxed.x);
  let upperBound = Math.min(relaxed.bound, looseBound(grid));

  const actions = Math.max(1, grid.actions.length);
  const bare = guideFrom(grid, prices, 0);
  const kept = held === null ? null : keptPlan(grid, held, bare, watched);
  const calm = held === null || kept === null ? null : bettered(kept, held, bare, watched);
  let best = restarts(grid, prices, Math.ceil((effort * 3_000) / actions), random);
  if (calm !== null && !best.complete) best = copyOf(calm);
  if (!best.complete) {
    const found = mandatoryOnly(grid, watched);
    if (found === null) return stuck();
    if (found !== "unknown") best = found;
  }
  best = improve(best, prices, likely, Math.ceil((effort * 600_000) / (40 + actions)), random);

  if (model.columns <= columnsAtOnce) {
    const start = startOf(gridModel, best);
    const iterations = Math.ceil((effort * 1.2e7) / (model.values.length + 5_000));
    const answer = watched(model, { whole: true, iterations, gap: provenGap / 10, start });
    if (answer.status === "infeasible" && !best.complete) return stuck();
    upperBound = Math.min(upperBound, answer.bound);
    if (answer.x !== null) best = better(best, selectionOf(grid, gridModel, answer.x));
  } else {
    const rounds = Math.ceil(effort * 1.5);
    for (let round = 0; round < rounds && gapOf(best.value, upperBound) > provenGap; round++) {
      const size = Math.min(actions, 40);
      solveFreed(best, neighbourhood(best, likely, size, random), watched, 3_000);
      best = improve(best, prices, likely, Math.ceil(10_000 / (40 + actions)), random);
    }
  }
  if (calm !== null && best.value <= calm.value + (held?.wholeGain ?? 0) * Math.abs(calm.value)) best = calm;
  if (!best.complete) return stuck();
  return { selection: best, upperBound, truncated, conflicts: [] };
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

function startOf({ model, firstColumn }: GridModel, selection: Selection): Float64Array {
  const start = new Float64Array(model.columns);
  for (const [index, option] of selection.chosen.entries())
    if (option >= 0) start[(firstColumn[index] ?? 0) + option] = 1;
  return start;
}

function selectionOf(grid: Grid, { firstColumn }: GridModel, x: Float64Array): Selection {
  const chosen = Int32Array.from(grid.actions, (action, index) =>
    action.options.findIndex((_, k) => (x[(firstColumn[index] ?? 0) + k] ?? 0) > 0.5),
  );
  const selection = new Selection(grid);
  selection.restore(chosen);
  return selection;
}

function copyOf(selection: Selection): Selection {
  const copy = new Selection(selection.grid);
  copy.restore(selection.chosen);
  return copy;
}

function better(a: Selection, b: Selection): Selection {
  return b.complete && (!a.complete || b.value > a.value) ? b : a;
}

/** A plan of the mandatory actions alone, when placing them one by one fails; null when there is none at all. */
function mandatoryOnly(grid: Grid, solve: Solve): Selection | "unknown" | null {
  const actions = grid.actions.map((action) => (action.mandatory ? action : { ...action, options: [] }));
  const sub = { ...grid, actions };
  const gridModel = modelOf(sub);
  const answer = solve(gridModel.model, { whole: true, iterations: 400_000, gap: 0.5 });
  if (answer.status === "infeasible") return null;
  if (answer.x === null) return "unknown";
  const found = selectionOf(sub, gridModel, answer.x);
  const selection = new Selection(grid);
  selection.restore(found.chosen);
  return selection;
}
