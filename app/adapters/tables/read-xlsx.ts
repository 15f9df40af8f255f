import readWorkbook from "read-excel-file/node";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail } from "#app/domain/kernel/result.ts";
import type { Table, TableFailure, TableLimits, TableWarning } from "#app/services/ports/tables.ts";
import { openZip, type ZipEntry, type ZipLimits, ZipRefused } from "./open-zip.ts";
import { shapeTable } from "./shape-table.ts";
import { storedZip } from "./stored-zip.ts";

const zipLimits: ZipLimits = { entries: 1000, unpacked: 48 * 1024 * 1024, ratio: 200 };

/** Cells of a workbook, empty ones included: 20,000 rows of forty columns. */
const mostCells = 800_000;

const neededPath =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

type Extent = { readonly columns: number; readonly rows: number };

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/**
 * The furthest cell that an XML entry names. Readers fill the rectangle up to it, so one cell at XFD1048576 would cost
 * gigabytes: references are looked at in the bytes, wherever they stand, before anything is built.
 */
function extentOf(entry: Buffer): Extent {
  let columns = 0;
  let rows = 0;
  for (const [, letters, row] of entry.toString("latin1").matchAll(/\br\s*=\s*["']([A-Z]{0,7})(\d{1,10})["']/g)) {
    columns = Math.max(columns, columnNumber(letters ?? ""));
    rows = Math.max(rows, Number(row));
  }
  return { columns, rows };
}

/** A reference written with entities cannot be looked at as bytes, and a document type is where entity bombs live. */
function isOdd(entry: Buffer): boolean {
  const text = entry.toString("latin1");
  return /<!(DOCTYPE|ENTITY)/i.test(text) || /\br\s*=\s*["'][^"'&]{0,20}&/.test(text);
}

function cellsIn(entry: Buffer): number {
  let cells = 0;
  for (let at = entry.indexOf("<c"); at >= 0; at = entry.indexOf("<c", at + 2)) cells += 1;
  return cells;
}

/** Rows may be empty in between; a sheet that reaches ten times as far down as rows are allowed is refused unread. */
function vet(entries: readonly ZipEntry[], limits: TableLimits): TableFailure | null {
  let cells = 0;
  for (const { bytes } of entries) {
    cells += cellsIn(bytes);
    if (cells > mostCells) return { kind: "table-not-readable", because: "unpacks-too-large" };
    if (isOdd(bytes)) return { kind: "table-not-readable", because: "not-a-workbook" };
    const { columns, rows } = extentOf(bytes);
    if (columns > limits.columns) return { kind: "too-many-columns", columns, limit: limits.columns };
    if (rows > limits.rows * 10) return { kind: "too-many-rows", limit: limits.rows };
  }
  return null;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "true" : "false";
  return String(cell);
}

function refusalOf(error: unknown): TableFailure {
  if (error instanceof ZipRefused) return { kind: "table-not-readable", because: error.because };
  return { kind: "table-not-readable", because: "not-a-workbook" };
}

/** Reads the first sheet of a workbook that has any row. Formulas give their last stored value and are never computed. */
export async function readXlsx(bytes: Uint8Array, limits: TableLimits): Promise<Result<Table, TableFailure>> {
  let sheets: { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[];
  try {
    const entries = openZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), zipLimits, (name) =>
      neededPath.test(name),
    );
    const refused = vet(entries, limits);
    if (refused !== null) return fail(refused);
    sheets = await readWorkbook(storedZip(entries));
  } catch (error) {
    return fail(refusalOf(error));
  }
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  const first = filled[0];
  const warnings: TableWarning[] =
    first !== undefined && filled.length > 1
      ? [{ kind: "more-sheets", read: first.sheet, others: filled.length - 1 }]
      : [];
  const rows = (first?.data ?? []).map((row, at) => ({ line: at + 1, cells: row.map(cellText), width: row.length }));
  return shapeTable(rows, limits, { format: "xlsx", encoding: "utf-8", warnings });
}
