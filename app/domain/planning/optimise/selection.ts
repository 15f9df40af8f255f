import { type Grid, type Option, tolerance } from "./grid.ts";

/** Which option of each action is chosen, and what is left of every limit. The one mutable thing in the optimiser. */
export class Selection {
  readonly chosen: Int32Array;
  value = 0;
  private readonly left: Float64Array[];
  private readonly cashLeft: Float64Array;
  private readonly slackOf: number[];
  private readonly cashSlack: number;
  readonly dependents: readonly (readonly number[])[];
  readonly grid: Grid;

  constructor(grid: Grid) {
    this.grid = grid;
    this.chosen = new Int32Array(grid.actions.length).fill(-1);
    this.left = grid.capacity.map((capacity) => Float64Array.from(capacity));
    this.cashLeft = Float64Array.from(grid.cash);
    this.slackOf = grid.capacity.map((capacity) => tolerance * Math.max(1, ...capacity));
    this.cashSlack = tolerance * Math.max(1, ...grid.cash);
    const dependents: number[][] = grid.actions.map(() => []);
    for (const [index, action] of grid.actions.entries())
      for (const required of action.requires) dependents[required]?.push(index);
    this.dependents = dependents;
  }

  optionOf(action: number): Option | undefined {
    return this.grid.actions[action]?.options[this.chosen[action] ?? -1];
  }

  /** Whether the limits, the requirements and what waits for this action allow the option now. The action must not be chosen. */
  allows(action: number, option: Option): boolean {
    for (const required of this.grid.actions[action]?.requires ?? []) {
      const before = this.optionOf(required);
      if (before === undefined || before.finish > option.start) return false;
    }
    for (const dependent of this.dependents[action] ?? []) {
      const after = this.optionOf(dependent);
      if (after !== undefined && after.start < option.finish) return false;
    }
    return this.holds(option);
  }

  private holds(option: Option): boolean {
    for (const [pool, amount] of option.use) {
      const left = this.left[pool] as Float64Array;
      const slack = this.slackOf[pool] as number;
      for (let t = option.start; t < option.finish; t++) if ((left[t] as number) + slack < amount) return false;
    }
    if (option.cash > 0)
      for (let t = option.start; t < this.cashLeft.length; t++)
        if ((this.cashLeft[t] as number) + this.cashSlack < option.cash) return false;
    return true;
  }

  choose(action: number, index: number): void {
    this.chosen[action] = index;
    this.take(this.optionOf(action) as Option, 1);
  }

  /** Takes an action out, alone: what requires it must be out already. */
  release(action: number): void {
    const option = this.optionOf(action);
    if (option === undefined) return;
    this.take(option, -1);
    this.chosen[action] = -1;
  }

  /** Takes an action out with everything that waits for it; returns them all. */
  releaseWithDependents(action: number): number[] {
    if (this.chosen[action] === -1) return [];
    const released: number[] = [];
    for (const dependent of this.dependents[action] ?? []) released.push(...this.releaseWithDependents(dependent));
    this.release(action);
    released.push(action);
    return released;
  }

  private take(option: Option, sign: 1 | -1): void {
    this.value += sign * option.value;
    for (const [pool, amount] of option.use) {
      const left = this.left[pool] as Float64Array;
      for (let t = option.start; t < option.finish; t++) left[t] = (left[t] as number) - sign * amount;
    }
    for (let t = option.start; t < this.cashLeft.length; t++)
      this.cashLeft[t] = (this.cashLeft[t] as number) - sign * option.cash;
  }

  /** Makes this selection equal to a list of chosen options, freshly summed so that rounding does not build up. */
  restore(chosen: Int32Array): void {
    this.value = 0;
    for (const [pool, capacity] of this.grid.capacity.entries()) this.left[pool]?.set(capacity);
    this.cashLeft.set(this.grid.cash);
    for (const [action, index] of chosen.entries()) {
      this.chosen[action] = index;
      const option = this.optionOf(action);
      if (option !== undefined) this.take(option, 1);
    }
  }

  /** Whether every mandatory action is in. */
  get complete(): boolean {
    return this.grid.actions.every((action, index) => !action.mandatory || this.chosen[index] !== -1);
  }
}

/** The selection that a solver's columns mean; `firstColumn` says where each action's options begin. */
export function selectionOf(grid: Grid, firstColumn: readonly number[], x: Float64Array): Selection {
  const selection = new Selection(grid);
  selection.restore(
    Int32Array.from(grid.actions, (action, index) =>
      action.options.findIndex((_, k) => (x[(firstColumn[index] ?? 0) + k] ?? 0) > 0.5),
    ),
  );
  return selection;
}

/** A selection as a solver's columns. */
export function columnsOf(selection: Selection, firstColumn: readonly number[], columns: number): Float64Array {
  const x = new Float64Array(columns);
  for (const [index, option] of selection.chosen.entries()) if (option >= 0) x[(firstColumn[index] ?? 0) + option] = 1;
  return x;
}
