import type { RoleId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { suppressedIds } from "#app/domain/tenancy/small-groups.ts";
import type { Database } from "#db/client.server.ts";
import { findRole, type KeptRole, listRoles } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";

/** The role in the roster, unless it has so few people that its duties and figures would tell this person of somebody. */
export async function findRoleOfDuties(
  db: Database,
  actor: Actor,
  roleId: RoleId,
): Promise<Result<KeptRole, { readonly kind: "not-found" | "small" }>> {
  const known = await findRole(db, actor.organizationId, roleId);
  if (known === null || known.deletedAt !== null) return fail({ kind: "not-found" });
  if (maySeePeople(actor)) return ok(known);
  const hidden = suppressedIds(await listRoles(db, actor.organizationId));
  return hidden.includes(roleId) ? fail({ kind: "small" }) : ok(known);
}
