import { findHeader } from "#app/domain/workforce/find-header.ts";
import type { Table, TableLimits, TableWarning } from "#app/services/ports/tables.ts";
import { TableRefused, unreadable } from "./table-refused.ts";

/** A row as read, with the line it starts at and the number of cells it had before any were cut. */
export type NumberedRow = { readonly line: number; readonly cells: readonly string[]; readonly width: number };

export type ShapedRow = { readonly line: number; readonly cells: readonly string[] };

export type ReadRows = (rows: readonly ShapedRow[]) => Promise<void> | void;

export type TableSource = Pick<Table, "format" | "encoding" | "warnings">;

const mostRaggedWarnings = 20;
/** Filled rows among which the headers are looked for. */
const headRows = 12;
/** Characters of all cells together. A workbook that says one long text in each of its cells unpacks here, not before. */
const mostText = 60_000_000;

/** Control characters have no business in a cell; a line break inside one becomes a space. */
function cleanCell(cell: string, longest: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
  const clean = cell.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
  if (clean.length <= longest) return clean;
  const kept = Array.from(clean.slice(0, longest)).slice(0, -1);
  return `${kept.join("").replace(/[\ud800-\udbff]$/, "")}…`;
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== "");
}

/** Makes rows of equal length out of what is read, one by one: finds the headers, leaves out empty rows, says what is odd. */
export type TableShaper = {
  /** Whether any filled row came. */
  started(): boolean;
  add(row: NumberedRow): readonly ShapedRow[];
  /** What is known of the source only when it has been read. */
  found(source: TableSource): void;
  end(): readonly ShapedRow[];
  headers(): readonly string[];
  source(): TableSource;
};

/** How many things that matter a row of cells names; a roster's where none is given. */
export type NamedBy = (cells: readonly string[]) => number;

export function tableShaper(limits: TableLimits, format: Table["format"], named?: NamedBy): TableShaper {
  let waiting: NumberedRow[] | null = [];
  let headers: readonly string[] = [];
  let known: TableSource = { format, encoding: "utf-8", warnings: [] };
  const warnings: TableWarning[] = [];
  let rows = 0;
  let ragged = 0;
  let text = 0;

  function shape({ line, cells, width: cellCount }: NumberedRow): ShapedRow {
    rows += 1;
    if (rows > limits.rows) throw new TableRefused({ kind: "too-many-rows", limit: limits.rows });
    const width = headers.length;
    if (lastFilled(cells) >= width || (format === "csv" && cellCount < width)) {
      ragged += 1;
      if (ragged <= mostRaggedWarnings) warnings.push({ kind: "ragged", line, cells: cellCount, expected: width });
    }
    return { line, cells: Array.from({ length: width }, (_, at) => cleanCell(cells[at] ?? "", limits.cell)) };
  }

  function settle(): readonly ShapedRow[] {
    const filled = waiting ?? [];
    waiting = null;
    const { header, skipped } = findHeader(
      filled.map(({ cells }) => cells),
      named,
    );
    const head = filled[header];
    if (head === undefined) throw new TableRefused({ kind: "table-empty" });
    headers = head.cells.slice(0, lastFilled(head.cells) + 1).map((cell) => cleanCell(cell, 200));
    if (skipped.length > 0) {
      const lines = skipped.map((at) => filled[at]?.line ?? 0);
      warnings.push({ kind: "header-lines", header: head.line, skipped: lines });
    }
    return filled.filter((_, at) => at !== header && !skipped.includes(at)).map(shape);
  }

  return {
    started: () => waiting === null || waiting.length > 0,
    add(row) {
      if (lastFilled(row.cells) < 0) return [];
      for (const cell of row.cells) text += Math.min(cell.length, limits.cell);
      if (text > mostText) throw unreadable("unpacks-too-large");
      if (waiting === null) return [shape(row)];
      waiting.push(row);
      return waiting.length < headRows ? [] : settle();
    },
    found(source) {
      known = source;
    },
    end: () => (waiting === null ? [] : settle()),
    headers: () => headers,
    source: () => ({ ...known, warnings: [...known.warnings, ...warnings] }),
  };
}
