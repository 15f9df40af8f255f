import { recentlyUsed } from "#app/domain/kernel/recently-used.ts";
import { frozen } from "../frozen.ts";

/** Shorter texts are parsed each time, which is cheaper than looking for them. */
const worthKeeping = 4_000;
/** Characters of all texts kept: some 60 MB with what was parsed. */
const mostCharacters = 8_000_000;

const parsed = recentlyUsed<unknown>(mostCharacters, (_value, text) => text.length);

/**
 * The value of a JSON text. An assessment is some hundred kilobytes that never change and that every page reads, so the values
 * of long texts are kept, the least recently used let go first, and frozen: two requests may hold the same one. Equal texts give
 * the same value, so what is worked out from a stored result can be kept by it.
 */
export function parseKept(text: string): unknown {
  if (text.length < worthKeeping || text.length > mostCharacters) return JSON.parse(text);
  const before = parsed.get(text);
  if (before !== undefined) return before;
  const value = frozen(JSON.parse(text));
  parsed.set(text, value);
  return value;
}
