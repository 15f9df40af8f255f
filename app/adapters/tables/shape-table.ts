import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import type { Table, TableFailure, TableLimits, TableWarning } from "#app/services/ports/tables.ts";

/** A row as read, with the line it starts at and the number of cells it had before any were cut. */
export type NumberedRow = { readonly line: number; readonly cells: readonly string[]; readonly width: number };

type Source = Pick<Table, "format" | "encoding"> & { readonly warnings: readonly TableWarning[] };

const mostRaggedWarnings = 20;

/** Characters of all cells together. A workbook that says one long text in each of its cells unpacks here, not before. */
const mostText = 30_000_000;

/** Control characters have no business in a cell; a line break inside one becomes a space. */
function cleanCell(cell: string, longest: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
  const clean = cell.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
  if (clean.length <= longest) return clean;
  const kept = Array.from(clean.slice(0, longest)).slice(0, -1);
  return `${kept.join("").replace(/[\ud800-\udbff]$/, "")}…`;
}

/** First row to headers, the rest to rows of equal length. A row that is empty throughout is left out. */
export function shapeTable(
  rows: readonly NumberedRow[],
  limits: TableLimits,
  source: Source,
): Result<Table, TableFailure> {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const head = filled[0];
  if (head === undefined) return fail({ kind: "table-empty" });
  if (filled.length - 1 > limits.rows) return fail({ kind: "too-many-rows", limit: limits.rows });

  const width = lastFilled(head.cells) + 1;
  const warnings = [...source.warnings];
  let ragged = 0;
  let text = 0;
  for (const { cells } of filled) for (const cell of cells) text += Math.min(cell.length, limits.cell);
  if (text > mostText) return fail({ kind: "table-not-readable", because: "unpacks-too-large" });
  const shaped = filled.slice(1).map(({ line, cells, width: cellCount }) => {
    if (lastFilled(cells) >= width || (source.format === "csv" && cellCount < width)) {
      ragged += 1;
      if (ragged <= mostRaggedWarnings) warnings.push({ kind: "ragged", line, cells: cellCount, expected: width });
    }
    return Array.from({ length: width }, (_, at) => cleanCell(cells[at] ?? "", limits.cell));
  });
  return ok({
    headers: head.cells.slice(0, width).map((header) => cleanCell(header, 200)),
    rows: shaped,
    lines: filled.slice(1).map(({ line }) => line),
    format: source.format,
    encoding: source.encoding,
    warnings,
  });
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "");
}
