import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findProbeSettings, saveProbeSettings as save } from "#db/repositories/probes.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type Command = { readonly scheduled: boolean; readonly monthlyBudgetUsd: number; readonly version: number };

/** Switches asking by the clock on or off and says how much it may cost in a month. */
export async function saveProbeSettings(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  { scheduled, monthlyBudgetUsd, version }: Command,
): Promise<Result<void, { kind: "forbidden" | "changed-meanwhile" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const before = await findProbeSettings(deps.db, organizationId);
  const at = deps.now();
  const settings = {
    scheduled,
    monthlyBudgetUsd,
    stoppedBecause: null,
    proposals: before?.proposals ?? null,
    updatedAt: at,
    updatedBy: actor.userId,
  };
  return deps.db.transaction(async (tx): Promise<Result<void, { kind: "changed-meanwhile" }>> => {
    if (!(await save(tx, organizationId, version, settings))) return fail({ kind: "changed-meanwhile" });
    await record(tx, actor, {
      action: "visibility.set-probes",
      subject: `organization:${organizationId}`,
      before: before === null ? null : { scheduled: before.scheduled, monthlyBudgetUsd: before.monthlyBudgetUsd },
      after: { scheduled, monthlyBudgetUsd },
      at,
    });
    return ok(undefined);
  });
}
