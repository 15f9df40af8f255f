import type { Reason, ReasonValue } from "#app/domain/reports/reason.ts";
import { type Catalogue, textOfCode } from "./catalogue.ts";
import type { Formats } from "./format.ts";

/** A reason as a sentence of the catalogue. A code without words is shown as it is: a gap that is seen gets closed. */
export function say(texts: Catalogue, f: Formats, { code, values }: Reason): string {
  const written = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, write(value, f)]));
  return textOfCode(texts, f.locale, code, written) ?? code;
}

function write(value: ReasonValue, f: Formats): string | number {
  if (typeof value !== "object") return value;
  if ("date" in value) return f.longDate(value.date);
  if ("share" in value) return f.share(value.share);
  if ("chance" in value) return f.chance(value.chance);
  return f.moneyShort(value);
}
