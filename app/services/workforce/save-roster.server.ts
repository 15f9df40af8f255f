import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import type { ImportMode } from "#app/domain/workforce/import-mapping.ts";
import { type Reconciliation, reconcileRoles } from "#app/domain/workforce/reconcile-roles.ts";
import type { RoleDraft } from "#app/domain/workforce/role-draft.ts";
import type { Database } from "#db/client.server.ts";
import { insertRoles, listRoles, overwriteRoles, removeRoles } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import { type OverLimit, takeAllowance } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type SaveDeps = Pick<Deps, "knowledge" | "now" | "newId">;

type Roster = {
  readonly drafts: readonly RoleDraft[];
  readonly mode: ImportMode;
  readonly source: "form" | "paste" | "import";
};

/**
 * The part that form, paste and import share; call it in a transaction. A role that is there already is changed, the others are
 * added as far as the plan has room for all of them: a list is saved whole or not at all.
 */
export async function saveRoster(
  deps: SaveDeps,
  tx: Database,
  actor: Pick<Actor, "userId" | "organizationId" | "requestId">,
  roster: Roster,
): Promise<Result<Reconciliation & { readonly added: readonly RoleId[] }, OverLimit>> {
  const { organizationId } = actor;
  const meaning = reconcileRoles(await listRoles(tx, organizationId), roster.drafts, roster.mode);
  const growth = Math.max(0, meaning.add.length - meaning.remove.length);
  const room = await takeAllowance(deps, tx, organizationId, "roles", growth);
  if (!room.ok) return fail(room.failure);

  const at = deps.now();
  const added = meaning.add.map((draft) => ({ id: deps.newId() as RoleId, draft }));
  await insertRoles(tx, organizationId, added, at);
  await overwriteRoles(
    tx,
    organizationId,
    meaning.change.map(({ after }) => after),
    at,
  );
  await removeRoles(
    tx,
    organizationId,
    meaning.remove.map(({ id }) => id),
    at,
  );
  const [first] = added;
  await record(tx, actor, {
    action: `workforce.roles-saved-by-${roster.source}`,
    subject: added.length === 1 && first !== undefined ? `role:${first.id}` : `organization:${organizationId}`,
    before: { changed: meaning.change.map(({ before }) => before), removed: meaning.remove },
    after: { added, changed: meaning.change.map(({ after }) => after) },
    at,
  });
  return ok({ ...meaning, added: added.map(({ id }) => id) });
}
