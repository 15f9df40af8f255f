import type { ImportSettings } from "#app/domain/workforce/import-mapping.ts";
import type { Roster } from "#app/domain/workforce/read-roster.ts";

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
  | "line-too-long"
  | "not-a-workbook"
  | "encrypted"
  | "unpacks-too-large"
  | "old-excel"
  /** Reading it took more time or memory than a file is given. */
  | "too-heavy";

export type TableLimits = {
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell; longer ones are cut and end in an ellipsis. */
  readonly cell: number;
};

/** A roster's file and how its columns are to be read; null looks at the columns alone. */
export type RosterFile = {
  readonly bytes: Uint8Array;
  readonly limits: TableLimits;
  readonly settings: ImportSettings | null;
};

/** What the file of a roster holds. `roster` is null where no settings were given. */
export type RosterReading = Pick<Table, "format" | "warnings"> & {
  readonly columns: readonly { readonly name: string; readonly sample: readonly string[] }[];
  readonly roster: Roster | null;
};

export type Cell = string | number | null;

export type Sheet = {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** Spreadsheet files out. Somebody else's files are read by the task `read-roster` of the port `compute`. */
export interface Tables {
  /** Text that a spreadsheet would run as a formula is written so that it stays text; numbers stay numbers. */
  writeCsv(sheet: Sheet): string;
  writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array>;
}
