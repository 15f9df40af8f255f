import type { Random } from "#app/domain/kernel/random.ts";
import type { Grid } from "./grid.ts";
import type { Selection } from "./selection.ts";

/** What an option is worth after paying for what it uses, and the order in which to try an action's options. */
export type Guide = {
  readonly worth: readonly Float64Array[];
  readonly order: readonly Int32Array[];
  /** Best value for each unit of priced resource: what greedy ordering sorts by. */
  readonly density: Float64Array;
};

/** Prices of a unit of each pool in each period and of cash from each period on; from the relaxation, or by scarcity. */
export type Prices = { readonly pool: readonly Float64Array[]; readonly cash: Float64Array };

/** Prices without a relaxation: every limit is worth the same in all, spread over its size. */
export function scarcityPrices(grid: Grid): Prices {
  const best = grid.actions.map((action) => Math.max(0, ...action.options.map((option) => option.value)));
  const worth = best.reduce((sum, value) => sum + value, 0) / (grid.capacity.length + 1);
  const pool = grid.capacity.map((capacity) => {
    const all = capacity.reduce((sum, hours) => sum + hours, 0);
    return Float64Array.from(capacity, () => worth / Math.max(all, 1));
  });
  const cash = Float64Array.from(
    grid.cash,
    () => worth / Math.max(1, grid.cash.at(-1) ?? 1) / Math.max(1, grid.periods),
  );
  return { pool, cash };
}

/** `weight` says how much of the prices to charge: 0 is the bare value, 1 the reduced cost. */
export function guideFrom(grid: Grid, prices: Prices, weight: number): Guide {
  const cashFrom = new Float64Array(grid.periods + 1);
  for (let t = grid.periods - 1; t >= 0; t--) cashFrom[t] = (cashFrom[t + 1] ?? 0) + (prices.cash[t] ?? 0);
  const density = new Float64Array(grid.actions.length);
  const worth = grid.actions.map((action, index) => {
    let best = 0;
    const values = Float64Array.from(action.options, (option) => {
      let charge = option.cash * (cashFrom[option.start] ?? 0);
      for (const [pool, amount] of option.use)
        for (let t = option.start; t < option.finish; t++) charge += amount * (prices.pool[pool]?.[t] ?? 0);
      if (option.value > 0) best = Math.max(best, option.value / (charge + 1e-3 * option.value + 1e-9));
      return option.value - weight * charge;
    });
    density[index] = best;
    return values;
  });
  const order = worth.map((values) =>
    Int32Array.from(values.keys()).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b),
  );
  return { worth, order, density };
}

/** Chooses the best allowed option of an action, its requirements first. Undoes everything and answers null when it cannot. */
export function insert(selection: Selection, action: number, guide: Guide): number[] | null {
  const placed: number[] = [];
  if (insertInto(selection, action, guide, placed, 0)) return placed;
  undo(selection, placed);
  return null;
}

function insertInto(selection: Selection, action: number, guide: Guide, placed: number[], depth: number): boolean {
  const { requires, options } = selection.grid.actions[action] as Grid["actions"][number];
  if (depth > 60) return false;
  for (const required of requires)
    if (selection.chosen[required] === -1 && !insertInto(selection, required, guide, placed, depth + 1)) return false;
  for (const index of guide.order[action] as Int32Array) {
    const option = options[index];
    if (option !== undefined && selection.allows(action, option)) {
      selection.choose(action, index);
      placed.push(action);
      return true;
    }
  }
  return false;
}

export function undo(selection: Selection, placed: readonly number[]): void {
  for (let at = placed.length - 1; at >= 0; at--) selection.release(placed[at] as number);
}

/** Tries the actions in order and keeps what adds worth; mandatory ones are kept whatever they cost. */
export function fill(selection: Selection, actions: Iterable<number>, guide: Guide): void {
  for (const action of actions) {
    if (selection.chosen[action] !== -1) continue;
    const before = selection.value;
    const placed = insert(selection, action, guide);
    if (placed === null || selection.grid.actions[action]?.mandatory) continue;
    if (selection.value <= before) undo(selection, placed);
  }
}

/** Moves each action to the best option it may have now, and drops optional ones that nothing needs and that cost more than they give. */
export function polish(selection: Selection, actions: Iterable<number>, bare: Guide): void {
  for (const action of actions) {
    const index = selection.chosen[action] as number;
    if (index === -1) continue;
    const { mandatory, options } = selection.grid.actions[action] as Grid["actions"][number];
    const needed = selection.dependents[action]?.some((dependent) => selection.chosen[dependent] !== -1);
    selection.release(action);
    let better = index;
    for (const candidate of bare.order[action] as Int32Array) {
      if (candidate === index) break;
      const option = options[candidate];
      if (option !== undefined && selection.allows(action, option)) {
        better = candidate;
        break;
      }
    }
    if (mandatory || needed || (options[better]?.value ?? 0) > 0) selection.choose(action, better);
  }
}

/** Mandatory actions by how late they may start, then the others by density; `noise` 0 is plain greedy. */
export function ranking(grid: Grid, guide: Guide, random: Random, noise: number): number[] {
  const key = grid.actions.map((action, index) => {
    if (action.mandatory)
      return -1e12 + Math.max(0, ...action.options.map((option) => option.start)) + noise * random();
    return -(guide.density[index] ?? 0) * Math.exp(noise * (random() - 0.5));
  });
  return grid.actions.map((_, index) => index).sort((a, b) => (key[a] ?? 0) - (key[b] ?? 0) || a - b);
}
