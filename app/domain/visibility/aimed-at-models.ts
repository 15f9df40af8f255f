import { plainText } from "./phrases/by-language.ts";
import { orderToModels } from "./phrases/models.ts";

const longest = 140;

/** What of a text speaks to a language model instead of a reader, as it is written where the original can be told, or null. */
export function aimedAtModels(text: string): string | null {
  const said = orderToModels(plainText(text))?.slice(0, longest) ?? null;
  if (said === null) return null;
  const small = text.toLowerCase().replace(/ı/gu, "i");
  const at = small.length === text.length ? small.indexOf(said) : -1;
  return at < 0 ? said : text.slice(at, at + said.length);
}
