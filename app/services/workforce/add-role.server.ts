import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { type RoleDraft, roleKey } from "#app/domain/workforce/role-draft.ts";
import { listRoles } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { OverLimit } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { saveRoster } from "./save-roster.server.ts";

type Failure = { readonly kind: "forbidden" } | { readonly kind: "same-role"; readonly roleId: RoleId } | OverLimit;

/** Adds one role. One with the same title, department, site, level and country is named instead of being changed. */
export async function addRole(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  draft: RoleDraft,
): Promise<Result<RoleId, Failure>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  return deps.db.transaction(async (tx) => {
    const same = (await listRoles(tx, actor.organizationId)).find((role) => roleKey(role) === roleKey(draft));
    if (same !== undefined) return fail({ kind: "same-role" as const, roleId: same.id });
    const saved = await saveRoster(deps, tx, actor, { drafts: [draft], mode: "update", source: "form" });
    if (!saved.ok) return saved;
    const [id] = saved.value.added;
    if (id === undefined) throw new Error("a new role was neither added nor refused");
    return ok(id);
  });
}
