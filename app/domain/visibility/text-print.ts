import { wordsOf } from "./words.ts";

/** What is kept of a text to tell doubles: a hash of its words, and 64 bits that texts nearly alike nearly share. */
export type TextPrint = { readonly words: number; readonly exact: string; readonly similar: string };

/** Words that are looked at; a longer text is known by its beginning. */
const mostWords = 5_000;
const shingle = 3;

/** The print of a text (simhash over runs of three words); null for a text without words. */
export function textPrint(text: string): TextPrint | null {
  const words = wordsOf(text.slice(0, 60_000)).slice(0, mostWords);
  if (words.length === 0) return null;
  const votes = new Int32Array(64);
  for (let at = 0; at === 0 || at + shingle <= words.length; at++) {
    const run = words.slice(at, at + shingle).join(" ");
    vote(votes, hash(run, 0x811c9dc5), 0);
    vote(votes, hash(run, 0x9747b28c), 32);
  }
  const all = words.join(" ");
  return {
    words: words.length,
    exact: hex(hash(all, 0x811c9dc5)) + hex(hash(all, 0x9747b28c)),
    similar: hex(bitsOf(votes, 0)) + hex(bitsOf(votes, 32)),
  };
}

/** Bits that differ between two prints, 0..64. */
export function printDistance(a: TextPrint, b: TextPrint): number {
  let distance = 0;
  for (const from of [0, 8]) {
    let bits =
      Number.parseInt(a.similar.slice(from, from + 8), 16) ^ Number.parseInt(b.similar.slice(from, from + 8), 16);
    for (; bits !== 0; bits &= bits - 1) distance += 1;
  }
  return distance;
}

function vote(votes: Int32Array, bits: number, from: number): void {
  for (let bit = 0; bit < 32; bit++)
    votes[from + bit] = (votes[from + bit] ?? 0) + (((bits >>> bit) & 1) === 1 ? 1 : -1);
}

function bitsOf(votes: Int32Array, from: number): number {
  let bits = 0;
  for (let bit = 0; bit < 32; bit++) if ((votes[from + bit] ?? 0) > 0) bits |= 1 << bit;
  return bits >>> 0;
}

function hex(bits: number): string {
  return bits.toString(16).padStart(8, "0");
}

/** FNV-1a with a last mixing, so that each bit depends on all. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
