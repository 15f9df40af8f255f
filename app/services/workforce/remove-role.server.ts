import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findRole, removeRoles, restoreRole } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import { type OverLimit, takeAllowance } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

/** Days in which a removed role can come back. */
export const undoDays = 30;

/** The moment after which a removal can still be undone. */
export function undoSince(now: Date): Date {
  return new Date(now.getTime() - undoDays * 86_400_000);
}

type Failure = { readonly kind: "forbidden" | "not-found" };

/** Takes a role out of the roster. It can be put back for `undoDays`. */
export async function removeRole(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  roleId: RoleId,
): Promise<Result<{ readonly title: string }, Failure>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  return deps.db.transaction(async (tx) => {
    const known = await findRole(tx, actor.organizationId, roleId);
    if (known === null || known.deletedAt !== null) return fail({ kind: "not-found" as const });

    await removeRoles(tx, actor.organizationId, [roleId], deps.now());
    await record(tx, actor, {
      action: "workforce.role-removed",
      subject: `role:${roleId}`,
      before: known.role,
      at: deps.now(),
    });
    return ok({ title: known.role.title });
  });
}

/** Puts a removed role back as it was. */
export async function putBackRole(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  roleId: RoleId,
): Promise<Result<void, Failure | OverLimit>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  return deps.db.transaction(async (tx) => {
    const room = await takeAllowance(deps, tx, actor.organizationId, "roles", 1);
    if (!room.ok) return fail(room.failure);
    const back = await restoreRole(tx, actor.organizationId, roleId, undoSince(deps.now()));
    if (!back) return fail({ kind: "not-found" as const });
    await record(tx, actor, { action: "workforce.role-put-back", subject: `role:${roleId}`, at: deps.now() });
    return ok(undefined);
  });
}
