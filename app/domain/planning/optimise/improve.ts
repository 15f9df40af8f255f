import type { Random } from "#app/domain/kernel/random.ts";
import type { Grid } from "./grid.ts";
import { fill, type Guide, guideFrom, type Prices, polish, ranking } from "./insert.ts";
import { Selection } from "./selection.ts";

/** Greedy by density, each action with its requirements: the plan that everything else must beat. */
export function greedy(grid: Grid, prices: Prices): Selection {
  const selection = new Selection(grid);
  const guide = guideFrom(grid, prices, 0);
  fill(
    selection,
    ranking(grid, guide, () => 0.5, 0),
    guide,
  );
  return selection;
}

/**
 * Ruin and recreate: take out a few related actions, put actions back by noisy density at the relaxation's prices, keep what is
 * not much worse (the threshold falls to nothing). The best selection seen is returned; `iterations` is the whole budget.
 */
export function improve(
  from: Selection,
  prices: Prices,
  likely: Float64Array,
  iterations: number,
  random: Random,
): Selection {
  const { grid } = from;
  const guides = [0.25, 0.6, 0.9, 1.1].map((weight) => guideFrom(grid, prices, weight));
  const bare = guideFrom(grid, prices, 0);
  const current = new Selection(grid);
  current.restore(from.chosen);
  let accepted = Int32Array.from(current.chosen);
  let acceptedValue = current.complete ? current.value : Number.NEGATIVE_INFINITY;
  let best = accepted;
  let bestValue = acceptedValue;
  const heat = 0.03 * Math.abs(from.value);
  for (let round = 0; round < iterations; round++) {
    const out = ruin(current, random);
    const guide = guides[Math.floor(random() * guides.length)] as Guide;
    const order = candidates(current, out, guide, likely, random);
    fill(current, order, guide);
    if (round % 4 === 0) polish(current, order, bare);
    const threshold = heat * (1 - round / iterations) ** 2 * random();
    if (current.complete && current.value >= acceptedValue - threshold) {
      accepted = Int32Array.from(current.chosen);
      acceptedValue = current.value;
      if (acceptedValue > bestValue + 1e-9 * Math.abs(bestValue)) {
        polish(current, grid.actions.keys(), bare);
        accepted = Int32Array.from(current.chosen);
        acceptedValue = bestValue = current.value;
        best = accepted;
      }
    } else current.restore(accepted);
  }
  current.restore(best);
  return current;
}

/** Starts again and again from nothing, each time with other noise and prices, and keeps the best. */
export function restarts(grid: Grid, prices: Prices, rounds: number, random: Random): Selection {
  let best = greedy(grid, prices);
  for (let round = 0; round < rounds; round++) {
    const selection = new Selection(grid);
    const guide = guideFrom(grid, prices, 0.2 + random());
    fill(selection, ranking(grid, guide, random, 1.5), guide);
    if (selection.complete && (!best.complete || selection.value > best.value)) best = selection;
  }
  return best;
}

/** Takes out some chosen actions: at random, around a moment, or around one action and its requirements. */
function ruin(selection: Selection, random: Random): number[] {
  const chosen = [...selection.chosen.keys()].filter((action) => selection.chosen[action] !== -1);
  if (chosen.length === 0) return [];
  const share = 2 + Math.floor(random() * Math.min(14, 0.3 * chosen.length));
  const kind = random();
  const anchor = chosen[Math.floor(random() * chosen.length)] as number;
  let picked: number[];
  if (kind < 0.4) picked = Array.from({ length: share }, () => chosen[Math.floor(random() * chosen.length)] as number);
  else if (kind < 0.8) {
    const at = selection.optionOf(anchor)?.start ?? 0;
    const near = chosen.filter((action) => Math.abs((selection.optionOf(action)?.start ?? 0) - at) <= 1);
    picked = Array.from({ length: share }, () => near[Math.floor(random() * near.length)] as number);
  } else
    picked = [anchor, ...(selection.grid.actions[anchor]?.requires ?? []), ...(selection.dependents[anchor] ?? [])];
  return picked.flatMap((action) => selection.releaseWithDependents(action));
}

/** What to try to put back: what went out, mandatory ones first, and a sample of what is out. */
function candidates(
  selection: Selection,
  out: readonly number[],
  guide: Guide,
  likely: Float64Array,
  random: Random,
): number[] {
  const { actions } = selection.grid;
  const pool = new Set(out);
  const others = actions.length;
  const sample = Math.min(others, 24 + out.length);
  for (let k = 0; k < sample; k++) {
    const action = Math.floor(random() * others);
    if (selection.chosen[action] === -1) pool.add(action);
  }
  const noise = random() * 2;
  const key = new Map(
    [...pool].map((action) => {
      if (actions[action]?.mandatory) return [action, -1e12] as const;
      const lift = 0.25 + (likely[action] ?? 0);
      return [action, -(guide.density[action] ?? 0) * lift * Math.exp(noise * (random() - 0.5))] as const;
    }),
  );
  return [...pool].sort((a, b) => (key.get(a) ?? 0) - (key.get(b) ?? 0) || a - b);
}
