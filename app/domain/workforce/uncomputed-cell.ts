/**
 * Begins a cell of a workbook that shows nothing to read: a formula whose value was never stored, or an error such as #REF!. A letter
 * that no text uses, so that such a cell is told apart from one in which somebody wrote the same.
 */
export const uncomputed = "\ue000";

/** The cell as a person may see it. */
export function shownCell(cell: string): string {
  return cell.startsWith(uncomputed) ? cell.slice(uncomputed.length) : cell;
}
