import type { ScenarioId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findScenario, markScenarioRemoved, renameScenario } from "#db/repositories/scenarios.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

/** For how long a removed scenario can be brought back. */
const undoDays = 30;

export function scenarioUndoSince(now: Date): Date {
  return new Date(now.getTime() - undoDays * 86_400_000);
}

type Change = Pick<Deps, "db" | "now">;

/** Gives a scenario another name; a conflict when somebody else changed it in the meantime. */
export async function nameScenario(
  deps: Change,
  actor: Actor,
  change: { readonly id: ScenarioId; readonly name: string; readonly version: number },
): Promise<Result<ScenarioId, { readonly kind: "forbidden" | "not-found" | "conflict" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const before = await findScenario(deps.db, actor.organizationId, change.id);
  if (before === null || before.deletedAt !== null) return fail({ kind: "not-found" });
  const changed = await deps.db.transaction(async (tx) => {
    if (!(await renameScenario(tx, actor.organizationId, change))) return false;
    await record(tx, actor, {
      action: "scenario.rename",
      subject: `scenario:${change.id}`,
      before: { name: before.name },
      after: { name: change.name },
      at: deps.now(),
    });
    return true;
  });
  return changed ? ok(change.id) : fail({ kind: "conflict" });
}

/** Takes a scenario out of the list, or brings back one that was removed in the last 30 days. */
export async function removeScenario(
  deps: Change,
  actor: Actor,
  { id, back }: { readonly id: ScenarioId; readonly back: boolean },
): Promise<Result<ScenarioId, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const now = deps.now();
  const change = back ? { removedAt: null, since: scenarioUndoSince(now) } : { removedAt: now };
  const changed = await deps.db.transaction(async (tx) => {
    if (!(await markScenarioRemoved(tx, actor.organizationId, id, change))) return false;
    await record(tx, actor, {
      action: back ? "scenario.restore" : "scenario.remove",
      subject: `scenario:${id}`,
      at: now,
    });
    return true;
  });
  return changed ? ok(id) : fail({ kind: "not-found" });
}
