import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { keepChosenActivities } from "#app/domain/workforce/keep-chosen-activities.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import { type RoleDraft, roleKey } from "#app/domain/workforce/role-draft.ts";
import { findRole, listRoles, updateRole } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type Failure =
  | { readonly kind: "forbidden" | "not-found" }
  | { readonly kind: "same-role"; readonly roleId: RoleId }
  /** Somebody else, or another tab, saved in between: `current` is what stands, for the person to compare. */
  | { readonly kind: "conflict"; readonly current: Role; readonly version: number };

/** Changes a role that the editor saw as `version`. */
export async function editRole(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  command: { readonly roleId: RoleId; readonly version: number; readonly draft: RoleDraft },
): Promise<Result<{ readonly version: number }, Failure>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const { roleId, version, draft } = command;
  return deps.db.transaction(async (tx) => {
    const known = await findRole(tx, organizationId, roleId);
    if (known === null || known.deletedAt !== null) return fail({ kind: "not-found" as const });
    if (known.version !== version)
      return fail({ kind: "conflict" as const, current: known.role, version: known.version });
    const others = (await listRoles(tx, organizationId)).filter(({ id }) => id !== roleId);
    const same = others.find((role) => roleKey(role) === roleKey(draft));
    if (same !== undefined) return fail({ kind: "same-role" as const, roleId: same.id });

    const tasks = keepChosenActivities(draft.tasks ?? [], known.role.tasks ?? []);
    await updateRole(tx, organizationId, { ...draft, tasks, id: roleId }, version, deps.now());
    await record(tx, actor, {
      action: "workforce.role-edited",
      subject: `role:${roleId}`,
      before: known.role,
      after: draft,
      at: deps.now(),
    });
    return ok({ version: version + 1 });
  });
}
