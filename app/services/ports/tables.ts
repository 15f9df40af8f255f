import type { Result } from "#app/domain/kernel/result.ts";

/** A rectangular text table. Every row has as many cells as `headers`; numbers and dates are written plainly. */
export type Table = {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The line (CSV) or row (XLSX) of the file at which each row starts, counted from 1. */
  readonly lines: readonly number[];
  readonly format: "csv" | "xlsx";
  /** As found in a CSV file; "utf-8" for XLSX. Anything but UTF-8 deserves a look at the letters with accents. */
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  /** Formulas of a CSV (cells that begin with `=`) or XLSX are read as text or as their last value, never run. */
  readonly warnings: readonly TableWarning[];
};

export type TableWarning =
  | { readonly kind: "encoding-guessed"; readonly encoding: string }
  | { readonly kind: "more-sheets"; readonly read: string; readonly others: number }
  | { readonly kind: "ragged"; readonly line: number; readonly cells: number; readonly expected: number };

export type TableFailure =
  | { readonly kind: "table-empty" }
  | { readonly kind: "table-too-large"; readonly limitBytes: number }
  | { readonly kind: "table-not-readable"; readonly because: TableTrouble; readonly line?: number }
  | { readonly kind: "too-many-columns"; readonly columns: number; readonly limit: number }
  | { readonly kind: "too-many-rows"; readonly limit: number };

export type TableTrouble =
  | "binary"
  | "broken-quotes"
  | "not-a-workbook"
  | "encrypted"
  | "unpacks-too-large"
  | "old-excel";

export type TableLimits = {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell; longer ones are cut and end in an ellipsis. */
  readonly cell: number;
};

export type Cell = string | number | null;

export type Sheet = {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** Spreadsheet files in and out. */
export interface Tables {
  /** Reads CSV or XLSX by its bytes, not by its name. */
  read(file: Uint8Array, limits: TableLimits): Promise<Result<Table, TableFailure>>;
  /** Text that a spreadsheet would run as a formula is written so that it stays text; numbers stay numbers. */
  writeCsv(sheet: Sheet): string;
  writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array>;
}
