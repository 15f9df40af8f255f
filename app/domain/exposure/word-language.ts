import type { SparseTable } from "./title-model.ts";
import { entriesOf } from "./title-model.ts";

/** Asks how likely words are in each occupation's own language. */
export type WordLanguage = {
  /** Adds to `scores` the log-probability of a word by class, times `weight`; nothing for a word nobody uses. */
  add(hash: number, weight: number, scores: Float64Array): void;
};

/** Counts are smoothed toward everybody's language as if this many more words had been read. */
const smoothing = 150;

export function wordLanguage(counts: SparseTable, classes: number): WordLanguage {
  const totals = new Float64Array(classes);
  counts.classes.forEach((klass, at) => {
    totals[klass] = (totals[klass] ?? 0) + (counts.values[at] ?? 0);
  });
  const everything = totals.reduce((sum, total) => sum + total, 0);
  const unseen = totals.map((total) => Math.log(smoothing / (total + smoothing)));

  function add(hash: number, weight: number, scores: Float64Array): void {
    const range = entriesOf(counts, hash);
    if (range === null) return;
    let sum = 0;
    for (let at = range[0]; at < range[1]; at++) sum += counts.values[at] ?? 0;
    const expected = (smoothing * sum) / everything;
    for (let klass = 0; klass < classes; klass++) scores[klass] = (scores[klass] ?? 0) + weight * (unseen[klass] ?? 0);
    for (let at = range[0]; at < range[1]; at++) {
      const klass = counts.classes[at] ?? 0;
      scores[klass] = (scores[klass] ?? 0) + weight * Math.log(((counts.values[at] ?? 0) + expected) / expected);
    }
  }
  return { add };
}
