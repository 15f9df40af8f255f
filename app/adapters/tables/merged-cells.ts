import { columnOf } from "./sheet-cells.ts";

/** Cells merged over several rows, as a list of people shows a department once for all its rows. */
export type MergedCells = {
  /** The row with the text of merged cells that began above. Numbers are not repeated: nine heads over three rows are nine. */
  fill(row: number, cells: readonly string[]): readonly string[];
  /** Merged cells whose text was repeated. */
  used(): number;
};

type Merge = { readonly column: number; readonly from: number; readonly to: number; text: string; repeated: boolean };

const most = 50_000;

/** Merges that span rows, from the XML at a sheet's end. */
export function mergedCells(xml: string): MergedCells {
  const starting = new Map<number, Merge[]>();
  let count = 0;
  for (const [, column = "", from, to] of xml.matchAll(/\bref\s*=\s*["']([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)["']/g)) {
    if (Number(to) <= Number(from) || ++count > most) continue;
    const merge = { column: columnOf(column), from: Number(from), to: Number(to), text: "", repeated: false };
    starting.set(merge.from, [...(starting.get(merge.from) ?? []), merge]);
  }
  let open: Merge[] = [];
  let used = 0;
  return {
    fill(row, cells) {
      if (count === 0) return cells;
      open = open.filter(({ to }) => to >= row);
      const filled = [...cells];
      for (const merge of open) {
        if (merge.text === "" || (filled[merge.column] ?? "") !== "") continue;
        while (filled.length <= merge.column) filled.push("");
        filled[merge.column] = merge.text;
        if (!merge.repeated) used += 1;
        merge.repeated = true;
      }
      for (const merge of starting.get(row) ?? []) {
        const text = cells[merge.column] ?? "";
        merge.text = /\p{L}/u.test(text) ? text : "";
        open.push(merge);
      }
      return filled;
    },
    used: () => used,
  };
}
