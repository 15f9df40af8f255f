const euMembers = new Set(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" "),
);
const otherNames: Readonly<Record<string, string>> = { UK: "GB", EL: "EU-GR", "EU-EL": "EU-GR", NYC: "US-NY-NYC" };

const read = new Map<string, string>();

/** How many spellings are remembered: more than there are places, and no more than somebody could fill a memory with. */
const most = 5000;

/** The code the rules use for a place: `DE` is read as `EU-DE`, `UK` as `GB`, `UK-SCT` as `GB-SCT`, case and underscores do not matter. */
export function readPlace(code: string): string {
  const before = read.get(code);
  if (before !== undefined) return before;
  const place = readAnew(code);
  if (read.size < most) read.set(code, place);
  return place;
}

function readAnew(code: string): string {
  const written = code.trim().toUpperCase().replaceAll("_", "-");
  const [first = "", ...rest] = written.split("-");
  if (euMembers.has(first)) return ["EU", written].join("-");
  return otherNames[written] ?? [otherNames[first] ?? first, ...rest].join("-");
}

/** True when `place` is `area` or lies inside it: `EU-DE` lies in `EU`, `US-NY-NYC` in `US-NY`. Both as `readPlace` gives them. */
export function liesIn(place: string, area: string): boolean {
  return place === area || place.startsWith(`${area}-`);
}
