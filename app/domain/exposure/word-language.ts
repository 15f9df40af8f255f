import type { SparseTable } from "./title-model.ts";
import { entriesOf } from "./title-model.ts";

/** Words with what each counts. */
export type WeighedWord = readonly [hash: number, weight: number];

/** Asks how likely words are in each occupation's own language. */
export type WordLanguage = {
  /** The log-probability of the words by class; nothing is said of a word that nobody uses. */
  scores(words: readonly WeighedWord[]): Float64Array;
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
  /** What each entry adds to a class that uses the word. */
  const gains = new Float32Array(counts.values.length);
  for (let key = 0; key < counts.keys.length; key++) {
    const [from, to] = [counts.starts[key] ?? 0, counts.starts[key + 1] ?? 0];
    let sum = 0;
    for (let at = from; at < to; at++) sum += counts.values[at] ?? 0;
    const expected = (smoothing * sum) / everything;
    for (let at = from; at < to; at++) gains[at] = Math.log(((counts.values[at] ?? 0) + expected) / expected);
  }

  function scores(words: readonly WeighedWord[]): Float64Array {
    const found = new Float64Array(classes);
    let used = 0;
    for (const [hash, weight] of words) {
      const range = entriesOf(counts, hash);
      if (range === null) continue;
      used += weight;
      for (let at = range[0]; at < range[1]; at++) {
        const klass = counts.classes[at] ?? 0;
        found[klass] = (found[klass] ?? 0) + weight * (gains[at] ?? 0);
      }
    }
    for (let klass = 0; klass < classes; klass++) found[klass] = (found[klass] ?? 0) + used * (unseen[klass] ?? 0);
    return found;
  }
  return { scores };
}
