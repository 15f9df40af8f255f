import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** Rows of a comma- or tab-separated file as records by column name. Throws when a file or a column is missing. */
export function readTable<Column extends string>(
  path: string,
  columns: readonly Column[],
): readonly Record<Column, string>[] {
  const rows: Record<string, string>[] = parse(readFileSync(path, "utf8"), {
    columns: true,
    delimiter: path.endsWith(".csv") ? "," : "\t",
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const first = rows[0];
  for (const column of columns) {
    if (first === undefined || !(column in first)) throw new Error(`${path}: no column "${column}"`);
  }
  return rows as readonly Record<Column, string>[];
}

/** A number, or null where the file has nothing, a star (not released) or a hash (above the published range). */
export function numberOrNull(text: string | undefined): number | null {
  const value = Number((text ?? "").replace(/,/g, ""));
  return text === undefined || text.trim() === "" || Number.isNaN(value) ? null : value;
}
