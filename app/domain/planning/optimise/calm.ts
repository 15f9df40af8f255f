import type { Grid, Option } from "./grid.ts";
import { fill, type Guide, polish } from "./insert.ts";
import type { Solve } from "./linear.ts";
import { modelOf } from "./model.ts";
import { solveFreed } from "./neighbourhood.ts";
import { Selection } from "./selection.ts";

/** What a plan in force holds of a grid's actions. */
export type Held = {
  /** The option that each action has in the plan in force; null for those that it has not, or that fit there no more. */
  readonly options: readonly (Option | null)[];
  /** Actions of which more is known than when that plan was made: only these are placed anew on a small gain. */
  readonly touched: ReadonlySet<number>;
  /** What a plan rearranged as a whole must be worth more than the calm one, as a share of its worth. */
  readonly wholeGain: number;
};

/** Simplex iterations for a repair and for placing what is free. */
const repairIterations = 400_000;
const freedIterations = 40_000;

/**
 * The plan in force, in the grid of today: every held option that still fits. What is mandatory and missing is added without
 * moving anything; where that is impossible, the plan that keeps the most of it. Null when the solver finds none.
 */
export function keptPlan(grid: Grid, held: Held, bare: Guide, solve: Solve): Selection | null {
  const selection = new Selection(grid);
  for (let placed = true; placed; ) {
    placed = false;
    for (const [action, option] of held.options.entries()) {
      if (option === null || selection.chosen[action] !== -1) continue;
      const index = grid.actions[action]?.options.indexOf(option) ?? -1;
      if (index < 0 || !selection.allows(action, option)) continue;
      selection.choose(action, index);
      placed = true;
    }
  }
  fill(selection, missing(selection), bare);
  return selection.complete ? selection : repaired(grid, held, solve);
}

function missing({ grid, chosen }: Selection): number[] {
  return [...grid.actions.keys()].filter((action) => grid.actions[action]?.mandatory && chosen[action] === -1);
}

/** What is mandatory with as many held options as possible; the rest of the plan is added afterwards. */
function repaired(grid: Grid, held: Held, solve: Solve): Selection | null {
  const actions = grid.actions.map((action, index) => {
    const kept = held.options[index] ?? null;
    const options = action.options.map((option) => ({ ...option, value: option === kept ? 1 : 0 }));
    return { ...action, options: action.mandatory || kept !== null ? options : [] };
  });
  const { model, firstColumn } = modelOf({ ...grid, actions });
  const { x } = solve(model, { whole: true, iterations: repairIterations, gap: 0.01 });
  if (x === null) return null;
  const chosen = Int32Array.from(actions, ({ options }, index) =>
    options.findIndex((_, k) => (x[(firstColumn[index] ?? 0) + k] ?? 0) > 0.5),
  );
  const selection = new Selection(grid);
  selection.restore(chosen);
  return selection.complete ? selection : null;
}

/**
 * Betters a kept plan without rearranging it: what is touched or not in the plan is placed together, the others stay; then each
 * item alone may take an option that is worth more, the cost of the change taken off.
 */
export function bettered(selection: Selection, held: Held, bare: Guide, solve: Solve): Selection {
  const all = [...selection.grid.actions.keys()];
  const free = new Set(all.filter((action) => held.touched.has(action) || selection.chosen[action] === -1));
  solveFreed(selection, free, solve, freedIterations);
  for (let before = Number.NEGATIVE_INFINITY; selection.value > before + 1e-9; ) {
    before = selection.value;
    fill(selection, missing(selection).concat(all), bare);
    polish(selection, all, bare);
  }
  return selection;
}
