import type { ImportProgress } from "#app/domain/workforce/import-report.ts";
import { moveImport, type RoleImport } from "#db/repositories/role-imports.server.ts";
import type { Deps } from "../deps.ts";

/** Thrown where work on an import finds that somebody asked it to stop. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** Says how far the work on an import is, for the page that waits. */
export async function sayProgress(
  deps: Pick<Deps, "db">,
  { organizationId, id }: Pick<RoleImport, "organizationId" | "id">,
  step: ImportProgress["step"],
  done: number,
  total: number,
): Promise<void> {
  await moveImport(deps.db, organizationId, id, ["reading", "running", "undoing", "mapping"], {
    progress: { step, done, total },
  });
}
