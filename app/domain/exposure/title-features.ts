import type { TitleWords } from "./normalise-title.ts";

/** 32-bit FNV-1a with a final mix: features are compared as numbers, so that no title text is kept. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Pieces of a word of 3 to 5 letters with its ends marked: what survives a typing error. */
export function pieces(word: string): readonly string[] {
  const marked = `<${word}>`;
  const found = new Set<string>();
  for (let size = 3; size <= 5; size++) {
    for (let at = 0; at + size <= marked.length; at++) found.add(marked.slice(at, at + size));
  }
  return [...found];
}

/** Words, pairs of neighbours and the last word of a title, as feature names. */
export function wordFeatures(words: TitleWords): readonly string[] {
  const found = new Set<string>();
  words.forEach((word, at) => {
    found.add(word);
    const next = words[at + 1];
    if (next !== undefined) found.add(`${word} ${next}`);
  });
  const last = words.at(-1);
  if (last !== undefined) found.add(`.${last}`);
  return [...found];
}
