import { fail, ok } from "#app/domain/kernel/result.ts";
import { interpret } from "#app/domain/reports/interpret.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import type { ReportDocument } from "../ports/documents.ts";
import { loadReportInputs } from "../reports/load-report-inputs.server.ts";

/** Everything that is stored of an organization's newest assessments and plan, and the report that pages make of it. */
export async function loadWhole(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor) {
  if (!mayDo(actor.role, "report:create")) return fail({ kind: "forbidden" } as const);
  const inputs = await loadReportInputs(deps, actor.organizationId, actor.seesPeople);
  const { exposure, compliance, readiness, visibility, plan } = inputs;
  const report = interpret(inputs);
  const document: ReportDocument | null = report.sources.length === 0 ? null : { report, drafted: null };
  return ok({
    assessment: { exposure, compliance, readiness, visibility },
    plan: plan?.plan ?? null,
    report: document,
  });
}
