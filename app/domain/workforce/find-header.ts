import { columnNames, guessMapping } from "./import-mapping.ts";

/** How many things of a roster a row of cells names, 0 when it does not even name the titles. */
export function namedOfRoster(cells: readonly string[]): number {
  const mapping = guessMapping(columnNames(cells));
  return mapping.title === undefined ? 0 : Object.keys(mapping).length;
}

/** A number, with or without a currency: a row that holds one is about somebody. */
function isFigure(cell: string): boolean {
  return /^[\s\p{Sc}]*\d[\d\s.,'’%]*\p{Sc}?$/u.test(cell);
}

/**
 * Which of the first rows has the headers: the one that names most, the first of equals, the first row when none names a thing.
 * `named` counts what a row names, of a roster where nothing else is said. `skipped` are the rows above it, and a row right below that is headers again (in another language, say).
 */
export function findHeader(
  rows: readonly (readonly string[])[],
  named: (cells: readonly string[]) => number = namedOfRoster,
): { readonly header: number; readonly skipped: readonly number[] } {
  const names = rows.map(named);
  const most = Math.max(0, ...names);
  const header = most < 2 ? Math.max(0, names.indexOf(Math.max(1, most))) : names.indexOf(most);
  const above = Array.from({ length: header }, (_, at) => at);
  const below = rows[header + 1] ?? [];
  const again = named(below) >= 2 && !below.some(isFigure);
  return { header, skipped: again ? [...above, header + 1] : above };
}
