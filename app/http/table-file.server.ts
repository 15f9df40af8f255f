import type { Sheet, Tables } from "#app/services/ports/tables.ts";

const types = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A file to save. `name` is ours, never a visitor's: it stands in a header. */
export function download(body: string | Uint8Array, name: string, type: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

/** A table to save as CSV or XLSX. A route with a page cannot answer with a file: link to a route of its own. */
export async function tableFile(
  tables: Pick<Tables, "writeCsv" | "writeXlsx">,
  sheet: Sheet,
  { name, format }: { readonly name: string; readonly format: "csv" | "xlsx" },
): Promise<Response> {
  const body = format === "csv" ? tables.writeCsv(sheet) : await tables.writeXlsx([sheet]);
  return download(body, `${name}.${format}`, types[format]);
}

/** Several tables to save as one workbook. */
export async function workbookFile(
  tables: Pick<Tables, "writeXlsx">,
  sheets: readonly Sheet[],
  name: string,
): Promise<Response> {
  return download(await tables.writeXlsx(sheets), `${name}.xlsx`, types.xlsx);
}
