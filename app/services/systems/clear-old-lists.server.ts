import {
  clearSystemImport,
  deleteSystemImport,
  listOutdatedSystemImports,
} from "#db/repositories/system-imports.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { undoSince } from "../undo-since.ts";

const listsAtOnce = 50;

/**
 * Clears the rows of lists of systems that nobody can take back any more. What a saved list came to stays; one that nobody saved goes as a
 * whole. May be cut off and run again. Answers how many were cleared.
 */
export async function clearOldLists(deps: Pick<Deps, "db" | "now">): Promise<number> {
  const old = await listOutdatedSystemImports(deps.db, undoSince(deps.now()), listsAtOnce);
  for (const { id, organizationId, status } of old) {
    await deps.db.transaction(async (tx) => {
      if (status === "waiting") await deleteSystemImport(tx, organizationId, id);
      else await clearSystemImport(tx, organizationId, id);
      const actor = { userId: "system", organizationId, requestId: "schedule" };
      await record(tx, actor, { action: "systems.import-cleared", subject: `system-import:${id}`, at: deps.now() });
    });
  }
  return old.length;
}
