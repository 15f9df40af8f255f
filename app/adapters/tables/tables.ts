import type { Tables } from "#app/services/ports/tables.ts";
import { writeCsv, writeXlsx } from "./write-tables.ts";

/** Spreadsheet files out. They are read by `read-table.ts`, in a thread. */
export const tables: Tables = { writeCsv, writeXlsx };
