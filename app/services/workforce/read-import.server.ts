import { canonicalJson } from "#app/domain/kernel/canonical.ts";
import { fail, type Result } from "#app/domain/kernel/result.ts";
import type { ImportSettings } from "#app/domain/workforce/import-mapping.ts";
import { largestFile } from "#db/repositories/files.server.ts";
import type { Deps } from "../deps.ts";
import type { Meanwhile } from "../ports/compute.ts";
import type {
  FilePieces,
  FileQuestion,
  RosterReading,
  RosterTask,
  TableFailure,
  TableLimits,
} from "../ports/tables.ts";

/** What a roster may be. The bytes are those of the largest file that is kept: some 100,000 rows of a usual export. */
export const rosterLimits: TableLimits = { bytes: largestFile, rows: 150_000, columns: 200, cell: 4_000 };

/** Rows that are read, compared and saved while the page waits; more are jobs. */
export const mostRowsAtOnce = 2_000;

/** Tells whether what was read of an import was read as its settings say now. */
export function readingKey(settings: ImportSettings): string {
  return canonicalJson(settings);
}

type Take = (question: Exclude<FileQuestion, { kind: "piece" }>) => Promise<void>;

/**
 * Reads a roster's file in a thread that is ended where a file was made to cost too much. The thread asks for piece after piece and
 * hands over what it has read.
 */
export async function readRosterFile(
  deps: Pick<Deps, "compute">,
  pieces: FilePieces,
  task: Omit<RosterTask, "limits">,
  take: Take = async () => {},
  signal?: AbortSignal,
): Promise<Result<RosterReading, TableFailure>> {
  const meanwhile: Meanwhile<"read-roster"> = {
    answer: (question) => (question.kind === "piece" ? pieces(question.part) : take(question)),
    ...(signal === undefined ? {} : { signal }),
  };
  try {
    return await deps.compute.run("read-roster", { limits: rosterLimits, ...task }, meanwhile);
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== "TaskCutOff") throw cause;
    return fail({ kind: "table-not-readable", because: "too-heavy" });
  }
}

const pieceSize = 256 * 1024;

/** Bytes in memory as a file in pieces. */
export function piecesOf(bytes: Uint8Array): FilePieces {
  return async (part) => {
    const piece = bytes.slice(part * pieceSize, (part + 1) * pieceSize);
    return part > 0 && piece.byteLength === 0 ? null : piece;
  };
}
