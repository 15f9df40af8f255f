/** A sparse table: for each feature (a 32-bit hash, ascending) the classes it speaks for and how strongly. */
export type SparseTable = {
  readonly keys: Uint32Array;
  /** `starts[k]..starts[k+1]` are the entries of `keys[k]`. */
  readonly starts: Uint32Array;
  readonly classes: Uint16Array;
  readonly values: Float32Array;
};

/** Known titles without their text: each a list of word numbers, and the classes it was seen with. */
export type KnownTitles = {
  /** Hash of each word, and of the pieces of each word. */
  readonly words: Uint32Array;
  readonly pieceStarts: Uint32Array;
  readonly pieces: Uint32Array;
  readonly titleStarts: Uint32Array;
  readonly titleWords: Uint16Array;
  readonly classStarts: Uint32Array;
  readonly classes: Uint16Array;
  readonly counts: Uint8Array;
};

/** The trained title model: what `npm run knowledge:build` writes and `matchTitle` reads. */
export type TitleModel = {
  readonly version: string;
  /** O*NET-SOC code and name of each class. */
  readonly onets: readonly string[];
  readonly names: readonly string[];
  readonly known: KnownTitles;
  /** Softmax regression over words, pairs, last words and pieces; `bias` by class. */
  readonly linear: SparseTable;
  readonly bias: Float32Array;
  /** Weighted word counts of each class, from titles, tasks and descriptions. */
  readonly wordCounts: SparseTable;
  /** Weights of the combination, in the order of `candidateFeatures`. */
  readonly combination: readonly number[];
  /** From this probability on the page does not ask. */
  readonly threshold: number;
};

/** Entries of a feature, as a range, or null when the table does not know it. */
export function entriesOf(table: SparseTable, key: number): readonly [number, number] | null {
  let low = 0;
  let high = table.keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = table.keys[middle] ?? 0;
    if (found === key) return [table.starts[middle] ?? 0, table.starts[middle + 1] ?? 0];
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
