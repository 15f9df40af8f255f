import fc from "fast-check";
import { expect, test } from "vitest";
import { readCell } from "#app/domain/compliance/inventory/read-cell.ts";
import {
  filled,
  type KnownSystem,
  readSystems,
  type SystemTable,
} from "#app/domain/compliance/inventory/read-systems.ts";
import { guessColumns, type SystemField } from "#app/domain/compliance/inventory/system-columns.ts";
import type { SystemId } from "#app/domain/kernel/ids.ts";
import { uncomputed } from "#app/domain/workforce/uncomputed-cell.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";
import { systemCatalogue as catalogue } from "#app/knowledge/system-catalogue/index.ts";

const definitions = obligations.facts.filter(({ id }) => id.startsWith("system."));

function aTable(headers: readonly string[], ...rows: readonly (readonly string[])[]): SystemTable {
  return { headers, rows, lines: rows.map((_, at) => at + 2) };
}

function read(table: SystemTable, existing: readonly KnownSystem[] = [], mode: "skip" | "fill" = "skip") {
  const columns = guessColumns(table.headers, definitions);
  return readSystems(table, { columns, existing: mode }, { definitions, catalogue, existing });
}

function aSystem(over: Partial<KnownSystem> = {}): KnownSystem {
  return { id: "system-1" as SystemId, name: "Applicant screening", vendor: null, purpose: null, facts: {}, ...over };
}

test.each<[string, SystemField | null]>([
  ["Name", "name"],
  ["AI system", "name"],
  ["Tool name", "name"],
  ["Anbieter", "vendor"],
  ["Used for", "system.uses"],
  ["Personal data", "system.personal_data"],
  ["system.influence", "system.influence"],
  ["Human review (yes/no)", "system.human_review"],
  ["Cost centre", null],
  ["", null],
])("a column %j says %j", (header, field) => {
  expect(guessColumns([header], definitions)).toEqual([field]);
});

test("every fact can be a column under its own label, and the template's columns are known", () => {
  for (const { id, label, kind } of definitions) {
    if (kind !== "number-by-place") expect([id, guessColumns(["Name", label], definitions)[1]]).toEqual([id, id]);
  }
});

const of = (id: string) => {
  const definition = definitions.find((one) => one.id === id);
  if (definition === undefined) throw new Error(id);
  return definition;
};

test.each<[string, string, unknown]>([
  ["system.personal_data", "Ja", true],
  ["system.personal_data", "n", false],
  ["system.personal_data", "?", null],
  ["system.influence", "material", "material"],
  ["system.uses", "recruit.screening; office.drafting", ["recruit.screening", "office.drafting"]],
  ["system.uses", "none", []],
  ["system.used_in", "Germany; us-il, Frankreich", ["EU-DE", "US-IL", "EU-FR"]],
  ["system.used_in", "EU", ["EU"]],
  ["system.first_placed", "3.2.2025", "2025-02-03"],
  ["system.first_placed", "2024", "2024"],
  ["system.monthly_users", "1.200", 1200],
])("%s: %j is read as %j", (id, cell, value) => {
  expect(readCell(cell, of(id))).toEqual({ ok: true, value });
});

test.each<[string, string, string]>([
  ["system.personal_data", "maybe", "notYesOrNo"],
  ["system.influence", "some", "optionUnknown"],
  ["system.uses", "Narnia", "optionUnknown"],
  ["system.used_in", "Atlantis", "placeUnknown"],
  ["system.first_placed", "31/02/2025", "notADay"],
  ["system.first_placed", "2025-02-30", "notADay"],
  ["system.monthly_users", "many", "notANumber"],
])("%s: %j is refused as %s", (id, cell, code) => {
  expect(readCell(cell, of(id))).toMatchObject({ ok: false, failure: { code, value: cell } });
});

test("labels of options are read as well as codes, also those with commas", () => {
  for (const { id, kind, options = [] } of definitions.filter((one) => one.options !== undefined)) {
    for (const { value, label } of options)
      expect([id, readCell(label, of(id))]).toEqual([id, { ok: true, value: kind === "list" ? [value] : value }]);
  }
});

test("a tool of the catalogue comes with its answers; what the row says goes before them", () => {
  const { rows, report } = read(aTable(["Name", "Personal data"], ["ChatGPT", "yes"], ["Our own scorer", ""]));
  expect(rows.map(({ template, would }) => [template, would])).toEqual([
    ["ChatGPT (business plans)", "add"],
    [null, "add"],
  ]);
  expect(rows[0]?.own).toEqual({ "system.personal_data": true });
  expect(rows[0]?.prefilled["system.uses"]).toEqual(["general_chat", "office.drafting"]);
  expect(rows[0]?.words).toMatchObject({ name: "ChatGPT", vendor: "OpenAI" });
  expect(report).toMatchObject({ rows: 2, bad: 0, added: 2, recognised: 1 });
});

test("a name that a tool of another vendor has too is not taken for it", () => {
  const { rows } = read(aTable(["Name", "Vendor"], ["Claude", "Claude's Bakery Systems"], ["Claude", "Anthropic PBC"]));
  expect(rows.map(({ catalogueId }) => catalogueId)).toEqual([null, "claude"]);
});

test("names what is there already, and what the list says twice", () => {
  const { rows, report } = read(
    aTable(["Name", "Vendor"], ["applicant  Screening", ""], ["Notes", "A"], ["Notes", "B"], ["notes", "a"]),
    [aSystem()],
  );
  expect(rows.map(({ same, would }) => [same, would])).toEqual([
    [{ kind: "existing", id: "system-1", name: "Applicant screening" }, "skip"],
    [null, "add"],
    [null, "add"],
    [{ kind: "file", line: 3 }, "skip"],
  ]);
  expect(report).toMatchObject({ added: 2, skipped: 2 });
});

test("editions of one tool that the catalogue tells apart are two systems", () => {
  const there = aSystem({ name: "ChatGPT (private or free accounts)", vendor: "OpenAI", catalogueId: "chatgpt-free" });
  expect(read(aTable(["Name"], ["ChatGPT"]), [there]).rows[0]?.same).toBeNull();
  expect(read(aTable(["Name"], ["ChatGPT"]), [{ ...there, catalogueId: null }]).rows[0]?.would).toBe("skip");
});

test("fills in what a system lacks and never changes what it says", () => {
  const there = aSystem({ vendor: "Hirelane", facts: { "system.personal_data": false } });
  const table = aTable(
    ["Name", "Vendor", "Purpose", "Personal data", "Influence"],
    ["Applicant screening", "Hirelane", "Sorts", "yes", "material"],
  );
  const [row] = read(table, [there], "fill").rows;
  if (row === undefined) throw new Error("no row");
  expect(row.would).toBe("fill");
  expect(filled(there, row)).toEqual({
    words: { name: "Applicant screening", vendor: "Hirelane", purpose: "Sorts" },
    facts: { "system.personal_data": false, "system.influence": "material" },
  });
});

test("hostile and broken rows are named by line and column, with all their cells", () => {
  const { bad, rows } = read(
    aTable(
      ["Name", "Vendor", "Personal data"],
      ["", "Nobody", ""],
      ['=HYPERLINK("http://x")', "V", "maybe"],
      ["12345", "", ""],
      ["x".repeat(121), "", ""],
      ["Caf\ufffd", "", ""],
      [`${uncomputed}#REF!`, "", ""],
      ["Good", "y".repeat(200), ""],
      ["Fine", "", ""],
    ),
  );
  expect(
    bad.map(({ line, problems }) => [line, problems.map(({ column, code }) => `${column} ${code}`).join()]),
  ).toEqual([
    [2, "Name nameMissing"],
    [3, "Personal data notYesOrNo"],
    [4, "Name nameWithoutLetters"],
    [5, "Name nameTooLong"],
    [6, "Name unreadableLetters"],
    [7, "Name notComputed"],
    [8, "Vendor textTooLong"],
  ]);
  expect(bad[1]?.cells).toEqual(['=HYPERLINK("http://x")', "V", "maybe"]);
  expect(rows.map(({ words }) => words.name)).toEqual(["Fine"]);
});

test("every row ends among the systems or among the bad ones, whatever the cells hold", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom("ChatGPT", "yes", "Germany", "=1+1", "\ufffd", ""),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 12 }), (rows) => {
      const found = read(aTable(["Name", "Vendor", "Used for", "Where used"], ...rows));
      expect(found.rows.length + found.bad.length).toBe(rows.length);
      const { added, filled: fills, skipped, bad } = found.report;
      expect(added + fills + skipped + bad).toBe(rows.length);
    }),
    { numRuns: 60 },
  );
});
