import { columnNames, matchColumns, plainHeader } from "../../workforce/match-columns.ts";
import type { FactDefinition } from "../facts.ts";

/** What a column may say of a system: its words, or the answer to a fact, by the full name of the fact. */
export type SystemField = "name" | "vendor" | "purpose" | `system.${string}`;

/** A fact answered by figures for each place does not fit into one cell. */
export function fieldsOf(definitions: readonly FactDefinition[]): readonly SystemField[] {
  const facts = definitions.filter(({ id, kind }) => id.startsWith("system.") && kind !== "number-by-place");
  return ["name", "vendor", "purpose", ...facts.map(({ id }) => id as SystemField)];
}

export type SystemImportSettings = {
  /** What each column says, in the order of the columns; null is not read. */
  readonly columns: readonly (SystemField | null)[];
  /** What happens to systems that are there already: left alone, or given the answers they lack. */
  readonly existing: "skip" | "fill";
};

export type SystemImportReport = {
  readonly rows: number;
  readonly bad: number;
  readonly added: number;
  readonly filled: number;
  readonly skipped: number;
  readonly recognised: number;
};

/** More words by which headers are known, in English and German. */
const words: Readonly<Record<string, readonly string[]>> = {
  name: [
    "name",
    "system",
    "systemname",
    "aisystem",
    "tool",
    "toolname",
    "product",
    "application",
    "app",
    "software",
    "kisystem",
    "werkzeug",
    "anwendung",
  ],
  vendor: ["vendor", "provider", "supplier", "manufacturer", "maker", "company", "anbieter", "hersteller", "lieferant"],
  purpose: ["purpose", "description", "whatitdoes", "whatfor", "zweck", "beschreibung", "einsatzzweck"],
  "system.uses": ["usedfor", "uses", "usecase", "usecases", "use", "verwendung", "anwendungsfall"],
  "system.roles": ["yourrole", "role", "roles", "ourrole", "rolle"],
  "system.used_in": ["usedin", "whereused", "countries", "country", "location", "land", "lander", "einsatzort"],
  "system.people": ["people", "affectedpeople", "whoisaffected", "users", "betroffene", "personen"],
  "system.people_affected_in": ["peopleaffectedin", "affectedin"],
  "system.personal_data": ["personaldata", "pii", "personenbezogenedaten"],
  "system.influence": ["influence", "weightindecisions", "weight", "einfluss"],
  "system.human_review": ["humanreview", "review", "humanoversight", "menschlicheprufung"],
  "system.first_placed": ["firstinuse", "since", "inusesince", "startdate", "golive", "inbetriebnahme", "seit"],
  "system.vendor_supplied": ["bought", "vendorsupplied", "external", "eingekauft"],
  "system.is_ai": ["isai", "ai", "ki"],
};

/** The words by which the column of each field is known. */
function wordsOf(definitions: readonly FactDefinition[]): Readonly<Record<SystemField, readonly string[]>> {
  const labels = new Map(definitions.map(({ id, label }) => [id, plainHeader(label)]));
  return Object.fromEntries(
    fieldsOf(definitions).map((field) => [
      field,
      [
        ...(words[field] ?? []),
        labels.get(field) ?? "",
        plainHeader(field.replace("system.", "")),
        plainHeader(field),
      ].filter(Boolean),
    ]),
  ) as unknown as Record<SystemField, readonly string[]>;
}

/** What each column most likely says; a column that nothing tells of says nothing. */
export function guessColumns(
  headers: readonly string[],
  definitions: readonly FactDefinition[],
): readonly (SystemField | null)[] {
  const fields = fieldsOf(definitions);
  const columns = columnNames(headers);
  const mapping = matchColumns(fields, wordsOf(definitions), columns);
  return columns.map((column) => fields.find((field) => mapping[field] === column) ?? null);
}

/**
 * How many things of a system a row of cells names, 0 when it does not even name the systems. Whole words alone count: a tool may well be
 * called "Application tracker", and its row is none of headers.
 */
export function namedOfSystems(definitions: readonly FactDefinition[]): (cells: readonly string[]) => number {
  const known = wordsOf(definitions);
  const all = new Set(Object.values(known).flat());
  const names = new Set(known.name);
  return (cells) => {
    const plain = cells.map(plainHeader).filter((cell) => all.has(cell));
    return plain.some((cell) => names.has(cell)) ? new Set(plain).size : 0;
  };
}
