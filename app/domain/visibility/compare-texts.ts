import { wordsOf } from "./words.ts";

/** What of one text stands in another, by words: `kept` is the share that came back, `added` what came besides, of the first's length. */
export type TextOverlap = { readonly kept: number; readonly added: number; readonly missing: readonly string[] };

const mostWords = 20_000;

/** Lays a text that somebody else was given beside the one we were given. */
export function compareTexts(ours: string, theirs: string): TextOverlap {
  const own = wordsOf(ours.slice(0, 200_000)).slice(0, mostWords);
  const other = new Map<string, number>();
  let size = 0;
  for (const word of wordsOf(theirs.slice(0, 200_000)).slice(0, mostWords)) {
    other.set(word, (other.get(word) ?? 0) + 1);
    size += 1;
  }
  let kept = 0;
  const missing: string[] = [];
  for (const word of own) {
    const left = other.get(word) ?? 0;
    if (left > 0) {
      kept += 1;
      other.set(word, left - 1);
    } else if (missing.length < 12 && word.length > 3 && !missing.includes(word)) missing.push(word);
  }
  return {
    kept: own.length === 0 ? 1 : kept / own.length,
    added: own.length === 0 ? 0 : (size - kept) / own.length,
    missing,
  };
}
