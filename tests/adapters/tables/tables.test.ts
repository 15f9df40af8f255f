import fc from "fast-check";
import { expect, test } from "vitest";
import { readTable } from "#app/adapters/tables/read-table.ts";
import { tables } from "#app/adapters/tables/tables.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import type { Table as Source, TableFailure, TableLimits } from "#app/services/ports/tables.ts";
import { aCell, aWorkbook, aWorkbookOf, aZip } from "#tests/builders/workbooks.ts";

const limits: TableLimits = { bytes: 5_000_000, rows: 10_000, columns: 200, cell: 2_000 };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

type Table = Source & {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
};

/** Reads a file in pieces that end anywhere, within a letter too. */
async function wholeTable(file: Uint8Array, given: TableLimits, size = 1_001): Promise<Result<Table, TableFailure>> {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  const pieces = async (part: number) => {
    const piece = file.subarray(part * size, (part + 1) * size);
    return part > 0 && piece.length === 0 ? null : piece;
  };
  const read = await readTable(pieces, given, (shaped) => {
    for (const { cells, line } of shaped) {
      rows.push(cells);
      lines.push(line);
    }
  });
  return read.ok ? ok({ ...read.value, rows, lines }) : read;
}

async function table(file: Uint8Array): Promise<Table> {
  const read = await wholeTable(file, limits);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

async function failure(file: Uint8Array, given: Partial<TableLimits> = {}): Promise<unknown> {
  const read = await wholeTable(file, { ...limits, ...given }, 256 * 1024);
  return read.ok ? read.value : read.failure;
}

test("a plain CSV becomes headers and rows with the lines they start at", async () => {
  const read = await table(utf8('title,headcount\n"Driver, long haul",12\n\n"Two\nlines",1\nClerk,3\n'));
  expect(read.headers).toEqual(["title", "headcount"]);
  expect(read.rows).toEqual([
    ["Driver, long haul", "12"],
    ["Two lines", "1"],
    ["Clerk", "3"],
  ]);
  expect(read.lines[0]).toBe(2);
  expect(read.warnings).toEqual([]);
});

test.each([
  [",", "title,headcount\nDriver,12\n"],
  [";", 'title;pay\n"Driver; night";"41.500,00"\nClerk;39.000,50\n'],
  ["\t", "title\theadcount\nDriver\t12\n"],
  ["|", "title|headcount\nDriver|12\n"],
])("cells separated by %j are found", async (_sign, text) => {
  expect((await table(utf8(text))).headers).toHaveLength(2);
});

test("a file in Windows-1252 is read with a warning to look at its letters", async () => {
  const read = await table(Buffer.from("Titel;Köpfe\nLagerführer;4\n", "latin1"));
  expect(read.headers).toEqual(["Titel", "Köpfe"]);
  expect(read.rows).toEqual([["Lagerführer", "4"]]);
  expect(read.warnings).toEqual([{ kind: "encoding-guessed", encoding: "windows-1252" }]);
});

test("UTF-16 is read with and without its mark, and a UTF-8 mark is not part of the first header", async () => {
  const wide = Buffer.from("title,headcount\nDisponent für Züge,4\n", "utf16le");
  expect((await table(Buffer.concat([Buffer.from([0xff, 0xfe]), wide]))).rows).toEqual([["Disponent für Züge", "4"]]);
  expect((await table(wide)).encoding).toBe("utf-16le");
  expect((await table(utf8("\ufefftitle\nDriver\n"))).headers).toEqual(["title"]);
});

test("a row with too many or too few cells is read and pointed out", async () => {
  const read = await table(utf8("a,b\n1\n1,2,3\n1,2\n"));
  expect(read.rows).toEqual([
    ["1", ""],
    ["1", "2"],
    ["1", "2"],
  ]);
  expect(read.warnings).toEqual([
    { kind: "ragged", line: 2, cells: 1, expected: 2 },
    { kind: "ragged", line: 3, cells: 3, expected: 2 },
  ]);
});

test("emoji, right-to-left names and 300 characters come through, a longer cell is cut between characters", async () => {
  const long = "x".repeat(300);
  const read = await table(utf8(`title\n👷🏽 Packer\nسائق\n${long}\n${"👷".repeat(2000)}\n`));
  expect(read.rows.slice(0, 3)).toEqual([["👷🏽 Packer"], ["سائق"], [long]]);
  expect(read.rows[3]?.[0]).toMatch(/^(👷)+…$/u);
});

test.each([
  ["nothing", new Uint8Array(), { kind: "table-empty" }],
  ["blank lines", utf8("\n ,\n\n"), { kind: "table-empty" }],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), { kind: "table-not-readable", because: "binary" }],
  [
    "random bytes",
    Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7919) % 31)),
    { kind: "table-not-readable", because: "binary" },
  ],
  [
    "the old Excel format",
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
    { kind: "table-not-readable", because: "old-excel" },
  ],
  ["an unclosed quote", utf8('title\n"Driver\n'), { kind: "table-not-readable", because: "broken-quotes" }],
  [
    "an archive that is no workbook",
    aZip([{ name: "a.txt", text: "hello" }]),
    { kind: "table-not-readable", because: "not-a-workbook" },
  ],
  [
    "half a workbook",
    aWorkbook(aCell("A1", "title")).subarray(0, 200),
    { kind: "table-not-readable", because: "not-a-workbook" },
  ],
])("%s is refused in plain terms", async (_name, file, expected) => {
  expect(await failure(file)).toMatchObject(expected);
});

test("a file over the size limit is refused before it is read", async () => {
  expect(await failure(utf8("a\n".repeat(600)), { bytes: 1000 })).toEqual({
    kind: "table-too-large",
    limitBytes: 1000,
  });
});

test("a file without line breaks is refused by its line, not by its quotes", async () => {
  const long = { kind: "table-not-readable", because: "line-too-long" };
  for (const text of ["x".repeat(2_000_000), "x,".repeat(1_000_000), '"x",'.repeat(500_000)]) {
    expect(await failure(utf8(text))).toEqual({ ...long, line: 1 });
    expect(await failure(utf8(`title\nDriver\n${text}\nClerk\n`))).toEqual({ ...long, line: 3 });
    expect(await failure(utf8(`title\rDriver\r${text}`))).toEqual({ ...long, line: 3 });
  }
});

test("a quote that never closes is named by what it is, however much follows it", async () => {
  const text = `title,notes\nDriver,"nights\n${"Clerk,days\n".repeat(200_000)}`;
  expect(await failure(utf8(text))).toMatchObject({ kind: "table-not-readable", because: "broken-quotes" });
});

test("more cells than a roster can have are refused unread, however small the file", async () => {
  const row = `<row r="1">${"<c/>".repeat(800_001)}</row>`;
  expect(await failure(aWorkbook(row))).toEqual({ kind: "table-not-readable", because: "unpacks-too-large" });
});

test("one long text in every cell is refused before it is written out", async () => {
  const shared = { name: "xl/sharedStrings.xml", text: `<sst><si><t>${"long ".repeat(800)}</t></si></sst>` };
  const cells = (row: number) => [..."ABCD"].map((letter) => `<c r="${letter}${row}" t="s"><v>0</v></c>`).join("");
  const rows = Array.from({ length: 8_000 }, (_, at) => `<row r="${at + 1}">${cells(at + 1)}</row>`).join("");
  expect(await failure(aWorkbook(rows, [shared]))).toEqual({
    kind: "table-not-readable",
    because: "unpacks-too-large",
  });
});

test("10,000 columns are refused with their number, in CSV and XLSX", async () => {
  const many = Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(",");
  expect(await failure(utf8(`${many}\n${many}\n`))).toEqual({ kind: "too-many-columns", columns: 10_000, limit: 200 });
  expect(await failure(aWorkbook(`<row r="1">${aCell("NTP1", "far")}</row>`))).toEqual({
    kind: "too-many-columns",
    columns: 10_000,
    limit: 200,
  });
});

test("too many rows are refused, also when they are far away and empty", async () => {
  expect(await failure(utf8(`title\n${"Driver\n".repeat(50)}`), { rows: 49 })).toEqual({
    kind: "too-many-rows",
    limit: 49,
  });
  expect((await wholeTable(utf8(`title\n${"Driver\n".repeat(50)}`), { ...limits, rows: 50 })).ok).toBe(true);
  expect(await failure(aWorkbook(`<row r="1048576">${aCell("A1048576", "far")}</row>`))).toMatchObject({
    kind: "too-many-rows",
  });
});

test("a reference hidden in entities or an entity bomb is not looked at further", async () => {
  const hidden = aWorkbook(`<row r="1"><c r="&#88;FD1" t="inlineStr"><is><t>x</t></is></c></row>`);
  const bomb = aWorkbook(`<row r="1">${aCell("A1", "&b;")}</row>`, [
    { name: "xl/sharedStrings.xml", text: '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst/>' },
  ]);
  for (const file of [hidden, bomb]) {
    expect(await failure(file)).toEqual({ kind: "table-not-readable", because: "not-a-workbook" });
  }
});

test("a zip bomb is refused whether it states its size or lies about it", async () => {
  const zeros = Buffer.alloc(80 * 1024 * 1024);
  for (const statedSize of [zeros.length, 10]) {
    const bomb = aWorkbookOf({ name: "xl/worksheets/sheet1.xml", text: zeros, statedSize });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await failure(bomb)).toEqual({ kind: "table-not-readable", because: "unpacks-too-large" });
  }
});

test("thousands of entries are refused by their count", async () => {
  const entries = Array.from({ length: 2000 }, (_, at) => ({ name: `xl/worksheets/s${at}.xml`, text: "" }));
  expect(await failure(aZip(entries))).toEqual({ kind: "table-not-readable", because: "unpacks-too-large" });
});

test("a workbook is read as what it shows: text, numbers, a formula's last value; never run", async () => {
  const rows =
    `<row r="1">${aCell("A1", "Title")}${aCell("B1", "Pay")}${aCell("D1", "Sum")}</row>` +
    `<row r="3">${aCell("A3", "=1+1")}<c r="B3"><v>41500.5</v></c><c r="D3"><f>B3*2</f><v>83001</v></c></row>`;
  const read = await table(aWorkbook(rows));
  expect(read).toMatchObject({
    format: "xlsx",
    headers: ["Title", "Pay", "", "Sum"],
    rows: [["=1+1", "41500.5", "", "83001"]],
  });
  expect(read.lines).toEqual([3]);
});

test("what is written is read back the same, in both formats", async () => {
  const text = fc
    .string({ unit: "binary", maxLength: 20 })
    .map((raw) => `t${raw.replace(/[\p{C}\s\u2028\u2029]/gu, "")}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, fc.integer({ min: 0, max: 1e9 })), { minLength: 1, maxLength: 6 }),
      async (rows) => {
        const sheet = { name: "Roles", headers: ["title", "people"], rows };
        const expected = rows.map(([title, people]) => [title, String(people)]);
        expect((await table(utf8(tables.writeCsv(sheet)))).rows).toEqual(expected);
        expect((await table(await tables.writeXlsx([sheet]))).rows).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  " =1",
  "\u0000=1",
  "＝1+1",
  "＋1",
  "－1",
  "＠a",
  "\u3000=1",
])("%j is written so that a spreadsheet shows it and does not run it", (hostile) => {
  const csv = tables.writeCsv({ name: "x", headers: ["a"], rows: [[hostile]] });
  expect(csv.split("\r\n")[1]?.replace(/^"/, "")).toMatch(/^'/);
});

test("numbers stay numbers in CSV, negative ones too", () => {
  expect(tables.writeCsv({ name: "x", headers: ["a", "b"], rows: [[-5, 0.25]] })).toBe("\ufeffa,b\r\n-5,0.25\r\n");
});
