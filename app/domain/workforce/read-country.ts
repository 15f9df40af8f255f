const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Codes that the display names know and that are no country: the union, the United Nations, the euro area, outlying and unknown. */
const notCountries = new Set(["EU", "UN", "EZ", "QO", "ZZ", "XA", "XB"]);

/** False for codes that went out of use: DD stands for Germany in the display names and is canonically DE. */
function isCurrent(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code;
}

/** Everyday names that the display names do not give. */
const alsoCalled: Readonly<Record<string, string>> = {
  usa: "US",
  "u.s.": "US",
  "u.s.a.": "US",
  "united states of america": "US",
  uk: "GB",
  "great britain": "GB",
  england: "GB",
  brd: "DE",
  holland: "NL",
  "czech republic": "CZ",
};

let names: ReadonlyMap<string, string> | null = null;

function nameTable(): ReadonlyMap<string, string> {
  if (names !== null) return names;
  const made = new Map<string, string>(Object.entries(alsoCalled));
  for (const language of ["en", "de", "fr", "es"]) {
    const display = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const first of letters) {
      for (const second of letters) {
        const code = `${first}${second}`;
        const name = notCountries.has(code) || !isCurrent(code) ? undefined : display.of(code);
        if (name !== undefined && !made.has(name.toLowerCase())) made.set(name.toLowerCase(), code);
      }
    }
  }
  names = made;
  return made;
}

let codes: ReadonlySet<string> | null = null;

function isCountry(code: string): boolean {
  codes ??= new Set(nameTable().values());
  return codes.has(code);
}

/** A country by its ISO 3166-1 code or its name in English, German, French or Spanish; a subdivision as `US-IL`. Null for all else. */
export function readCountry(cell: string): string | null {
  const text = cell.trim();
  const code = text.toUpperCase();
  if (/^[A-Z]{2}$/.test(code) && isCountry(code)) return code;
  const subdivision = /^([A-Z]{2})-[A-Z0-9]{1,3}$/.exec(code);
  if (subdivision?.[1] !== undefined && isCountry(subdivision[1])) return code;
  return nameTable().get(text.toLowerCase()) ?? null;
}
