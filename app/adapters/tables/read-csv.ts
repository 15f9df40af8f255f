import { CsvError, parse } from "csv-parse";
import type { FilePieces, TableLimits } from "#app/services/ports/tables.ts";
import { decoderOf, findEncoding } from "./decode-text.ts";
import { findDelimiter } from "./find-delimiter.ts";
import type { ReadRows, TableShaper } from "./shape-table.ts";
import { TableRefused, unreadable } from "./table-refused.ts";

type CsvRecord = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** Characters of a line, and of a row with line breaks in its quotes: 200 cells of 4,000 and room to spare. */
const longest = 1_000_000;

/** Follows a text line by line and refuses the first line that is longer than a row can be. */
function lineWatch(firstText: string): (text: string) => void {
  const end = firstText.includes("\n") ? "\n" : "\r";
  let line = 1;
  let length = 0;
  return (text) => {
    let from = 0;
    for (;;) {
      const next = text.indexOf(end, from);
      length += (next < 0 ? text.length : next) - from;
      if (length > longest) throw unreadable("line-too-long", line);
      if (next < 0) return;
      from = next + 1;
      line += 1;
      length = 0;
    }
  };
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  return unreadable("broken-quotes", typeof error.lines === "number" ? error.lines : undefined);
}

/** Reads a CSV piece by piece: what is held in memory does not grow with the number of rows. */
export async function readCsv(
  pieces: FilePieces,
  limits: TableLimits,
  shaper: TableShaper,
  take: ReadRows,
): Promise<void> {
  const encoding = await findEncoding(pieces);
  if (encoding === null) throw unreadable("binary");
  const decoder = decoderOf(encoding);
  const first = await pieces(0);
  const head = first === null ? "" : decoderOf(encoding).text(first);
  const watch = lineWatch(head);
  const parser = parse({
    delimiter: findDelimiter(head),
    bom: true,
    info: true,
    relax_column_count: true,
    // An inch mark or a nickname inside a cell is text; only a quote that opens a cell and never closes breaks a file.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longest,
  });
  let records: CsvRecord[] = [];
  let failed: unknown = null;
  parser.on("data", (record: CsvRecord) => records.push(record));
  parser.on("error", (error) => {
    failed ??= error;
  });

  async function handOver(): Promise<void> {
    if (failed !== null) throw refusalOf(failed);
    const read = records;
    records = [];
    const rows = read.flatMap(({ record, info }) => {
      if (shaper.started() === false && record.length > limits.columns)
        throw new TableRefused({ kind: "too-many-columns", columns: record.length, limit: limits.columns });
      return shaper.add({ line: info.lines, cells: record.slice(0, limits.columns), width: record.length });
    });
    if (rows.length > 0) await take(rows);
  }
  const push = (text: string) =>
    new Promise<void>((resolve) => {
      watch(text);
      parser.write(text, () => resolve());
    });
  try {
    for (let part = 0, piece = first; piece !== null; piece = await pieces(++part)) {
      await push(decoder.text(piece));
      await handOver();
    }
    const tail = decoder.end();
    if (tail !== "") await push(tail);
    await new Promise<void>((resolve) => {
      parser.once("end", resolve).once("error", () => resolve());
      parser.end();
    });
    await handOver();
  } finally {
    parser.destroy();
  }
  shaper.found({ format: "csv", encoding: encoding.name, warnings: decoder.warnings() });
  const last = shaper.end();
  if (last.length > 0) await take(last);
}
