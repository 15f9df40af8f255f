import { fail, type Result } from "#app/domain/kernel/result.ts";
import type { Table, TableFailure, TableLimits } from "#app/services/ports/tables.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** A spreadsheet file by what it holds: an archive is a workbook, Excel's old format is named, all else is read as CSV. */
export async function readTable(file: Uint8Array, limits: TableLimits): Promise<Result<Table, TableFailure>> {
  if (file.byteLength === 0) return fail({ kind: "table-empty" });
  if (file.byteLength > limits.bytes) return fail({ kind: "table-too-large", limitBytes: limits.bytes });
  if (startsWith(file, 0x50, 0x4b)) return readXlsx(file, limits);
  if (startsWith(file, 0xd0, 0xcf, 0x11, 0xe0)) return fail({ kind: "table-not-readable", because: "old-excel" });
  return readCsv(file, limits);
}
