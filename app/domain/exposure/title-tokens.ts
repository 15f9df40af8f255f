import type { TitleWords } from "./normalise-title.ts";
import { hashText, pieces, slips } from "./title-features.ts";
import { entriesOf, placeOf, type TitleModel } from "./title-model.ts";

/** A word of a title as the model compares it. `number` is its place among the known words, -1 for others. */
export type TitleToken = { readonly hash: number; readonly pieces: ArrayLike<number>; readonly number: number };

/** Shorter words are as often another word as a mistyped one. */
export const shortestRepaired = 5;

/**
 * Reads words against what the model knows. A word met neither in a title nor in a task nor in general English is taken for the most usual
 * known word that is one slip of the finger away: a letter left out, doubled, swapped or replaced.
 */
export function tokenReader(
  model: Pick<TitleModel, "known" | "spelling" | "wordCounts" | "vectors">,
): (words: TitleWords) => readonly TitleToken[] {
  const { known, spelling, wordCounts, vectors } = model;
  const numbers = new Map<number, number>();
  known.words.forEach((hash, at) => {
    numbers.set(hash, at);
  });

  function read(word: string): TitleToken {
    const hash = hashText(word);
    const number = numbers.get(hash) ?? repaired(word, hash);
    return number < 0 ? { ...tokenOf(word), number } : knownToken(number);
  }
  /**
   * Letters are left out, doubled and swapped more often than replaced, so words of that kind are preferred; among equals
   * the most usual word, whose number is the smallest.
   */
  function repaired(word: string, hash: number): number {
    if (word.length < shortestRepaired || entriesOf(wordCounts, hash) !== null || placeOf(vectors.keys, hash) >= 0)
      return -1;
    const likely = new Set<number>();
    const replaced = new Set<number>();
    for (const [at, slip] of slips(word).entries()) {
      const slipHash = hashText(slip);
      const place = placeOf(spelling.keys, slipHash);
      const found = place < 0 ? undefined : spelling.words[place];
      if (found === undefined) continue;
      // The same word met by two ways has two letters swapped.
      const near = at === 0 || known.words[found] === slipHash || replaced.has(found);
      (near ? likely : replaced).add(found);
    }
    return Math.min(...(likely.size > 0 ? likely : replaced.size > 0 ? replaced : [-1]));
  }
  function knownToken(number: number): TitleToken {
    return {
      hash: known.words[number] ?? 0,
      pieces: known.pieces.subarray(known.pieceStarts[number], known.pieceStarts[number + 1]),
      number,
    };
  }
  return (words) => words.map(read);
}

/** A word as it stands. */
export function tokenOf(word: string): TitleToken {
  return { hash: hashText(word), pieces: pieces(word), number: -1 };
}
