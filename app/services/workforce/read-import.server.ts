import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { fail, type Result } from "#app/domain/kernel/result.ts";
import type { ImportSettings } from "#app/domain/workforce/import-mapping.ts";
import type { Roster } from "#app/domain/workforce/read-roster.ts";
import type { Database } from "#db/client.server.ts";
import { readFileBytes } from "#db/repositories/files.server.ts";
import type { RoleImport } from "#db/repositories/workforce.server.ts";
import type { Deps } from "../deps.ts";
import type { RosterReading, TableFailure, TableLimits } from "../ports/tables.ts";

/** What a roster may be. 10 MB of CSV hold some 100,000 rows; more than 20,000 are refused with a hint to split the file. */
export const rosterLimits: TableLimits = { bytes: 10 * 1024 * 1024, rows: 20_000, columns: 200, cell: 4_000 };

/** What a file holds, read in a thread that is ended where a file was made to cost too much. */
export async function readRosterFile(
  deps: Pick<Deps, "compute">,
  bytes: Uint8Array,
  settings: ImportSettings | null,
): Promise<Result<RosterReading, TableFailure>> {
  try {
    return await deps.compute.run("read-roster", { bytes, limits: rosterLimits, settings });
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== "TaskCutOff") throw cause;
    return fail({ kind: "table-not-readable", because: "too-heavy" });
  }
}

export type ReadImport = Omit<RosterReading, "roster"> & { readonly roster: Roster };

/** The columns and the roles of a kept roster under its present settings; null when the file is gone or cannot be read any more. */
export async function readImport(
  deps: Pick<Deps, "compute">,
  db: Database,
  organizationId: OrganizationId,
  given: Pick<RoleImport, "fileId" | "settings">,
): Promise<ReadImport | null> {
  const bytes = await readFileBytes(db, organizationId, given.fileId);
  const read = bytes === null ? null : await readRosterFile(deps, bytes, given.settings);
  if (read === null || !read.ok || read.value.roster === null) return null;
  return { ...read.value, roster: read.value.roster };
}
