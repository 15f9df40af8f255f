import type { JobId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { findJob } from "#db/repositories/jobs.server.ts";

export type PlanJob = { readonly state: "waiting" | "working" | "done" | "failed"; readonly because: string | null };

/** How far the making of a plan is. */
export async function loadPlanJob(
  deps: Pick<Deps, "db">,
  actor: Actor,
  { job: id }: { readonly job: string },
): Promise<Result<PlanJob, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "plan:read")) return fail({ kind: "forbidden" });
  const job = await findJob(deps.db, actor.organizationId, id as JobId);
  if (job === null || job.kind !== "planning.compose") return fail({ kind: "not-found" });
  const states = { queued: "waiting", running: "working", done: "done", dead: "failed", cancelled: "failed" } as const;
  return ok({ state: states[job.status], because: job.lastError });
}
