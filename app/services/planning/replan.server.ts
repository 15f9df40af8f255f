import type { OrganizationId, OutcomeId, PlanVersionId } from "#app/domain/kernel/ids.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import type { Deps } from "#app/services/deps.ts";
import { findPlanOf } from "#db/repositories/plans.server.ts";
import type { GatherFailure } from "./gather-plan.server.ts";
import { proposePlan } from "./propose-plan.server.ts";

/** Proposes a new version when an outcome moved what is believed. Null without a plan in force, or when nothing would change. */
export async function replan(
  deps: Pick<Deps, "db" | "knowledge" | "compute" | "now" | "newId">,
  command: { readonly organizationId: OrganizationId; readonly because: string; readonly causedBy: OutcomeId | null },
): Promise<Result<PlanVersionId | null, GatherFailure>> {
  if ((await findPlanOf(deps.db, command.organizationId, "approved")) === null) return ok(null);
  return proposePlan(deps, { ...command, requestedBy: "system", requestId: "replan" });
}
