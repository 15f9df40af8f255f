import { type Grid, type GridAction, tightened } from "./grid.ts";
import type { Solve } from "./linear.ts";
import { modelOf } from "./model.ts";

/** One demand that can be lifted: a mandatory action, a requirement, a pool's hours, or the cash. */
type Demand = { readonly text: string; readonly lift: (grid: Grid) => Grid };

/**
 * The smallest set of demands found that cannot hold together, in words. Each demand is lifted in turn; when the rest is still
 * impossible it was not needed for the conflict (a deletion filter: no member of the result can be spared).
 */
export function smallestConflict(grid: Grid, solve: Solve): string[] {
  const wanted = withRequirements(grid);
  const waits = requirementsOf(wanted);
  const bare = waits.reduce((from, wait) => wait.lift(from), wanted);
  // Mostly nobody's waiting matters, and then one solve says so for all of them.
  const innocent = impossible(bare, solve);
  let remaining = [...limitsOf(grid), ...(innocent ? [] : waits), ...mandatoryOf(grid)];
  let current = innocent ? bare : wanted;
  for (const demand of remaining) {
    const without = demand.lift(current);
    if (!impossible(without, solve)) continue;
    current = without;
    remaining = remaining.filter((other) => other !== demand);
  }
  return remaining.map((demand) => demand.text);
}

/** Only what is mandatory, with everything it requires: the rest cannot cause a conflict. */
function withRequirements(grid: Grid): Grid {
  const needed = new Set<number>();
  const visit = (index: number): void => {
    if (needed.has(index)) return;
    needed.add(index);
    for (const required of grid.actions[index]?.requires ?? []) visit(required);
  };
  for (const [index, action] of grid.actions.entries()) if (action.mandatory) visit(index);
  return {
    ...grid,
    actions: grid.actions.map((action, index) => (needed.has(index) ? action : { ...action, options: [] })),
  };
}

function mandatoryOf(grid: Grid): Demand[] {
  return grid.actions.flatMap((action, index): Demand[] => {
    if (!action.mandatory) return [];
    const latest = action.options.reduce((most, option) => Math.max(most, option.finish), 0);
    const text =
      latest === 0 ? `${action.id} must be done, and no mode of it fits` : `${action.id} must finish by ${latest}`;
    return [{ text, lift: (from) => withAction(from, index, (own) => ({ ...own, mandatory: false })) }];
  });
}

function requirementsOf(grid: Grid): Demand[] {
  return grid.actions.flatMap((action, index) =>
    action.options.length === 0
      ? []
      : [...new Set(action.requires)].map((required): Demand => {
          const without = (own: GridAction) => ({ ...own, requires: own.requires.filter((one) => one !== required) });
          const text = `${action.id} waits for ${grid.actions[required]?.id ?? required}`;
          return { text, lift: (from) => withAction(from, index, without) };
        }),
  );
}

function limitsOf(grid: Grid): Demand[] {
  const pools = grid.capacity.map(
    (capacity, pool): Demand => ({
      text: `pool ${pool} has ${Math.max(0, ...capacity)} hours a period`,
      lift: (from) => ({ ...from, capacity: from.capacity.map((row, at) => (at === pool ? row.map(() => 1e9) : row)) }),
    }),
  );
  const cash: Demand = {
    text: `${grid.cash.at(-1) ?? 0} in cash is released`,
    lift: (from) => ({ ...from, cash: from.cash.map(() => 1e12) }),
  };
  return [...pools, cash];
}

function withAction(grid: Grid, index: number, change: (action: GridAction) => GridAction): Grid {
  return { ...grid, actions: grid.actions.map((action, at) => (at === index ? change(action) : action)) };
}

/** True only when proven: an undecided search counts as possible, which keeps the demand in the answer. */
function impossible(grid: Grid, solve: Solve): boolean {
  const tight = tightened(grid);
  if (tight.actions.some((action) => action.mandatory && action.options.length === 0)) return true;
  const { model } = modelOf({ ...tight, actions: tight.actions.map((a) => (a.mandatory ? a : { ...a, options: [] })) });
  if (model.columns === 0) return false;
  if (solve(model, { whole: false, iterations: 200_000, gap: 0 }).status === "infeasible") return true;
  return solve(model, { whole: true, iterations: 100_000, gap: 1 }).status === "infeasible";
}
