import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail } from "#app/domain/kernel/result.ts";
import type { Table, TableFailure, TableLimits, TableWarning } from "#app/services/ports/tables.ts";
import { decodeText } from "./decode-text.ts";
import { findDelimiter } from "./find-delimiter.ts";
import { type NumberedRow, shapeTable } from "./shape-table.ts";

type CsvRecord = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

const feed = 16 * 1024;

/** The text in pieces, with a turn for other work after each. */
async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += feed) {
    yield text.slice(at, at + feed);
    await new Promise((breathe) => setImmediate(breathe));
  }
}

/** Reads a CSV text piece by piece, so that other work goes on meanwhile. */
export async function readCsv(bytes: Uint8Array, limits: TableLimits): Promise<Result<Table, TableFailure>> {
  const decoded = decodeText(bytes);
  if (decoded === null) return fail({ kind: "table-not-readable", because: "binary" });

  const warnings: TableWarning[] = decoded.guessed ? [{ kind: "encoding-guessed", encoding: decoded.encoding }] : [];
  const parser = parse({
    delimiter: findDelimiter(decoded.text),
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  });
  const rows: NumberedRow[] = [];
  const source = Readable.from(pieces(decoded.text));
  source.pipe(parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
      if (record.length > limits.columns && rows.length === 0) {
        return fail({ kind: "too-many-columns", columns: record.length, limit: limits.columns });
      }
      rows.push({ line: info.lines, cells: record.slice(0, limits.columns), width: record.length });
      if (rows.length > limits.rows + 1) return fail({ kind: "too-many-rows", limit: limits.rows });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? { line: error.lines } : {};
    return fail({ kind: "table-not-readable", because: "broken-quotes", ...line });
  } finally {
    source.destroy();
    parser.destroy();
  }
  return shapeTable(rows, limits, { format: "csv", encoding: decoded.encoding, warnings });
}
