import fc from "fast-check";
import { expect, test } from "vitest";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { columnNames, guessMapping, type ImportSettings } from "#app/domain/workforce/import-mapping.ts";
import { type RosterTable, readRoster } from "#app/domain/workforce/read-roster.ts";
import { reconcileRoles } from "#app/domain/workforce/reconcile-roles.ts";
import type { Role } from "#app/domain/workforce/role.ts";

function aTable(headers: readonly string[], ...rows: readonly (readonly string[])[]): RosterTable {
  return { headers, rows, lines: rows.map((_, at) => at + 2) };
}

function settingsFor(table: RosterTable, over: Partial<ImportSettings> = {}): ImportSettings {
  return { mapping: guessMapping(columnNames(table.headers)), mode: "update", currency: "EUR", country: null, ...over };
}

function read(table: RosterTable, over: Partial<ImportSettings> = {}) {
  return readRoster(table, settingsFor(table, over));
}

test("a list of persons becomes roles with heads and mean pay, and no name is kept", () => {
  const table = aTable(
    ["Name", "Position", "Salary", "Site"],
    ["Ana", "Clerk", "40000", "Hamburg"],
    ["Ben", "clerk", "50000", "hamburg"],
    ["Cem", "Driver", "", "Hamburg"],
  );
  const { roles, bad } = read(table);
  expect(bad).toEqual([]);
  expect(roles).toEqual([
    {
      draft: { title: "Clerk", headcount: 2, annualPay: 45000, currency: "EUR", site: "Hamburg" },
      rows: 2,
      lines: [2, 3],
    },
    { draft: { title: "Driver", headcount: 1, site: "Hamburg" }, rows: 1, lines: [4] },
  ]);
  expect(JSON.stringify(roles)).not.toContain("Ana");
});

test("mean pay counts only the heads whose pay is known", () => {
  const table = aTable(
    ["title", "headcount", "pay"],
    ["Clerk", "2", "40000"],
    ["Clerk", "8", ""],
    ["Clerk", "1", "70000"],
  );
  expect(read(table).roles[0]?.draft).toMatchObject({ headcount: 11, annualPay: 50000 });
});

test("bad rows keep their cells and line, and the others are read", () => {
  const table = aTable(["title", "headcount"], ["Clerk", "-2"], ["Driver", "3"], ["", "1"]);
  const { roles, bad } = read(table);
  expect(roles.map(({ draft }) => draft.title)).toEqual(["Driver"]);
  expect(bad).toEqual([
    { line: 2, cells: ["Clerk", "-2"], problems: [{ field: "headcount", code: "notAboveZero", value: "-2" }] },
    { line: 4, cells: ["", "1"], problems: [{ field: "title", code: "titleMissing", value: "" }] },
  ]);
});

test("one role with two currencies is a question, not a sum", () => {
  const table = aTable(
    ["title", "headcount", "pay", "currency"],
    ["Clerk", "2", "40000", "EUR"],
    ["Clerk", "1", "50000", "USD"],
  );
  expect(read(table).bad.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([[3, "currencyDiffers"]]);
});

test("the decimals of one file are read one way throughout", () => {
  const german = aTable(["title", "fte", "pay"], ["Clerk", "7,5", "41.500"], ["Driver", "3", "39.000,50"]);
  expect(read(german).roles.map(({ draft }) => [draft.headcount, draft.annualPay])).toEqual([
    [7.5, 41500],
    [3, 39000.5],
  ]);
});

test("every row ends in a role or among the bad ones, whatever it holds", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom("Clerk", "Driver", "3", "-1", "", "EUR", "DE"),
  );
  const rows = fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 30 });
  fc.assert(
    fc.property(rows, (given) => {
      const { roles, bad } = read(aTable(["title", "headcount", "pay", "country"], ...given));
      const lines = [...roles.flatMap((role) => role.lines), ...bad.map(({ line }) => line)].sort((a, b) => a - b);
      expect(lines).toEqual(given.map((_, at) => at + 2));
    }),
    { numRuns: 500 },
  );
});

const clerk: Role = {
  id: "r1" as RoleId,
  title: "Clerk",
  headcount: 4,
  site: "Hamburg",
  tasks: [{ text: "Book trucks" }],
  gates: { licensedSignOff: true },
};
const driver: Role = { id: "r2" as RoleId, title: "Driver", headcount: 9 };

test("an update changes what the file names, keeps duties and gates, and leaves the rest", () => {
  const meaning = reconcileRoles(
    [clerk, driver],
    [
      { title: "CLERK", headcount: 6, site: "hamburg" },
      { title: "Packer", headcount: 2 },
    ],
    "update",
  );
  expect(meaning.change.map(({ after }) => after)).toEqual([
    { ...clerk, title: "CLERK", site: "hamburg", headcount: 6 },
  ]);
  expect(meaning.add).toEqual([{ title: "Packer", headcount: 2 }]);
  expect(meaning.remove).toEqual([]);
});

test("a replacement also removes what the file does not name", () => {
  const meaning = reconcileRoles([clerk, driver], [{ title: "Driver", headcount: 9 }], "replace");
  expect(meaning.remove).toEqual([clerk]);
  expect(meaning.same).toEqual([driver]);
});

test("importing the same roster twice changes nothing", () => {
  const drafts = [clerk, driver].map(({ id: _, ...draft }) => draft);
  const meaning = reconcileRoles([clerk, driver], drafts, "replace");
  expect([meaning.add, meaning.change, meaning.remove]).toEqual([[], [], []]);
});
