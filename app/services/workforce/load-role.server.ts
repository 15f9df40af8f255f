import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { suppressed } from "#app/domain/tenancy/small-groups.ts";
import { findRole, type KeptRole, listRoles } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { type Recognised, recogniseTitle } from "./recognise-titles.server.ts";

export type RoleView = KeptRole & { readonly recognised: Recognised; readonly mayEdit: boolean };

/** Whether the roster's list hides this role from those who may not see persons; one role alone must not tell what the list hides. */
async function isHidden(deps: Pick<Deps, "db">, actor: Actor, roleId: RoleId): Promise<boolean> {
  if (maySeePeople(actor)) return false;
  const roles = await listRoles(deps.db, actor.organizationId);
  const hidden = suppressed(roles.map(({ headcount }) => headcount));
  return hidden.some((at) => roles[at]?.id === roleId);
}

/** One role with the version that an edit has to name. A role that the list hides from this person is not found. */
export async function loadRole(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
  roleId: RoleId,
): Promise<Result<RoleView, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "workforce:read")) return fail({ kind: "forbidden" });
  const known = await findRole(deps.db, actor.organizationId, roleId);
  if (known === null || (await isHidden(deps, actor, roleId))) return fail({ kind: "not-found" });
  if (known.deletedAt !== null && !mayDo(actor.role, "workforce:edit")) return fail({ kind: "not-found" });

  const mayEdit = mayDo(actor.role, "workforce:edit");
  return ok({ ...known, recognised: recogniseTitle(deps.knowledge, known.role), mayEdit });
}
