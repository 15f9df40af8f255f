import type { Grid } from "./grid.ts";
import type { LinearModel } from "./linear.ts";

/** Which limit a row states: a pool in a period, the cash of a period, or none. */
type Limit = { readonly pool: number | "cash"; readonly period: number } | null;

/** The model of a grid, with the column where each action's options begin and the limit that each row states. */
export type GridModel = {
  readonly model: LinearModel;
  readonly firstColumn: readonly number[];
  readonly limits: readonly Limit[];
};

type Row = {
  readonly limit: Limit;
  readonly lower: number;
  readonly upper: number;
  readonly entries: Map<number, number>;
};

/**
 * One column for each option. Rows: at most (mandatory: exactly) one option an action; each pool in each period; cumulative cash;
 * and for each requirement and start period, what has started by then is no more than what its requirement has finished
 * (the disaggregated form, whose relaxation is tight).
 */
export function modelOf(grid: Grid): GridModel {
  const firstColumn: number[] = [];
  let columns = 0;
  for (const action of grid.actions) {
    firstColumn.push(columns);
    columns += action.options.length;
  }
  const rows = [...choiceRows(grid, firstColumn), ...resourceRows(grid, firstColumn), ...orderRows(grid, firstColumn)];
  const cost = Float64Array.from(grid.actions.flatMap((action) => action.options.map((option) => option.value)));
  return { model: pack(columns, cost, rows), firstColumn, limits: rows.map((row) => row.limit) };
}

function choiceRows(grid: Grid, first: readonly number[]): Row[] {
  return grid.actions.flatMap((action, index) => {
    if (action.options.length === 0 && !action.mandatory) return [];
    const entries = new Map(action.options.map((_, k) => [(first[index] ?? 0) + k, 1]));
    return [{ limit: null, lower: action.mandatory ? 1 : 0, upper: 1, entries }];
  });
}

function resourceRows(grid: Grid, first: readonly number[]): Row[] {
  const pools = grid.capacity.map((capacity, pool) =>
    capacity.map((upper, period) => resourceRow({ pool, period }, upper)),
  );
  const cash = grid.cash.map((upper, period) => resourceRow({ pool: "cash", period }, upper));
  for (const [index, action] of grid.actions.entries()) {
    for (const [k, option] of action.options.entries()) {
      const column = (first[index] ?? 0) + k;
      for (const [pool, amount] of option.use)
        for (let t = option.start; t < option.finish; t++) pools[pool]?.[t]?.entries.set(column, amount);
      if (option.cash !== 0)
        for (let t = option.start; t < grid.periods; t++) cash[t]?.entries.set(column, option.cash);
    }
  }
  // What is paid only grows, so of periods with the same release the last one's row implies the others.
  const binding = cash.filter((_, t) => t === grid.cash.length - 1 || (grid.cash[t + 1] ?? 0) > (grid.cash[t] ?? 0));
  return [...pools.flat(), ...binding].filter((row) => row.entries.size > 0);
}

function resourceRow(limit: Limit, upper: number): Row {
  return { limit, lower: 0, upper, entries: new Map() };
}

function orderRows(grid: Grid, first: readonly number[]): Row[] {
  return grid.actions.flatMap((action, index) =>
    [...new Set(action.requires)].flatMap((required) => {
      const needed = grid.actions[required]?.options ?? [];
      const starts = [...new Set(action.options.map((option) => option.start))].sort((a, b) => a - b);
      return starts.map((t) => {
        const entries = new Map<number, number>();
        for (const [k, option] of action.options.entries())
          if (option.start <= t) entries.set((first[index] ?? 0) + k, 1);
        for (const [k, option] of needed.entries()) if (option.finish <= t) entries.set((first[required] ?? 0) + k, -1);
        return { limit: null, lower: -1, upper: 0, entries };
      });
    }),
  );
}

function pack(columns: number, cost: Float64Array, rows: readonly Row[]): LinearModel {
  const size = rows.reduce((sum, row) => sum + row.entries.size, 0);
  const starts = new Int32Array(rows.length + 1);
  const indices = new Int32Array(size);
  const values = new Float64Array(size);
  let at = 0;
  for (const [index, row] of rows.entries()) {
    for (const [column, value] of [...row.entries].sort(([a], [b]) => a - b)) {
      indices[at] = column;
      values[at++] = value;
    }
    starts[index + 1] = at;
  }
  const rowLower = Float64Array.from(rows, (row) => row.lower);
  const rowUpper = Float64Array.from(rows, (row) => row.upper);
  return {
    columns,
    cost,
    upper: new Float64Array(columns).fill(1),
    rows: rows.length,
    rowLower,
    rowUpper,
    starts,
    indices,
    values,
  };
}
