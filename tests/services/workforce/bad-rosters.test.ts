import { expect, test } from "vitest";
import { undoImport } from "#app/services/workforce/undo-import.server.ts";
import { writeBadRows } from "#app/services/workforce/write-roster.server.ts";
import { aCsv } from "#tests/builders/a-roster.ts";
import { aCell, aWorkbook, aWorkbookOf } from "#tests/builders/workbooks.ts";
import { anImportingHouse } from "./an-importing-house.ts";

/** What a look at a file says: roles with heads and pay, bad rows with their reasons, and what deserves a look. */
async function lookedAt(bytes: Uint8Array) {
  await using house = await anImportingHouse();
  const importId = await house.start(bytes);
  const { preview, bad, remarks, notes } = await house.look(importId);
  return {
    roles: preview.map(({ draft }) => [draft.title, draft.headcount, draft.annualPay ?? null, draft.currency ?? null]),
    bad: bad.map(({ line, problems }) => [line, problems.map(({ code }) => code).join()]),
    remarks: remarks.map(({ kind }) => kind),
    notes,
  };
}

test("a heading above the headers and a second line of headers are no roles", async () => {
  const read = await lookedAt(
    aCsv(
      "Staff list 2026,,",
      "Job title,Headcount,Department",
      "Stelle,Anzahl,Abteilung",
      "Clerk,4,Office",
      "Driver,2,Fleet",
    ),
  );
  expect(read.roles.map(([title, heads]) => [title, heads])).toEqual([
    ["Clerk", 4],
    ["Driver", 2],
  ]);
  expect([read.remarks, read.bad]).toEqual([["header-lines"], []]);
});

test("a merged cell names its department for each of its rows, and its number once", async () => {
  const row = (at: number, cells: string) => `<row r="${at}">${cells}</row>`;
  const heads = (at: string, n: number) => `<c r="${at}"><v>${n}</v></c>`;
  const data =
    row(1, aCell("A1", "Department") + aCell("B1", "Job title") + aCell("C1", "Headcount")) +
    row(2, aCell("A2", "Office") + aCell("B2", "Clerk") + heads("C2", 9)) +
    row(3, `<c r="A3"/>${aCell("B3", "Typist")}<c r="C3"/>`) +
    row(4, `<c r="A4"/>${aCell("B4", "Courier")}${heads("C4", 2)}`);
  const merges = '<mergeCells count="2"><mergeCell ref="A2:A4"/><mergeCell ref="C2:C3"/></mergeCells>';
  await using house = await anImportingHouse();
  const importId = await house.start(aWorkbook(data, [], merges), "roster.xlsx");
  const { preview, bad, remarks } = await house.look(importId);
  expect(preview.map(({ draft }) => [draft.title, draft.headcount, draft.department])).toEqual([
    ["Clerk", 9, "Office"],
    ["Courier", 2, "Office"],
  ]);
  expect(bad.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([[3, "headcountMissing"]]);
  expect(remarks.map(({ kind }) => kind)).toEqual(["merged-cells"]);
});

test("a formula counts with its stored value; one without, and an error, is a bad row", async () => {
  const row = (at: number, title: string, cell: string) => `<row r="${at}">${title}${cell}</row>`;
  const data =
    row(1, aCell("A1", "Job title"), aCell("B1", "Headcount")) +
    row(2, aCell("A2", "Clerk"), '<c r="B2"><f>2+2</f><v>4</v></c>') +
    row(3, aCell("A3", "Driver"), '<c r="B3"><f>SUM(B1:B2)</f></c>') +
    row(4, aCell("A4", "Packer"), '<c r="B4" t="e"><v>#REF!</v></c>') +
    row(5, '<c r="A5" t="str"><f>A4&amp;"s"</f><v>Packers</v></c>', '<c r="B5"><v>1.5</v></c>');
  const read = await lookedAt(aWorkbook(data));
  expect(read.roles.map(([title, heads]) => [title, heads])).toEqual([
    ["Clerk", 4],
    ["Packers", 1.5],
  ]);
  expect(read.bad).toEqual([
    [3, "notComputed"],
    [4, "notComputed"],
  ]);
});

test("a few letters of another encoding spoil neither the file nor their row", async () => {
  const stray = Buffer.concat([
    Buffer.from("Job title,Headcount\nLagerführer,4\nSchweißer,2\nKöchin,1\n"),
    Buffer.from("Näher,3\n", "latin1"),
  ]);
  const read = await lookedAt(stray);
  expect(read.roles.map(([title]) => title)).toEqual(["Lagerführer", "Schweißer", "Köchin", "Näher"]);
  expect(read.remarks).toEqual(["encoding-mixed"]);
});

test("a quote inside a cell is text, and costs neither the file nor its row", async () => {
  const read = await lookedAt(
    aCsv("Job title,Headcount", '5" pipe fitter,3', '"Driver" nights,2', 'Robert "Bob" hand,1', '"Clerk ""A""",4'),
  );
  expect(read.roles.map(([title, heads]) => [title, heads])).toEqual([
    ['5" pipe fitter', 3],
    ['"Driver" nights', 2],
    ['Robert "Bob" hand', 1],
    ['Clerk "A"', 4],
  ]);
  expect(read.bad).toEqual([]);
});

test("UTF-16 with its mark is read as it is", async () => {
  const wide = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from("Job title\tHeadcount\nZugführer\t4\n", "utf16le"),
  ]);
  expect((await lookedAt(wide)).roles.map(([title]) => title)).toEqual(["Zugführer"]);
});

test("a person who is listed twice is counted once, and said", async () => {
  const read = await lookedAt(
    aCsv("Employee ID,Job title", "17,Clerk", "18,Clerk", "17,Clerk", " 18 ,Driver", ",Packer", ",Packer"),
  );
  expect(read.roles.map(([title, heads]) => [title, heads])).toEqual([
    ["Clerk", 2],
    ["Packer", 2],
  ]);
  expect(read.bad).toEqual([
    [4, "personRepeated"],
    [5, "personRepeated"],
  ]);
});

test("heads may be fractional, but neither zero, negative nor a range", async () => {
  const read = await lookedAt(
    aCsv("title,headcount", "Clerk,0.5", "Driver,0", "Packer,-2", "Loader,10-12", 'Cook,"1,5"'),
  );
  expect(read.roles.map(([title, heads]) => [title, heads])).toEqual([
    ["Clerk", 0.5],
    ["Cook", 1.5],
  ]);
  expect(read.bad).toEqual([
    [3, "notAboveZero"],
    [4, "notAboveZero"],
    [5, "aRange"],
  ]);
});

test("pay keeps the currency of its row and is made yearly, with a note of how", async () => {
  const read = await lookedAt(
    aCsv(
      "Job title;Headcount;Pay;Currency;Pay period",
      "Clerk;1;3.000,00;EUR;month",
      "Driver;1;25,50;USD;hourly",
      "Packer;1;200,00 / day;GBP;",
      "Cook;1;50-60k;CHF;year",
      "Loader;1;30.000,00;EUR;fortnight",
    ),
  );
  expect(read.roles).toEqual([
    ["Clerk", 1, 36_000, "EUR"],
    ["Driver", 1, 45_900, "USD"],
    ["Packer", 1, 45_000, "GBP"],
    ["Cook", 1, 55_000, "CHF"],
  ]);
  expect(read.bad).toEqual([[6, "periodUnknown"]]);
  expect(read.notes).toEqual({ periods: { month: 1, hour: 1, day: 1, year: 1 }, ranges: 1 });
});

test("a title of 300 characters is a bad row; emoji, right-to-left names and zero bytes are none", async () => {
  const read = await lookedAt(
    aCsv("title,headcount", `${"x".repeat(300)},1`, "👷🏽 Packer,2", "سائق شاحنة,3", "Cle\u0000rk,4"),
  );
  expect(read.roles.map(([title, heads]) => [title, heads])).toEqual([
    ["👷🏽 Packer", 2],
    ["سائق شاحنة", 3],
    ["Clerk", 4],
  ]);
  expect([read.bad, read.remarks]).toEqual([[[2, "titleTooLong"]], ["zero-bytes"]]);
});

test.each([
  ["an empty file", new Uint8Array(), { kind: "table-empty" }],
  [
    "10,000 columns",
    aCsv(Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(",")),
    { kind: "too-many-columns", columns: 10_000 },
  ],
  ["a picture named .csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0]), { because: "binary" }],
  [
    "a zip bomb",
    aWorkbookOf({ name: "xl/worksheets/sheet1.xml", text: Buffer.alloc(80 * 1024 * 1024), statedSize: 10 }),
    { because: "unpacks-too-large" },
  ],
  [
    "an entity bomb",
    aWorkbook(`<row r="1">${aCell("A1", "&b;")}</row>`, [
      { name: "xl/sharedStrings.xml", text: '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst/>' },
    ]),
    { because: "not-a-workbook" },
  ],
  ["more than 20 MB", new Uint8Array(20 * 1024 * 1024 + 1).fill(65), { kind: "table-too-large" }],
])("%s is refused with the reason", async (_name, bytes, expected) => {
  await using house = await anImportingHouse();
  expect(await house.refusal(bytes)).toMatchObject(expected);
});

test("headers alone hold no role, and a file of bad rows keeps each with its reason", async () => {
  expect(await lookedAt(aCsv("title,headcount"))).toMatchObject({ roles: [], bad: [] });
  const read = await lookedAt(aCsv("title,headcount", "Clerk,none", ",3"));
  expect(read.roles).toEqual([]);
  expect(read.bad).toEqual([
    [2, "notANumber"],
    [3, "titleMissing"],
  ]);
});

test("the good rows of a bad file are kept, the bad ones come back with their reasons, and all can be undone", async () => {
  await using house = await anImportingHouse();
  const importId = await house.importFile(aCsv("title,headcount", "Clerk,4", "Driver,-1", "Packer,2"));
  expect((await house.roles()).map(({ title }) => title)).toEqual(["Clerk", "Packer"]);
  const back = await writeBadRows(house.deps, house.actor, importId, ({ code }) => code);
  expect(back.ok && back.value).toContain("Driver,'-1,3,notAboveZero");
  await undoImport(house.deps, house.actor, { importId, untouchedOnly: false });
  expect(await house.roles()).toEqual([]);
});
