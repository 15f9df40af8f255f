import { hashText, pieces, slips } from "#app/domain/exposure/title-features.ts";
import type { KnownTitles, Spelling } from "#app/domain/exposure/title-model.ts";
import { shortestRepaired } from "#app/domain/exposure/title-tokens.ts";
import type { TitleRow } from "./read-titles.ts";

/** A title's words with how often each class was seen with them; equal after normalising is one title. */
export type MergedTitle = { readonly words: readonly string[]; readonly classes: ReadonlyMap<number, number> };

/** A reported title counts like two alternates. */
const reportedCount = 2;
const fewestUses = 2;

export function mergeTitles(rows: readonly TitleRow[], classOf: ReadonlyMap<string, number>): readonly MergedTitle[] {
  const titles = new Map<string, { words: readonly string[]; classes: Map<number, number> }>();
  for (const { words, onet, from } of rows) {
    const title = titles.get(words.join(" ")) ?? { words, classes: new Map<number, number>() };
    titles.set(words.join(" "), title);
    const klass = classOf.get(onet) ?? 0;
    title.classes.set(
      klass,
      Math.min(255, (title.classes.get(klass) ?? 0) + (from === "reported" ? reportedCount : 1)),
    );
  }
  return [...titles.values()];
}

/** Words of titles with how many titles hold them, the most usual first. */
export function usualWords(titles: readonly MergedTitle[]): readonly (readonly [word: string, uses: number])[] {
  const uses = new Map<string, number>();
  for (const { words } of titles) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  return [...uses].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** The titles as numbers and hashes only. */
export function knownTitles(titles: readonly MergedTitle[], words: readonly string[]): KnownTitles {
  const numbers = new Map(words.map((word, at) => [word, at]));
  const wordPieces = words.map(pieces);
  return {
    words: Uint32Array.from(words, hashText),
    pieceStarts: startsOf(wordPieces),
    pieces: Uint16Array.from(wordPieces.flat()),
    titleStarts: startsOf(titles.map((title) => title.words)),
    titleWords: Uint16Array.from(titles.flatMap((title) => title.words.map((word) => numbers.get(word) ?? 0))),
    classStarts: startsOf(titles.map((title) => [...title.classes])),
    classes: Uint16Array.from(titles.flatMap((title) => [...title.classes.keys()])),
    counts: Uint8Array.from(titles.flatMap((title) => [...title.classes.values()])),
  };
}

/** What a mistyped word can be taken for: words long enough that at least two titles hold. */
export function spellingOf(words: readonly (readonly [word: string, uses: number])[]): Spelling {
  const targets = new Map<number, number>();
  words.forEach(([word, uses], number) => {
    if (uses < fewestUses || word.length < shortestRepaired) return;
    for (const slip of slips(word)) {
      const hash = hashText(slip);
      if (!targets.has(hash)) targets.set(hash, number);
    }
  });
  const sorted = [...targets].sort((a, b) => a[0] - b[0]);
  return { keys: Uint32Array.from(sorted, ([hash]) => hash), words: Uint16Array.from(sorted, ([, number]) => number) };
}

function startsOf(lists: readonly (readonly unknown[])[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => {
    starts[at + 1] = (starts[at] ?? 0) + list.length;
  });
  return starts;
}
