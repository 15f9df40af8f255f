import { fail, ok, type Result } from "../kernel/result.ts";
import type { FactDefinition, FactValue } from "./facts.ts";
import { readPlace } from "./places.ts";
import { readFact } from "./read-facts.ts";

/** An answer as a form sends it: one text, several, or a figure for each place. */
export type TypedAnswer = string | readonly string[] | Readonly<Record<string, string>> | undefined;

/** What was typed as an answer; null when nothing was: not answered. A list that was sent empty means "none of these". */
export function readAnswer(definition: FactDefinition, typed: TypedAnswer): Result<FactValue | null, string> {
  const text = typeof typed === "string" ? typed.trim() : "";
  switch (definition.kind) {
    case "yes-no":
      return text === "" ? ok(null) : readFact(text === "yes" ? true : text === "no" ? false : text, definition);
    case "number":
      return text === "" ? ok(null) : readFact(numberOf(text), definition);
    case "date":
    case "choice":
      return text === "" ? ok(null) : readFact(text, definition);
    case "list":
    case "places": {
      const list = (typeof typed === "string" ? typed.split(/[,;\s]+/) : Array.isArray(typed) ? typed : []).filter(
        Boolean,
      );
      return readFact(definition.kind === "places" ? list.map(readPlace) : list, definition);
    }
    case "number-by-place": {
      if (typeof typed !== "object" || Array.isArray(typed)) return ok(null);
      const filled = Object.entries(typed).filter(([, count]) => count.trim() !== "");
      if (filled.length === 0) return ok(null);
      return readFact(
        Object.fromEntries(filled.map(([place, count]) => [readPlace(place), numberOf(count)])),
        definition,
      );
    }
    default:
      return fail("this fact cannot be answered here");
  }
}

/** A number as people type it: spaces and thousands separators are passed over. */
function numberOf(text: string): number {
  const plain = text
    .trim()
    .replace(/[\s_'’]/g, "")
    .replace(/,(?=\d{3}(\D|$))/g, "");
  return plain === "" ? Number.NaN : Number(plain);
}
