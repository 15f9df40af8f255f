import type { JobId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { enqueue } from "#app/services/enqueue.server.ts";
import { record } from "#app/services/governance/record.server.ts";
import { type GatherFailure, gatherPlan } from "./gather-plan.server.ts";

/** Puts the making of a plan in the queue: solving may take longer than a request should. */
export async function requestPlan(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  command: { readonly because: string },
): Promise<Result<JobId, { readonly kind: "forbidden" } | GatherFailure>> {
  if (!mayDo(actor.role, "plan:edit")) return fail({ kind: "forbidden" });
  const gathered = await gatherPlan(deps, actor.organizationId);
  if (!gathered.ok) return gathered;

  const { organizationId, userId } = actor;
  return ok(
    await deps.db.transaction(async (tx) => {
      const payload = { organizationId, because: command.because, causedBy: null, requestedBy: userId };
      const job = await enqueue(deps, tx, "planning.compose", payload);
      await record(tx, actor, { action: "plan.requested", subject: `job:${job}`, at: deps.now() });
      return job;
    }),
  );
}
