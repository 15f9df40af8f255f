import type { SystemId } from "../../kernel/ids.ts";
import { columnNames } from "../../workforce/match-columns.ts";
import { shownCell, uncomputed } from "../../workforce/uncomputed-cell.ts";
import type { FactDefinition, FactValue, FactValues } from "../facts.ts";
import { findTemplate, plainName, type SystemCatalogue, type SystemTemplate } from "../system-template.ts";
import { type CellTrouble, readCell } from "./read-cell.ts";
import type { SystemField, SystemImportReport, SystemImportSettings } from "./system-columns.ts";

/** What of a file's table matters here. `lines` says where in the file each row starts. */
export type SystemTable = {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
};

export type SystemWords = { readonly name: string; readonly vendor: string | null; readonly purpose: string | null };

export type SystemProblem = {
  readonly column: string;
  readonly code:
    | CellTrouble
    | "nameMissing"
    | "nameTooLong"
    | "nameWithoutLetters"
    | "textTooLong"
    | "unreadableLetters"
    | "notComputed";
  readonly value: string;
};

/** A system that is there already, as far as it matters for a list that names it again. */
export type KnownSystem = SystemWords & {
  readonly id: SystemId;
  readonly facts: FactValues;
  readonly catalogueId?: string | null;
};

/** A row that was understood: what it says, what the catalogue adds to it, and whom it repeats. */
export type SystemRow = {
  readonly line: number;
  readonly words: SystemWords;
  readonly catalogueId: string | null;
  readonly template: string | null;
  /** What the row itself answers. */
  readonly own: FactValues;
  /** What the catalogue answers where the row does not. */
  readonly prefilled: FactValues;
  readonly same:
    | { readonly kind: "existing"; readonly id: SystemId; readonly name: string }
    | { readonly kind: "file"; readonly line: number }
    | null;
  readonly would: "add" | "fill" | "skip";
};

export type BadSystemRow = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly SystemProblem[];
};

export type SystemsReading = {
  readonly rows: readonly SystemRow[];
  readonly bad: readonly BadSystemRow[];
  readonly report: SystemImportReport;
};

/** What saving did to one system. `before` is what it said, for taking it back. */
export type ImportedSystem = {
  readonly id: SystemId;
  readonly kind: "added" | "filled";
  readonly version: number;
  readonly before: { readonly words: SystemWords; readonly facts: FactValues } | null;
};

const most = { name: 120, vendor: 120, purpose: 2_000 } as const;

type Against = {
  readonly definitions: readonly FactDefinition[];
  readonly catalogue: SystemCatalogue;
  readonly existing: readonly KnownSystem[];
};

/** Reads every row under the settings. Each ends among the systems or among the bad ones, never nowhere. */
export function readSystems(table: SystemTable, settings: SystemImportSettings, against: Against): SystemsReading {
  const columns = columnNames(table.headers);
  const definitions = new Map(against.definitions.map((definition) => [definition.id, definition]));
  const rows: SystemRow[] = [];
  const bad: BadSystemRow[] = [];
  for (const [at, cells] of table.rows.entries()) {
    const line = table.lines[at] ?? at + 2;
    const read = readRow(cells, columns, settings.columns, definitions);
    if (read.problems.length > 0) bad.push({ line, cells: cells.map(shownCell), problems: read.problems });
    else rows.push(placed(line, read, rows, settings, against));
  }
  const count = (would: SystemRow["would"]) => rows.filter((row) => row.would === would).length;
  const report = {
    rows: table.rows.length,
    bad: bad.length,
    added: count("add"),
    filled: count("fill"),
    skipped: count("skip"),
    recognised: rows.filter(({ would, catalogueId }) => would === "add" && catalogueId !== null).length,
  };
  return { rows, bad, report };
}

type ReadRow = { readonly words: SystemWords; readonly own: FactValues; readonly problems: readonly SystemProblem[] };

function readRow(
  cells: readonly string[],
  columns: readonly string[],
  fields: SystemImportSettings["columns"],
  definitions: ReadonlyMap<string, FactDefinition>,
): ReadRow {
  const problems: SystemProblem[] = [];
  const own: Record<string, FactValue> = {};
  const words: { [Word in "name" | "vendor" | "purpose"]?: string } = {};
  const wrong = (at: number, code: SystemProblem["code"], value = cells[at] ?? "") =>
    problems.push({ column: columns[at] ?? "", code, value: shownCell(value).slice(0, 80) });
  for (const [at, field] of fields.entries()) {
    const cell = (cells[at] ?? "").trim();
    if (field === null || cell === "") continue;
    if (cell.startsWith(uncomputed)) wrong(at, "notComputed");
    else if (cell.includes("\ufffd")) wrong(at, "unreadableLetters");
    else if (isWord(field)) {
      if (cell.length > most[field]) wrong(at, field === "name" ? "nameTooLong" : "textTooLong");
      words[field] = cell.replace(/\s+/g, " ");
    } else {
      const definition = definitions.get(field);
      const read = definition === undefined ? null : readCell(cell, definition);
      if (read === null) continue;
      if (!read.ok) wrong(at, read.failure.code, read.failure.value);
      else if (read.value !== null) own[field] = read.value;
    }
  }
  const nameAt = fields.indexOf("name");
  const { name = "", vendor = null, purpose = null } = words;
  if (!problems.some(({ column }) => column === columns[nameAt])) {
    if (name.length < 2) wrong(nameAt, "nameMissing");
    else if (!/\p{L}/u.test(name)) wrong(nameAt, "nameWithoutLetters");
  }
  return { words: { name, vendor, purpose }, own, problems };
}

function isWord(field: SystemField): field is "name" | "vendor" | "purpose" {
  return !field.startsWith("system.");
}

function placed(
  line: number,
  { words, own }: ReadRow,
  before: readonly SystemRow[],
  { existing: mode }: SystemImportSettings,
  { catalogue, existing }: Against,
): SystemRow {
  const template = templateFor(catalogue, words);
  const prefilled = Object.fromEntries(Object.entries(template?.facts ?? {}).filter(([fact]) => !(fact in own)));
  const maker = template === null || ["Any", "Own"].includes(template.vendor) ? null : template.vendor;
  const full = { name: words.name, vendor: words.vendor ?? maker, purpose: words.purpose ?? template?.does ?? null };
  const named = { ...full, catalogueId: template?.id ?? null };
  const there = existing.find((one) => sameSystem(one, named));
  const earlier = before.find((row) => sameSystem({ ...row.words, catalogueId: row.catalogueId }, named));
  const said = {
    line,
    words: full,
    catalogueId: template?.id ?? null,
    template: template?.name ?? null,
    own,
    prefilled,
  };
  if (there !== undefined) {
    const lacks = mode === "fill" && lacking(there, words, own);
    return {
      ...said,
      same: { kind: "existing", id: there.id, name: there.name },
      would: lacks && earlier === undefined ? "fill" : "skip",
    };
  }
  if (earlier !== undefined) return { ...said, same: { kind: "file", line: earlier.line }, would: "skip" };
  return { ...said, same: null, would: "add" };
}

/** A name that a tool of another vendor has too is not taken for it. */
function templateFor(catalogue: SystemCatalogue, { name, vendor }: SystemWords): SystemTemplate | null {
  const found = findTemplate(catalogue, name, vendor);
  if (found === null || vendor === null || ["Any", "Own"].includes(found.vendor)) return found;
  const [given, known] = [plainName(vendor), plainName(found.vendor)];
  return given === "" || given.includes(known) || known.includes(given) ? found : null;
}

type Named = Pick<SystemWords, "name" | "vendor"> & { readonly catalogueId?: string | null };

/** Systems of one name are one, unless each has a vendor, or is a tool of the catalogue, and these differ. */
export function sameSystem(a: Named, b: Named): boolean {
  const [toolA, toolB] = [a.catalogueId ?? null, b.catalogueId ?? null];
  if (toolA !== null && toolB !== null && toolA !== toolB) return false;
  const [nameA, nameB] = [plainName(a.name), plainName(b.name)];
  if (nameA === "" || nameA !== nameB) return a.name.trim().toLowerCase() === b.name.trim().toLowerCase();
  const [vendorA, vendorB] = [plainName(a.vendor ?? ""), plainName(b.vendor ?? "")];
  return vendorA === "" || vendorB === "" || vendorA === vendorB;
}

function lacking(there: KnownSystem, words: SystemWords, own: FactValues): boolean {
  if ((there.vendor === null && words.vendor !== null) || (there.purpose === null && words.purpose !== null))
    return true;
  return Object.keys(own).some((fact) => (there.facts[fact] ?? null) === null);
}

/** The system with what it lacks from a row; what it says already stays. */
export function filled(
  there: KnownSystem,
  row: SystemRow,
): { readonly words: SystemWords; readonly facts: FactValues } {
  const facts: Record<string, FactValue | null> = { ...there.facts };
  for (const [fact, value] of Object.entries(row.own)) facts[fact] ??= value;
  return {
    words: { name: there.name, vendor: there.vendor ?? row.words.vendor, purpose: there.purpose ?? row.words.purpose },
    facts,
  };
}
