import { textOfCode } from "./catalogue.ts";
import { placesText } from "./en/places.ts";

const elsewhere = "-ELSEWHERE";
const countries = new Map<string, Intl.DisplayNames>();

/** The name of a place by its code (`EU-DE`, `US-IL`, `GB`); the code itself where nobody has a name for it. */
export function placeName(code: string, locale: string): string {
  if (code.endsWith(elsewhere)) {
    const place = placeName(code.slice(0, -elsewhere.length), locale);
    return textOfCode(placesText, locale, "elsewhere", { place }) ?? place;
  }
  const own = textOfCode(placesText, locale, code);
  if (own !== null) return own;
  const country = code.startsWith("EU-") ? code.slice(3) : code;
  if (!/^[A-Z]{2}$/.test(country)) return code;
  const names = countries.get(locale) ?? new Intl.DisplayNames(locale, { type: "region", fallback: "code" });
  countries.set(locale, names);
  return names.of(country) ?? code;
}
