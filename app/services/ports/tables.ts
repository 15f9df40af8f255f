import type { FactDefinition } from "#app/domain/compliance/facts.ts";
import type { SystemTable } from "#app/domain/compliance/inventory/read-systems.ts";
import type { ImportSettings, RosterColumn } from "#app/domain/workforce/import-mapping.ts";
import type { BadRow, GatheredRole, RosterNotes } from "#app/domain/workforce/read-roster.ts";
import type { TableRemark } from "#app/domain/workforce/table-remarks.ts";

/** What a file of a table is, apart from its rows. */
export type Table = {
  readonly format: "csv" | "xlsx";
  /** As found in a CSV file; "utf-8" for XLSX. Anything but UTF-8 deserves a look at the letters with accents. */
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  /** Formulas of a CSV (cells that begin with `=`) or XLSX are read as text or as their last value, never run. */
  readonly warnings: readonly TableWarning[];
};

export type TableWarning = TableRemark;

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

/** A file in pieces, in order from 0; null behind the last. It may be gone through more than once. */
export type FilePieces = (part: number) => Promise<Uint8Array | null>;

/** How a roster's columns are to be read; null looks at the columns alone. */
export type RosterTask = {
  readonly limits: TableLimits;
  readonly settings: (ImportSettings & { readonly fullTimeHours?: number }) | null;
  /** What an earlier look at the columns found; tells points from commas. */
  readonly columns: readonly RosterColumn[] | null;
};

/** What the reading thread asks of its owner: a piece of the file, or to take what it has read so far. */
export type FileQuestion =
  | { readonly kind: "piece"; readonly part: number }
  | { readonly kind: "bad"; readonly rows: readonly BadRow[] }
  | { readonly kind: "roles"; readonly roles: readonly GatheredRole[] }
  | { readonly kind: "rows"; readonly done: number };

/** What the file of a roster holds; its roles and bad rows were handed over on the way. */
export type RosterReading = Pick<Table, "format" | "warnings"> & {
  readonly columns: readonly RosterColumn[];
  readonly rows: number;
  readonly badRows: number;
  readonly notes: RosterNotes;
};

/** A short list of AI systems as somebody sent it. `definitions` tell which row names columns. */
export type SystemListTask = {
  readonly bytes: Uint8Array;
  readonly limits: TableLimits;
  readonly definitions: readonly FactDefinition[];
};

export type SystemListReading = { readonly table: SystemTable } & Pick<Table, "warnings">;

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
