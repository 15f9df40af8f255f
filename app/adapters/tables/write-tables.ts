import { stringify } from "csv-stringify/sync";
import writeWorkbook from "write-excel-file/node";
import type { Cell, Sheet } from "#app/services/ports/tables.ts";

/** Signs that make a spreadsheet run a text, also behind spaces and in their full-width forms. */
const running = /^[\s\u3000]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this takes out
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** Text that stays text in a spreadsheet; numbers are left as they are. */
function plainCell(cell: Cell): Cell {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  if (cell === null) return null;
  const text = cell.replace(control, "");
  return running.test(text) ? `'${text}` : text;
}

/** CSV as RFC 4180 has it, with a byte-order mark so that spreadsheets read letters with accents rightly. */
export function writeCsv(sheet: Sheet): string {
  const rows = [sheet.headers, ...sheet.rows].map((row) => row.map(plainCell));
  return stringify(rows, { bom: true, record_delimiter: "\r\n" });
}

const longestName = 31;

function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\]/g, " ")
      .trim()
      .slice(0, longestName) || "Sheet"
  );
}

/** A workbook with one sheet for each table. Text is stored as text, so a sign at its start runs nothing. */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const written = sheets.map((sheet) => ({
    sheet: sheetName(sheet.name),
    stickyRowsCount: 1,
    data: [
      sheet.headers.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
      ...sheet.rows.map((row) =>
        row.map((cell) => {
          if (cell === null || (typeof cell === "number" && !Number.isFinite(cell))) return null;
          return typeof cell === "number"
            ? { value: cell, type: Number }
            : { value: cell.replace(control, ""), type: String };
        }),
      ),
    ],
  }));
  return await writeWorkbook(written).toBuffer();
}
