import { columnNames, guessMapping } from "./import-mapping.ts";

/** How many things of a roster a row of cells names, 0 when it does not even name the titles. */
function named(cells: readonly string[]): number {
  const mapping = guessMapping(columnNames(cells));
  return mapping.title === undefined ? 0 : Object.keys(mapping).length;
}

/**
 * Which of the first rows has the headers: the one that names most, the first of equals, the first row when none names a thing.
 * `skipped` are the rows above it, and a row right below that is headers again (in another language, say).
 */
export function findHeader(rows: readonly (readonly string[])[]): {
  readonly header: number;
  readonly skipped: readonly number[];
} {
  const names = rows.map(named);
  const most = Math.max(0, ...names);
  const header = most < 2 ? Math.max(0, names.indexOf(Math.max(1, most))) : names.indexOf(most);
  const above = Array.from({ length: header }, (_, at) => at);
  const again = (names[header + 1] ?? 0) >= 2;
  return { header, skipped: again ? [...above, header + 1] : above };
}
