import { placeOf, type WordVectors } from "./title-model.ts";
import type { TitleToken } from "./title-tokens.ts";

/**
 * Writes what a title means into `meaning` (2 x width): the mean vector of its words, each counting by `weightOf`, then
 * the vector of its last word, which mostly names the job. Words without a vector count for nothing.
 */
export function writeMeaning(
  tokens: readonly TitleToken[],
  vectors: WordVectors,
  weightOf: (token: TitleToken) => number,
  meaning: Float32Array,
): void {
  const { width, keys, rows } = vectors;
  meaning.fill(0);
  let total = 0;
  for (const [at, token] of tokens.entries()) {
    const place = placeOf(keys, token.hash);
    if (place < 0) continue;
    const weight = weightOf(token);
    total += weight;
    for (let k = 0; k < width; k++) meaning[k] = (meaning[k] ?? 0) + weight * (rows[place * width + k] ?? 0);
    if (at === tokens.length - 1) meaning.set(rows.subarray(place * width, (place + 1) * width), width);
  }
  if (total > 0) for (let k = 0; k < width; k++) meaning[k] = (meaning[k] ?? 0) / total;
}
