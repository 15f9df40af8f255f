import type { RoleId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Gates } from "#app/domain/workforce/role.ts";
import { findRole, updateRole } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type SetGates = { readonly roleId: RoleId; readonly version: number; readonly gates: Gates };

/** Says which circumstances hold for a role that the person saw as `version`. */
export async function setGates(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  { roleId, version, gates }: SetGates,
): Promise<Result<null, { readonly kind: "forbidden" | "not-found" | "conflict" }>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    const known = await findRole(tx, actor.organizationId, roleId);
    if (known === null || known.deletedAt !== null) return fail({ kind: "not-found" as const });
    const saved = await updateRole(tx, actor.organizationId, { ...known.role, gates }, version, at);
    if (!saved) return fail({ kind: "conflict" as const });
    await record(tx, actor, {
      action: "exposure.set-gates",
      subject: `role:${roleId}`,
      before: known.role.gates ?? {},
      after: gates,
      at,
    });
    return ok(null);
  });
}
