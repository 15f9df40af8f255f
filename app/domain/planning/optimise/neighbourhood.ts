import type { Random } from "#app/domain/kernel/random.ts";
import { type Grid, type GridAction, tightened } from "./grid.ts";
import type { Solve } from "./linear.ts";
import { modelOf } from "./model.ts";
import { Selection, selectionOf } from "./selection.ts";

/** Which actions to solve again together: around one action, around a moment, or where relaxation and plan disagree most. */
export function neighbourhood(selection: Selection, likely: Float64Array, size: number, random: Random): Set<number> {
  const { actions } = selection.grid;
  const free = new Set<number>();
  const kind = random();
  const anchor = Math.floor(random() * actions.length);
  if (kind < 0.35) {
    const queue = [anchor];
    for (let at = 0; at < queue.length && free.size < size; at++) {
      const action = queue[at] as number;
      if (free.has(action)) continue;
      free.add(action);
      queue.push(...(actions[action]?.requires ?? []), ...(selection.dependents[action] ?? []));
    }
  } else if (kind < 0.7) {
    const at = selection.optionOf(anchor)?.start ?? Math.floor(random() * selection.grid.periods);
    const near = actions
      .map((_, index) => index)
      .filter((index) => Math.abs((selection.optionOf(index)?.start ?? 99) - at) <= 1);
    for (const action of shuffled(near, random).slice(0, Math.ceil(size * 0.7))) free.add(action);
  } else {
    const doubt = actions.map(
      (_, index) => Math.abs((likely[index] ?? 0) - (selection.chosen[index] === -1 ? 0 : 1)) + 0.3 * random(),
    );
    const ranked = [...doubt.keys()].sort((a, b) => (doubt[b] ?? 0) - (doubt[a] ?? 0));
    for (const action of ranked.slice(0, size)) free.add(action);
  }
  const outside = actions
    .map((_, index) => index)
    .filter((index) => selection.chosen[index] === -1 && (likely[index] ?? 0) > 0.01);
  for (const action of shuffled(outside, random)) if (free.size < size) free.add(action);
  for (const action of shuffled([...actions.keys()], random)) if (free.size < size) free.add(action);
  return free;
}

/**
 * Solves the freed actions to (near) optimality with all others held, and takes the answer when it is worth more. True when
 * solved to the end: more could have been freed.
 */
export function solveFreed(selection: Selection, free: ReadonlySet<number>, solve: Solve, iterations: number): boolean {
  const before = Int32Array.from(selection.chosen);
  const valueBefore = selection.value;
  const { chosen, solved } = freed(selection, free, solve, iterations);
  if (chosen === null) return false;
  selection.restore(chosen);
  if (selection.value <= valueBefore + 1e-9 * Math.abs(valueBefore)) selection.restore(before);
  return solved;
}

/** The best choice for everybody with the freed actions decided again; `solved` when proven. */
function freed(selection: Selection, free: ReadonlySet<number>, solve: Solve, iterations: number) {
  const members = [...free].sort((a, b) => a - b);
  const sub = tightened(restricted(selection, members));
  const { model, firstColumn } = modelOf(sub);
  const start = new Float64Array(model.columns);
  for (const [k, member] of members.entries()) {
    const option = selection.optionOf(member);
    const at = option === undefined ? -1 : (sub.actions[k]?.options.indexOf(option) ?? -1);
    if (at >= 0) start[(firstColumn[k] ?? 0) + at] = 1;
  }
  const answer = solve(model, { whole: true, iterations, gap: 1e-4, start });
  if (answer.x === null) return { chosen: null, solved: false };
  const decided = selectionOf(sub, firstColumn, answer.x);
  const chosen = Int32Array.from(selection.chosen);
  for (const [k, member] of members.entries()) {
    const option = decided.optionOf(k);
    chosen[member] = option === undefined ? -1 : (selection.grid.actions[member]?.options.indexOf(option) ?? -1);
  }
  return { chosen, solved: answer.status === "optimal" };
}

/** What the relaxation chooses entirely is held, the rest is decided around it; null when that leads to no plan. */
export function roundedPlan(grid: Grid, chosen: Int32Array, solve: Solve, iterations: number): Selection | null {
  const selection = new Selection(grid);
  selection.restore(chosen);
  const free = new Set([...grid.actions.keys()].filter((action) => chosen[action] === -1));
  const { chosen: whole } = freed(selection, free, solve, iterations);
  if (whole === null) return null;
  selection.restore(whole);
  return selection.complete ? selection : null;
}

/** The problem of the freed actions alone: what the held ones use is gone, and their places bound the free ones. */
function restricted(selection: Selection, members: readonly number[]): Grid {
  const { grid } = selection;
  const position = new Map(members.map((member, k) => [member, k]));
  const capacity = grid.capacity.map((row) => [...row]);
  const cash = [...grid.cash];
  for (const index of grid.actions.keys()) {
    const option = position.has(index) ? undefined : selection.optionOf(index);
    if (option === undefined) continue;
    for (const [pool, amount] of option.use) {
      const row = capacity[pool] as number[];
      for (let t = option.start; t < option.finish; t++) row[t] = Math.max(0, (row[t] ?? 0) - amount);
    }
    for (let t = option.start; t < cash.length; t++) cash[t] = (cash[t] ?? 0) - option.cash;
  }
  const actions = members.map((member): GridAction => {
    const action = grid.actions[member] as GridAction;
    const held = action.requires.filter((required) => !position.has(required));
    const opens = held.map((required) => selection.optionOf(required)?.finish ?? Number.POSITIVE_INFINITY);
    const waiting = (selection.dependents[member] ?? []).filter((dependent) => !position.has(dependent));
    const closes = waiting.flatMap((dependent) => selection.optionOf(dependent)?.start ?? []);
    const options = action.options.filter(
      (o) => o.start >= Math.max(0, ...opens) && o.finish <= Math.min(grid.periods, ...closes),
    );
    const requires = action.requires.flatMap((required) => position.get(required) ?? []);
    return { id: action.id, mandatory: action.mandatory || closes.length > 0, requires, options };
  });
  return { periods: grid.periods, capacity, cash, actions };
}

function shuffled(list: readonly number[], random: Random): number[] {
  const result = [...list];
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other] as number, result[at] as number];
  }
  return result;
}
