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
  /** Hash of each word, the most usual first, and the numbers of its pieces. */
  readonly words: Uint32Array;
  readonly pieceStarts: Uint32Array;
  readonly pieces: Uint16Array;
  readonly titleStarts: Uint32Array;
  readonly titleWords: Uint16Array;
  readonly classStarts: Uint32Array;
  readonly classes: Uint16Array;
  readonly counts: Uint8Array;
};

/** For the hash (ascending) of a known word with one letter missing, or whole: the number of the most usual such word. */
export type Spelling = { readonly keys: Uint32Array; readonly words: Uint16Array };

/**
 * Hashed features -> narrow layer -> hidden layer, which also takes what the words mean -> classes. `rows` holds `width`
 * weights for each feature bucket, `mix` the hidden layer's for each narrow number, `byMeaning` for each number of a
 * meaning, `output` the hidden layer's for each class.
 */
export type TitleNetwork = {
  readonly width: number;
  /** Inverse document frequency of each bucket; there are a power of two of them. */
  readonly rarity: Float32Array;
  readonly rows: Float32Array;
  readonly mix: Float32Array;
  readonly byMeaning: Float32Array;
  readonly hiddenBias: Float32Array;
  readonly output: Float32Array;
  readonly bias: Float32Array;
};

/** What words of general English are like: `width` numbers for each word, by its hash (ascending). */
export type WordVectors = { readonly width: number; readonly keys: Uint32Array; readonly rows: Float32Array };

export type Calibration = { readonly slope: number; readonly offset: number };

/** The trained title model: what `npm run knowledge:build` writes and `titleMatcher` reads. */
export type TitleModel = {
  readonly version: string;
  /** O*NET-SOC code and name of each class. */
  readonly onets: readonly string[];
  readonly names: readonly string[];
  readonly known: KnownTitles;
  readonly spelling: Spelling;
  readonly network: TitleNetwork;
  readonly vectors: WordVectors;
  /** Weighted word counts of each class, from titles, tasks and descriptions. */
  readonly wordCounts: SparseTable;
  /** Weights of the combination, in the order of the candidates' features. */
  readonly combination: readonly number[];
  /**
   * The first answer is right with the probability 1 / (1 + exp(-(slope x + offset))), x being the log-odds that the readings
   * together give it (Platt 1999): a title may belong to several occupations, so its mass is divided where any is right.
   */
  readonly calibration: Calibration;
  /** From this probability on the page does not ask. */
  readonly threshold: number;
};

/** Entries of a feature, as a range, or null when the table does not know it. */
export function entriesOf(table: SparseTable, key: number): readonly [number, number] | null {
  const at = placeOf(table.keys, key);
  return at < 0 ? null : [table.starts[at] ?? 0, table.starts[at + 1] ?? 0];
}

/** Where `key` stands among ascending `keys`, -1 when it does not. */
export function placeOf(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
