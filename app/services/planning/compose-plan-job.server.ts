import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { Deps } from "#app/services/deps.ts";
import type { JobContext, JobFailure } from "#app/services/job-context.ts";
import type { JobPayloads } from "#app/services/job-kinds.ts";
import { proposePlan } from "./propose-plan.server.ts";

/** The job behind "make a plan". Running twice proposes the same plan again, in the place of the first. */
export async function composePlanJob(
  deps: Pick<Deps, "db" | "knowledge" | "compute" | "now" | "newId">,
  payload: JobPayloads["planning.compose"],
  context: JobContext,
): Promise<Result<null, JobFailure>> {
  await context.progress({ step: "choosing", done: 0, total: 1 });
  const proposed = await proposePlan(deps, { ...payload, requestId: "planning.compose" });
  if (!proposed.ok)
    return fail({ kind: proposed.failure.kind, retry: false, because: "no assessment gives anything to plan yet" });
  await context.progress({ step: "proposed", done: 1, total: 1 });
  return ok(null);
}
