import type { Random } from "#app/domain/kernel/random.ts";
import { type Core, coreOf, moved, reducedCosts } from "./core.ts";
import { improve } from "./improve.ts";
import type { Prices } from "./insert.ts";
import type { LinearModel, LinearSolution, Solve } from "./linear.ts";
import { type GridModel, modelOf } from "./model.ts";
import { neighbourhood, roundedPlan, solveFreed } from "./neighbourhood.ts";
import { columnsOf, type Selection, selectionOf } from "./selection.ts";

/** A solver that adds up the work it did, in a measure that does not depend on the machine, and remembers a stop by the clock. */
export type Meter = { readonly solve: Solve; readonly work: () => number; readonly stopped: () => boolean };

/** What a simplex iteration costs: the entries of the matrix and this much besides. */
const iterationBase = 11_000;
/** Iterations that setting up a model is worth. */
const setUp = 150;

export function metered(solver: Solve): Meter {
  let work = 0;
  let stopped = false;
  const solve: Solve = (model, options) => {
    const answer = solver(model, options);
    work += (answer.iterations + setUp) * workOf(model);
    stopped ||= answer.status === "stopped";
    return answer;
  };
  return { solve, work: () => work, stopped: () => stopped };
}

function workOf(model: LinearModel): number {
  return model.values.length + iterationBase;
}

/** Work that an ordinary machine does in a second. */
export const workASecond = 3e7;

/** The share of the effort that goes into neighbourhoods; the rest closes the gap from above. */
const neighbourhoodShare = 0.6;
/** The share of the effort, at most, for the plan that the relaxation suggests. */
const roundingShare = 0.2;
/** Iterations for one neighbourhood, and how many actions it frees: the size follows what can be solved. */
const freedIterations = 2_500;
const sizes = { least: 12, first: 40 };

/** Two plans closer than this share of their worth count as equal. */
export const provenGap = 1e-6;

/** How far a value may be from the best, as a share of the bound. */
export function gapOf(value: number, upperBound: number): number {
  return Math.max(0, upperBound - value) / Math.max(Math.abs(upperBound), 1e-9);
}

/** The relaxation of a grid, solved. */
export type Relaxed = { readonly gridModel: GridModel; readonly solution: LinearSolution; readonly prices: Prices };

/**
 * Betters a complete plan and lowers the bound: neighbourhoods solved to proof among the promising options, then all of those at
 * once. Ends when `budget` work is spent or nothing is left to gain.
 */
export function search(
  plan: Selection,
  { gridModel, solution, prices }: Relaxed,
  likely: Float64Array,
  meter: Meter,
  budget: number,
  random: Random,
): { readonly best: Selection; readonly bound: number } {
  const { grid } = plan;
  const actions = grid.actions.length;
  const reduced = reducedCosts(gridModel.model, solution.prices);
  const columns = Math.max(900, Math.ceil(2.2 * actions));
  let core = coreOf(plan, gridModel, reduced, solution.bound, columns);
  let best = rounded(plan, core, gridModel, solution, meter, budget * roundingShare);
  if (best !== plan) core = coreOf(best, gridModel, reduced, solution.bound, columns);
  let size = Math.min(actions, sizes.first);
  const from = meter.work();
  const until = from + budget * neighbourhoodShare;
  for (
    let round = 1;
    meter.work() < until && gapOf(best.value, solution.bound) > provenGap && !meter.stopped();
    round++
  ) {
    const whole = size >= actions;
    const free = whole ? new Set(grid.actions.keys()) : neighbourhood(core.selection, likely, size, random);
    const solved = solveFreed(core.selection, free, meter.solve, freedIterations);
    if (whole && solved) break;
    size = Math.max(sizes.least, Math.min(actions, Math.ceil(size * (solved ? 1.15 : 0.85))));
    if (round % 5 !== 0) continue;
    const polished = improve(moved(core.selection, grid), prices, likely, Math.ceil(100_000 / (40 + actions)), random);
    if (polished.value > best.value) best = polished;
    core = coreOf(best, gridModel, reduced, solution.bound, columns);
  }
  if (core.selection.value > best.value) best = moved(core.selection, grid);
  if (gapOf(best.value, solution.bound) <= provenGap) return { best, bound: solution.bound };
  const end = coreOf(best, gridModel, reduced, solution.bound, columns);
  return proven(best, end, meter, (model) => Math.ceil((from + budget - meter.work()) / workOf(model)));
}

/** The plan around what the relaxation chooses entirely, where it is worth more than `plan`. */
function rounded(
  plan: Selection,
  core: Core,
  { firstColumn }: GridModel,
  { x }: LinearSolution,
  meter: Meter,
  budget: number,
): Selection {
  const { grid } = core.selection;
  const whole = Int32Array.from(grid.actions, ({ options }, index) => {
    const first = firstColumn[index] ?? 0;
    const all = plan.grid.actions[index]?.options ?? [];
    const option = all.find((_, k) => (x?.[first + k] ?? 0) > 1 - 1e-6);
    return option === undefined ? -1 : options.indexOf(option);
  });
  const found = roundedPlan(grid, whole, meter.solve, Math.ceil(budget / iterationBase / 3));
  return found !== null && found.value > plan.value ? moved(found, plan.grid) : plan;
}

/** Above this many columns a core is not solved at once: the relaxation's bound is close by then. */
const columnsAtOnce = 2_600;

/** Solves a core at once from the best plan in it: perhaps a better one, and a bound for the whole grid. */
function proven(
  from: Selection,
  { selection, outside }: Core,
  meter: Meter,
  iterations: (model: LinearModel) => number,
) {
  const core = selection.grid;
  const { model, firstColumn } = modelOf(core);
  if (model.columns > columnsAtOnce) return { best: from, bound: Number.POSITIVE_INFINITY };
  const start = columnsOf(moved(from, core), firstColumn, model.columns);
  const answer = meter.solve(model, { whole: true, iterations: iterations(model), gap: provenGap / 10, start });
  const found = answer.x === null ? from : moved(selectionOf(core, firstColumn, answer.x), from.grid);
  const best = found.complete && found.value > from.value ? found : from;
  return { best, bound: Math.max(answer.bound, outside, best.value) };
}
