import { ok, type Result } from "#app/domain/kernel/result.ts";
import { clearSomeOfFile, deleteFile } from "#db/repositories/files.server.ts";
import {
  clearSomeOfImport,
  deleteUnsavedImport,
  listOutdatedImports,
  type OutdatedImport,
} from "#db/repositories/role-imports.server.ts";
import { breathe } from "../breathe.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { undoSince } from "./remove-role.server.ts";

const importsAtOnce = 50;

/**
 * Clears the files and rows of imports that nobody can undo any more. What a saved import came to stays with it; one that nobody saved goes
 * as a whole. Works in short turns, may be cut off and run again. Answers how many were cleared.
 */
export async function clearOldImports(deps: Pick<Deps, "db" | "now">): Promise<Result<number, never>> {
  const old = await listOutdatedImports(deps.db, undoSince(deps.now()), importsAtOnce);
  for (const one of old) await clear(deps, one);
  return ok(old.length);
}

async function clear(deps: Pick<Deps, "db" | "now">, { id, organizationId, fileId, fileName }: OutdatedImport) {
  while (await clearSomeOfImport(deps.db, organizationId, id)) await breathe();
  while (await clearSomeOfFile(deps.db, organizationId, fileId)) await breathe();
  await deps.db.transaction(async (tx) => {
    await deleteUnsavedImport(tx, organizationId, id);
    await deleteFile(tx, organizationId, fileId);
    const actor = { userId: "system", organizationId, requestId: "schedule" };
    await record(tx, actor, {
      action: "workforce.import-cleared",
      subject: `import:${id}`,
      before: { file: fileName },
      at: deps.now(),
    });
  });
}
