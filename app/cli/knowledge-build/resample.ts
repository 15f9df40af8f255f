import type { Resampled } from "#app/domain/exposure/exposure-validation.ts";
import { randomFrom, seedFrom } from "#app/domain/kernel/random.ts";
import { spearman } from "./rank.ts";

const resamples = 300;

/** Two predictions of the same truth, item by item. */
export type Rivals = {
  readonly own: readonly number[];
  readonly other: readonly number[];
  readonly truth: readonly number[];
};

/**
 * How much better `own` ranks the truth than `other` does, with the central 95 % of the difference when the items are drawn
 * again with replacement: the same draws for every comparison of this many items.
 */
export function rankGain({ own, other, truth }: Rivals): Resampled {
  const places = [own, other, truth].map(placesOf);
  const [a = noPlaces, b = noPlaces, held = noPlaces] = places;
  const random = randomFrom(seedFrom(`resample ${truth.length}`));
  const drawn = Array.from({ length: resamples }, () => {
    const items = Uint32Array.from(truth, () => Math.floor(random() * truth.length));
    const ranks = drawnRanks(held, items);
    return correlation(drawnRanks(a, items), ranks) - correlation(drawnRanks(b, items), ranks);
  }).sort((x, y) => x - y);
  const at = (share: number) => drawn[Math.round(share * (drawn.length - 1))] ?? 0;
  return { value: spearman(own, truth) - spearman(other, truth), low: at(0.025), high: at(0.975) };
}

/** The place of each value among the different values, so that a draw is ranked by counting and not by sorting. */
type Places = { readonly of: Uint32Array; readonly different: number };

const noPlaces: Places = { of: new Uint32Array(), different: 0 };

function placesOf(values: readonly number[]): Places {
  const different = [...new Set(values)].sort((a, b) => a - b);
  const place = new Map(different.map((value, at) => [value, at]));
  return { of: Uint32Array.from(values, (value) => place.get(value) ?? 0), different: different.length };
}

/** Ranks of the drawn items; ties share their mean rank. */
function drawnRanks({ of, different }: Places, items: Uint32Array): Float64Array {
  const counts = new Uint32Array(different);
  for (const item of items) counts[of[item] ?? 0] = (counts[of[item] ?? 0] ?? 0) + 1;
  const mean = new Float64Array(different);
  let below = 0;
  counts.forEach((count, place) => {
    mean[place] = below + (count - 1) / 2;
    below += count;
  });
  return Float64Array.from(items, (item) => mean[of[item] ?? 0] ?? 0);
}

function correlation(left: Float64Array, right: Float64Array): number {
  // Ranks of n items always have this mean.
  const middle = (left.length - 1) / 2;
  let product = 0;
  let squareLeft = 0;
  let squareRight = 0;
  for (let at = 0; at < left.length; at++) {
    const a = (left[at] ?? 0) - middle;
    const b = (right[at] ?? 0) - middle;
    product += a * b;
    squareLeft += a * a;
    squareRight += b * b;
  }
  return product / Math.sqrt(squareLeft * squareRight);
}
