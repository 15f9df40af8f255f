import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { type Roster, readRoster } from "#app/domain/workforce/read-roster.ts";
import type { Database } from "#db/client.server.ts";
import { readFileBytes } from "#db/repositories/files.server.ts";
import type { RoleImport } from "#db/repositories/workforce.server.ts";
import type { Deps } from "../deps.ts";
import type { Table } from "../ports/tables.ts";
import { rosterLimits } from "./start-import.server.ts";

/** The table and the roles of a kept roster under its present settings; null when the file is gone or cannot be read any more. */
export async function readImport(
  deps: Pick<Deps, "tables">,
  db: Database,
  organizationId: OrganizationId,
  given: Pick<RoleImport, "fileId" | "settings">,
): Promise<{ readonly table: Table; readonly roster: Roster } | null> {
  const bytes = await readFileBytes(db, organizationId, given.fileId);
  const read = bytes === null ? null : await deps.tables.read(bytes, rosterLimits);
  if (read === null || !read.ok) return null;
  return { table: read.value, roster: readRoster(read.value, given.settings) };
}
