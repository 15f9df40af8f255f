import type { RoleId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Role, StatedTask } from "#app/domain/workforce/role.ts";
import type { Database } from "#db/client.server.ts";
import { updateRole } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { findRoleOfDuties } from "./find-role-of-duties.server.ts";
import { dutiesChanged, lastDutiesChange, subjectOf } from "./last-duties-change.server.ts";

/** `version` is that of the role the person saw. */
type OnRole = { readonly roleId: RoleId; readonly version: number };
type Failure = { readonly kind: "forbidden" | "not-found" | "small" | "conflict" };

/** Keeps what the people of a role do, in place of what was said before. */
export async function saveDuties(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  command: OnRole & { readonly tasks: readonly StatedTask[] },
): Promise<Result<null, Failure>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  return deps.db.transaction(async (tx) => {
    const known = await findRoleOfDuties(tx, actor, command.roleId);
    if (!known.ok) return known;
    return replace(deps, tx, actor, { ...command, role: known.value.role });
  });
}

/** Puts back the duties that stood before the last change made with `saveDuties`; doing it twice is doing nothing. */
export async function restoreDuties(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  command: OnRole,
): Promise<Result<null, Failure | { readonly kind: "nothing-to-restore" }>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  return deps.db.transaction(async (tx) => {
    const known = await findRoleOfDuties(tx, actor, command.roleId);
    if (!known.ok) return known;
    const { role } = known.value;
    const last = await lastDutiesChange(tx, actor, role);
    if (last === null) return fail({ kind: "nothing-to-restore" as const });
    return replace(deps, tx, actor, { ...command, role, tasks: last.before });
  });
}

async function replace(
  deps: Pick<Deps, "now">,
  tx: Database,
  actor: Actor,
  { role, version, tasks }: { readonly role: Role; readonly version: number; readonly tasks: readonly StatedTask[] },
): Promise<Result<null, { readonly kind: "conflict" }>> {
  const at = deps.now();
  const saved = await updateRole(tx, actor.organizationId, { ...role, tasks }, version, at);
  if (!saved) return fail({ kind: "conflict" });
  const before = role.tasks ?? [];
  await record(tx, actor, { action: dutiesChanged, subject: subjectOf(role.id), before, after: tasks, at });
  return ok(null);
}
