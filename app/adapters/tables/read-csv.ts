import { CsvError, parse } from "csv-parse/sync";
import { fail, type Result } from "#app/domain/kernel/result.ts";
import type { Table, TableFailure, TableLimits, TableWarning } from "#app/services/ports/tables.ts";
import { decodeText } from "./decode-text.ts";
import { findDelimiter } from "./find-delimiter.ts";
import { shapeTable } from "./shape-table.ts";

type CsvRecord = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** Characters of a line, and of a row with line breaks in its quotes: 200 cells of 4,000 and room to spare. */
const longest = 1_000_000;

/** The first line that is longer than a row can be, counted from 1; null when there is none. */
function overlongLine(text: string): number | null {
  const end = text.includes("\n") ? "\n" : "\r";
  let from = 0;
  for (let line = 1; from < text.length; line++) {
    const next = text.indexOf(end, from);
    if ((next < 0 ? text.length : next) - from > longest) return line;
    if (next < 0) return null;
    from = next + 1;
  }
  return null;
}

export function readCsv(bytes: Uint8Array, limits: TableLimits): Result<Table, TableFailure> {
  const decoded = decodeText(bytes);
  if (decoded === null) return fail({ kind: "table-not-readable", because: "binary" });
  const { text, encoding, guessed } = decoded;
  const overlong = overlongLine(text);
  if (overlong !== null) return fail({ kind: "table-not-readable", because: "line-too-long", line: overlong });

  const warnings: TableWarning[] = guessed ? [{ kind: "encoding-guessed", encoding }] : [];
  try {
    const records = parse(text, {
      delimiter: findDelimiter(text),
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longest,
      to: limits.rows + 2,
    }) as unknown as readonly CsvRecord[];
    const columns = records[0]?.record.length ?? 0;
    if (columns > limits.columns) return fail({ kind: "too-many-columns", columns, limit: limits.columns });
    if (records.length > limits.rows + 1) return fail({ kind: "too-many-rows", limit: limits.rows });
    const rows = records.map(({ record, info }) => {
      return { line: info.lines, cells: record.slice(0, limits.columns), width: record.length };
    });
    return shapeTable(rows, limits, { format: "csv", encoding, warnings });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? { line: error.lines } : {};
    return fail({ kind: "table-not-readable", because: "broken-quotes", ...line });
  }
}
