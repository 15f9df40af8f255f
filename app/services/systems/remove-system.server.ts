import type { SystemId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { markSystemRemoved } from "#db/repositories/systems.server.ts";
import type { Actor } from "../actor.ts";
import { lookSoon } from "../compliance/look-soon.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { undoSince } from "../undo-since.ts";

type Failure = { kind: "forbidden" } | { kind: "not-found" };

/** Takes a system out of the inventory; it can be brought back for 30 days. */
export async function removeSystem(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  id: SystemId,
): Promise<Result<SystemId, Failure>> {
  const removedAt = deps.now();
  return mark(deps, actor, id, { removedAt }, "system.remove");
}

export async function restoreSystem(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  id: SystemId,
): Promise<Result<SystemId, Failure>> {
  return mark(deps, actor, id, { removedAt: null, since: undoSince(deps.now()) }, "system.restore");
}

async function mark(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  id: SystemId,
  change: Parameters<typeof markSystemRemoved>[3],
  action: "system.remove" | "system.restore",
): Promise<Result<SystemId, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const changed = await deps.db.transaction(async (tx) => {
    if (!(await markSystemRemoved(tx, actor.organizationId, id, change))) return false;
    await record(tx, actor, { action, subject: `system:${id}`, at: deps.now() });
    await lookSoon(deps, tx, actor.organizationId);
    return true;
  });
  return changed ? ok(id) : fail({ kind: "not-found" });
}
