/** 32-bit FNV-1a with a final mix: features are compared as numbers, so that no title text is kept. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** One number from two, for features that belong together in this order. */
export function hashPair(first: number, second: number): number {
  return mix(Math.imul(first ^ 0x9e3779b9, 0x85ebca6b) ^ second);
}

function mix(number: number): number {
  const hash = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Pieces of 3 and 4 letters of a word with its ends marked, as 16-bit numbers: what survives a typing error. */
export function pieces(word: string): readonly number[] {
  const marked = `<${word}>`;
  const found = new Set<number>();
  for (let size = 3; size <= 4; size++) {
    for (let at = 0; at + size <= marked.length; at++) found.add(hashText(marked.slice(at, at + size)) & 0xffff);
  }
  return [...found];
}

/** A word without one letter, each in turn, and the word itself: two words that share one are a slip of the finger apart. */
export function slips(word: string): readonly string[] {
  return [...new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))])];
}
