import type { Grid } from "./grid.ts";
import type { LinearModel } from "./linear.ts";
import type { GridModel } from "./model.ts";
import { Selection } from "./selection.ts";

/** What each column is worth beyond the prices of what it takes: a plan that uses it is worth at most the relaxation plus this. */
export function reducedCosts(model: LinearModel, prices: Float64Array): Float64Array {
  const reduced = Float64Array.from(model.cost);
  for (let row = 0; row < model.rows; row++)
    for (let at = model.starts[row] as number; at < (model.starts[row + 1] as number); at++) {
      const column = model.indices[at] as number;
      reduced[column] = (reduced[column] as number) - (prices[row] as number) * (model.values[at] as number);
    }
  return reduced;
}

/** A smaller grid of the promising options, a plan in it, and what any plan outside it is worth at most. */
export type Core = { readonly selection: Selection; readonly outside: number };

/**
 * The options that cost least against the relaxation, about `columns` of them, and those of the plan `from`. What could not
 * better `from` in any plan is left out first, so a core may hold everything that matters: then `outside` is the worth of `from`.
 */
export function coreOf(
  from: Selection,
  { firstColumn }: GridModel,
  reduced: Float64Array,
  relaxed: number,
  columns: number,
): Core {
  const { grid } = from;
  const ranked = Float64Array.from(reduced).sort();
  const least = Math.max(from.value - relaxed, ranked[ranked.length - 1 - columns] ?? Number.NEGATIVE_INFINITY);
  const actions = grid.actions.map((action, index) => {
    const chosen = from.optionOf(index);
    const options = action.options.filter(
      (option, k) => option === chosen || (reduced[(firstColumn[index] ?? 0) + k] ?? 0) >= least,
    );
    return { ...action, options };
  });
  const core: Grid = { ...grid, actions };
  return { selection: moved(from, core), outside: relaxed + Math.min(0, least) };
}

/** The same plan in another grid of the same options. */
export function moved(from: Selection, to: Grid): Selection {
  const selection = new Selection(to);
  selection.restore(
    Int32Array.from(to.actions, ({ options }, index) => {
      const option = from.optionOf(index);
      return option === undefined ? -1 : options.indexOf(option);
    }),
  );
  return selection;
}
