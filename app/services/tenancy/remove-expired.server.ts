import { ok, type Result } from "#app/domain/kernel/result.ts";
import { deleteOrganizationRows, wipeDeleted } from "#db/repositories/organization-rows.server.ts";
import { listExpired } from "#db/repositories/tenancy.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

/** Days between asking for an organization's erasure and its happening; until then it can be undone. */
export const undoDays = 30;

/** Deletes guests whose time is over and organizations whose erasure nobody undid. May run twice. Answers how many went. */
export async function removeExpired(deps: Pick<Deps, "db" | "now">): Promise<Result<number, never>> {
  const now = deps.now();
  const gone = await listExpired(deps.db, now, new Date(now.getTime() - undoDays * 86_400_000));
  for (const { id } of gone) {
    await deps.db.transaction(async (tx) => {
      await deleteOrganizationRows(tx, id, true);
      const actor = { userId: "system", organizationId: id, requestId: "schedule" };
      await record(tx, actor, { action: "organization.erase", subject: `organization:${id}`, at: now });
    });
  }
  // Rewriting the file takes a while, so it is done for what somebody asked to be erased, not for every guest that left.
  if (gone.some(({ askedFor }) => askedFor)) await wipeDeleted(deps.db);
  return ok(gone.length);
}
