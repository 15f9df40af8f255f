import type { EvidenceId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findEvidence, updateEvidence } from "#db/repositories/evidence.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type Command = { readonly id: EvidenceId; readonly version: number };
type Failure = { readonly kind: "forbidden" | "not-found" | "conflict" };

/** Takes evidence out of every state at once. Its file is kept for thirty days, so that it can be brought back. */
export function removeEvidence(deps: Pick<Deps, "db" | "now">, actor: Actor, command: Command) {
  return mark(deps, actor, command, true);
}

/** Brings removed evidence back with the review it had. */
export function restoreEvidence(deps: Pick<Deps, "db" | "now">, actor: Actor, command: Command) {
  return mark(deps, actor, command, false);
}

async function mark(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  { id, version }: Command,
  removed: boolean,
): Promise<Result<void, Failure>> {
  if (!mayDo(actor.role, "facts:edit")) return fail({ kind: "forbidden" });
  const found = await findEvidence(deps.db, actor.organizationId, id);
  if (found === null || (found.removedAt !== null) === removed) return fail({ kind: "not-found" });
  const at = deps.now();
  const saved = await deps.db.transaction(async (tx) => {
    const change = { removedBy: removed ? actor.userId : null, removedAt: removed ? at : null };
    if (!(await updateEvidence(tx, actor.organizationId, id, change, version))) return false;
    await record(tx, actor, {
      action: removed ? "evidence.remove" : "evidence.restore",
      subject: `evidence:${id}`,
      before: { control: found.control, name: found.name, review: found.review },
      at,
    });
    return true;
  });
  return saved ? ok(undefined) : fail({ kind: "conflict" });
}
