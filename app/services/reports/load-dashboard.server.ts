import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { interpret } from "#app/domain/reports/interpret.ts";
import type { ReadinessReport } from "#app/domain/reports/readiness-report.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { loadReportInputs } from "./load-report-inputs.server.ts";

/** Where the organization stands, from what is stored. Null where there is nothing to read yet. */
export async function loadDashboard(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
): Promise<Result<ReadinessReport, { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  return ok(interpret(await loadReportInputs(deps, actor.organizationId, actor.seesPeople)));
}
