import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { FilePieces, TableFailure, TableLimits } from "#app/services/ports/tables.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import { type NamedBy, type ReadRows, type TableSource, tableShaper } from "./shape-table.ts";
import { TableRefused, unreadable } from "./table-refused.ts";

export type ReadTable = TableSource & { readonly headers: readonly string[] };

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** Passes pieces on and refuses when they come to more than `most` bytes. */
function bounded(pieces: FilePieces, most: number): FilePieces {
  const sizes: number[] = [];
  return async (part) => {
    const piece = await pieces(part);
    sizes[part] = piece?.byteLength ?? 0;
    if (sizes.reduce((sum, size) => sum + size, 0) > most)
      throw new TableRefused({ kind: "table-too-large", limitBytes: most });
    return piece;
  };
}

/**
 * A spreadsheet file by what it holds: an archive is a workbook, Excel's old format is named, all else is read as CSV. Its rows are
 * handed to `take` a few hundred at a time, in order, each as long as the headers, which `headers` tells before the first.
 */
export async function readTable(
  file: FilePieces,
  limits: TableLimits,
  take: (rows: Parameters<ReadRows>[0], headers: readonly string[]) => Promise<void> | void,
  named?: NamedBy,
): Promise<Result<ReadTable, TableFailure>> {
  const pieces = bounded(file, limits.bytes);
  try {
    const first = await pieces(0);
    if (first === null || first.byteLength === 0) return fail({ kind: "table-empty" });
    if (startsWith(first, 0xd0, 0xcf, 0x11, 0xe0)) throw unreadable("old-excel");
    const zipped = startsWith(first, 0x50, 0x4b);
    const shaper = tableShaper(limits, zipped ? "xlsx" : "csv", named);
    const read = zipped ? readXlsx : readCsv;
    await read(pieces, limits, shaper, (rows) => take(rows, shaper.headers()));
    return ok({ ...shaper.source(), headers: shaper.headers() });
  } catch (error) {
    if (error instanceof TableRefused) return fail(error.failure);
    throw error;
  }
}
