import { fail, ok, type Result } from "../../kernel/result.ts";
import { plainHeader } from "../../workforce/match-columns.ts";
import { readCountry } from "../../workforce/read-country.ts";
import { readNumber } from "../../workforce/read-number.ts";
import type { FactDefinition, FactValue } from "../facts.ts";
import { readPlace } from "../places.ts";
import { readFact } from "../read-facts.ts";

export type CellTrouble = "notYesOrNo" | "optionUnknown" | "placeUnknown" | "notANumber" | "notADay";

type Read = Result<FactValue | null, { readonly code: CellTrouble; readonly value: string }>;

const yes = new Set(["yes", "y", "true", "1", "x", "ja", "j", "wahr"]);
const no = new Set(["no", "n", "false", "0", "nein", "falsch"]);
/** Cells that say that nobody knows: not answered, and no error. */
const open = new Set(["", "-", "–", "?", "n/a", "na", "unknown", "unbekannt", "tbd", "not known", "open"]);

/** A cell as the answer to a fact: options by code or label, places by code or name. Null where it says nothing. */
export function readCell(cell: string, definition: FactDefinition): Read {
  const text = cell.trim();
  if (open.has(text.toLowerCase())) return ok(null);
  switch (definition.kind) {
    case "yes-no":
      if (yes.has(text.toLowerCase())) return ok(true);
      return no.has(text.toLowerCase()) ? ok(false) : wrong("notYesOrNo", text);
    case "choice":
      return optionOf(text, definition);
    case "list":
      return listOf(text, (part) => optionOf(part, definition));
    case "places":
      return listOf(text, placeOf);
    case "number": {
      const number = readNumber(text);
      return number === null || number < 0 ? wrong("notANumber", text) : ok(number);
    }
    case "date": {
      const read = readFact(dayOf(text), definition);
      return read.ok ? read : wrong("notADay", text);
    }
    default:
      return wrong("optionUnknown", text);
  }
}

function wrong(
  code: CellTrouble,
  value: string,
): { readonly ok: false; readonly failure: { code: CellTrouble; value: string } } {
  return fail({ code, value: value.slice(0, 80) });
}

function optionOf(
  text: string,
  { options = [] }: FactDefinition,
): Result<string, { code: CellTrouble; value: string }> {
  const asked = plainHeader(text);
  const found = options.find(
    ({ value, label }) =>
      value === text.toLowerCase() || (asked !== "" && (plainHeader(value) === asked || plainHeader(label) === asked)),
  );
  return found === undefined ? wrong("optionUnknown", text) : ok(found.value);
}

/** Parts by semicolons, bars and lines; by commas only where the whole is no part itself, since labels hold commas. */
function listOf(text: string, read: (part: string) => Result<string, { code: CellTrouble; value: string }>): Read {
  const parts = text.split(/[;|\n]+/).flatMap((part) => (read(part.trim()).ok ? [part] : part.split(",")));
  const values: string[] = [];
  for (const part of parts.map((one) => one.trim()).filter(Boolean)) {
    if (/^(none|keine?)$/i.test(part) && parts.length === 1 && !read(part).ok) return ok([]);
    const one = read(part);
    if (!one.ok) return one;
    if (!values.includes(one.value)) values.push(one.value);
  }
  return ok(values);
}

function placeOf(part: string): Result<string, { code: CellTrouble; value: string }> {
  if (/^(eu|european union|europäische union)$/i.test(part)) return ok("EU");
  const bare = part.replace(/^EU-/i, "").toUpperCase();
  const country = readCountry(bare) ?? readCountry(part);
  if (country === null && !/^US-NY-NYC$/i.test(part)) return wrong("placeUnknown", part);
  return ok(readPlace(country ?? part));
}

/** `3.2.2025` is a day as much of Europe writes it; a sign between that could mean either order is left as it is. */
function dayOf(text: string): string {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  return year === ""
    ? text.replace(/[T ]\d{2}:\d{2}.*$/, "")
    : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
