/** Sectors an organization may be of, by the codes that duties ask for. */
export const sectors = [
  "banking",
  "construction",
  "education",
  "energy",
  "financial_services",
  "healthcare",
  "hospitality",
  "insurance",
  "legal",
  "manufacturing",
  "media",
  "nonprofit",
  "professional_services",
  "public_administration",
  "retail",
  "software",
  "telecommunications",
  "transport",
  "other",
] as const;

export type Sector = (typeof sectors)[number];

const list = (codes: string, before: string) => codes.split(" ").map((code) => before + code);

/** Places whose law is told apart, by the codes that duties ask for. */
export const places = {
  eu: list("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK", "EU-"),
  us: list(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY",
    "US-",
  ),
  ca: list("AB BC MB NB NL NS NT NU ON PE QC SK YT", "CA-"),
  elsewhere: list("GB CH NO AU-NSW AU-VIC AU-QLD AU-WA AU-SA AU-TAS BR CN IN JP KR SG ZA", ""),
} as const;

/** Countries of a head office, ISO 3166-1: those of the places, by their first or second part. */
export const countries: readonly string[] = [
  ...new Set([
    ...places.eu.map((code) => code.slice(3)),
    "US",
    "CA",
    ...places.elsewhere.map((code) => code.slice(0, 2)),
  ]),
].sort();

export const everyPlace: ReadonlySet<string> = new Set(Object.values(places).flat());

/** How a place is called in a language: countries by Intl, states and provinces by their letters where it has no names. */
export function placeName(code: string, names: Intl.DisplayNames, regions: Readonly<Record<string, string>>): string {
  if (code.startsWith("EU-")) return names.of(code.slice(3)) ?? code;
  return regions[code] ?? (code.includes("-") ? code : (names.of(code) ?? code));
}

/** Whether an organization has said who it is. One that a quick check began without an account has not. */
export function isDescribed(profile: {
  readonly sector: string | null;
  readonly headcount: number | null;
  readonly country: string | null;
}): boolean {
  return profile.sector !== null || profile.headcount !== null || profile.country !== null;
}
