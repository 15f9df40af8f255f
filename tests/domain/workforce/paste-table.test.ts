import fc from "fast-check";
import { expect, test } from "vitest";
import { pasteTable } from "#app/domain/workforce/paste-table.ts";

test.each([
  ["Warehouse operative, 62", ["Warehouse operative", "62"]],
  ["Warehouse operative\t62", ["Warehouse operative", "62"]],
  ["Warehouse operative: 62", ["Warehouse operative", "62"]],
  ["Warehouse operative (62)", ["Warehouse operative", "62"]],
  ["Warehouse operative x 62", ["Warehouse operative", "62"]],
  ["Warehouse operative – 62", ["Warehouse operative", "62"]],
  ["62 Warehouse operative", ["Warehouse operative", "62"]],
  ["62 x Warehouse operative", ["Warehouse operative", "62"]],
  ["62× Warehouse operative", ["Warehouse operative", "62"]],
  ["• Dispatcher; 7,5", ["Dispatcher", "7,5"]],
  ["- Dispatcher", ["Dispatcher", "1"]],
  ["Head of HR", ["Head of HR", "1"]],
  ["Level 3 support engineer", ["Level 3 support engineer", "1"]],
  ["Driver, long haul, 12", ["Driver, long haul", "12"]],
  ["Driver, -3", ["Driver", "-3"]],
  ["Driver, 1,200", ["Driver", "1,200"]],
  ["Technician, level, 3, 12", ["Technician, level, 3", "12"]],
  ["Dentist, 14, 165000", ["Dentist", "14", "165000"]],
  ["Dentist, 14, 165,000", ["Dentist", "14", "165,000"]],
  ["Dentist,14,165000", ["Dentist", "14", "165000"]],
  ["Dentist, 1,400, 95.000", ["Dentist", "1,400", "95.000"]],
  ["Dentist\t14\t€165,000", ["Dentist", "14", "€165,000"]],
  ["Driver; 12; 45k", ["Driver", "12", "45k"]],
  ["Driver, 12, Hamburg", ["Driver", "12", "Hamburg"]],
])("“%s”", (line, expected) => {
  expect(pasteTable(line).rows).toEqual([expected]);
});

test("blank lines are left out and lines keep their numbers", () => {
  const table = pasteTable("Clerk, 2\r\n\r\n  \r\nDriver, 3\n");
  expect([table.rows.length, table.lines]).toEqual([2, [1, 4]]);
});

test("a line of headings is not a role", () => {
  expect(pasteTable("Job title\tHeadcount\nClerk\t2").rows).toEqual([["Clerk", "2"]]);
});

test("rows copied from a spreadsheet keep their columns", () => {
  const table = pasteTable("Title\tPeople\tSite\nClerk\t2\tHamburg\nDriver\t3");
  expect(table.headers).toEqual(["Title", "People", "Site"]);
  expect(table.rows).toEqual([
    ["Clerk", "2", "Hamburg"],
    ["Driver", "3", ""],
  ]);
});

test("copied rows without headings are read as title and headcount first", () => {
  expect(pasteTable("Clerk\t2\tHamburg").rows).toEqual([["Clerk", "2", "Hamburg"]]);
  expect(pasteTable("Clerk\t2\tHamburg").headers).toEqual(["title", "headcount", ""]);
});

test("no line of letters is lost", () => {
  const line = fc
    .string({ minLength: 1, maxLength: 30 })
    .filter((text) => /\p{L}/u.test(text) && !/[\n\r\t\u2028]/.test(text));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), (lines) => {
      const table = pasteTable(["first, 1", ...lines].join("\n"));
      expect(table.rows).toHaveLength(lines.filter((text) => text.trim() !== "").length + 1);
    }),
  );
});

test("hostile lines of 100,000 characters cost no more than honest ones", () => {
  for (const piece of [" ", "\t", "1,", "a ", "- ", "(", " x", ", -", "1 "]) {
    expect(pasteTable(`a${piece.repeat(100_000)}b`).rows).toHaveLength(1);
  }
});
