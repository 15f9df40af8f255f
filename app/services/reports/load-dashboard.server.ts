import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { interpret } from "#app/domain/reports/interpret.ts";
import type { ReadinessReport } from "#app/domain/reports/readiness-report.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { keptValues } from "#db/kept-values.server.ts";
import { findResultHeads } from "#db/repositories/results.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { readReportInputs } from "./load-report-inputs.server.ts";

/** Each some 60 kB. */
const views = keptValues<ReadinessReport>(400);

/** Where the organization stands, from what is stored. Null where there is nothing to read yet. */
export async function loadDashboard(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
): Promise<Result<ReadinessReport, { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const { organizationId, seesPeople } = actor;
  const { heads, text } = await findResultHeads(deps.db, organizationId);

  const key = [organizationId, seesPeople, isoDateOf(deps.now()), deps.knowledge.version, text].join("\n");
  return ok(
    await views(deps.db, key, async () => interpret(await readReportInputs(deps, organizationId, seesPeople, heads))),
  );
}
