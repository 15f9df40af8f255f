import type { ReportId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { interpret } from "#app/domain/reports/interpret.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { insertReport } from "#db/repositories/reports.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import { record } from "../governance/record.server.ts";
import { loadReportInputs } from "./load-report-inputs.server.ts";

type Failure = { readonly kind: "forbidden" } | { readonly kind: "nothing-assessed" };

/** Keeps what is known today as a report, has a model draft its summary where there is one, and has it printed. The page can be read at once. */
export async function requestReport(
  deps: Pick<Deps, "ai" | "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
): Promise<Result<ReportId, Failure>> {
  if (!mayDo(actor.role, "report:create")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const report = interpret(await loadReportInputs(deps, organizationId, false));
  if (report.sources.length === 0) return fail({ kind: "nothing-assessed" });

  const id = deps.newId() as ReportId;
  const createdAt = deps.now();
  await deps.db.transaction(async (tx) => {
    await insertReport(tx, {
      id,
      organizationId,
      asOf: report.asOf,
      status: "queued",
      content: report,
      summary: null,
      pdf: null,
      failure: null,
      createdAt,
      createdBy: actor.userId,
    });
    const first = deps.ai.model === null ? "reports.render" : "reports.draft-summary";
    await enqueue(deps, tx, first, { organizationId, reportId: id });
    await record(tx, actor, {
      action: "report.request",
      subject: `report:${id}`,
      after: { asOf: report.asOf },
      at: createdAt,
    });
  });
  return ok(id);
}
