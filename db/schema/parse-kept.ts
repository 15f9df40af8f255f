import { frozen } from "../frozen.ts";

/** Shorter texts are parsed each time, which is cheaper than looking for them. */
const worthKeeping = 4_000;
/** Characters of all texts kept: some 60 MB with what was parsed. */
const mostCharacters = 8_000_000;

const parsed = new Map<string, unknown>();
let characters = 0;

/**
 * The value of a JSON text. An assessment is some hundred kilobytes that never change and that every page reads, so the values
 * of long texts are kept, the least recently used let go first, and frozen: two requests may hold the same one. Equal texts give
 * the same value, so what is worked out from a stored result can be kept by it.
 */
export function parseKept(text: string): unknown {
  if (text.length < worthKeeping || text.length > mostCharacters) return JSON.parse(text);
  const before = parsed.get(text);
  const value = before ?? frozen(JSON.parse(text));
  if (before === undefined) characters += text.length;
  else parsed.delete(text);
  parsed.set(text, value);
  for (const oldest of parsed.keys()) {
    if (characters <= mostCharacters) break;
    parsed.delete(oldest);
    characters -= oldest.length;
  }
  return value;
}
