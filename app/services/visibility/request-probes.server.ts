import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findPromptSet } from "#db/repositories/visibility.server.ts";
import type { Actor } from "../actor.ts";
import { type OverLimit, takeAllowance } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import { record } from "../governance/record.server.ts";

type Failure = { readonly kind: "forbidden" | "not-found" | "no-key" } | OverLimit;

/** Queues a round of probes: every prompt of the set, `runs` times. */
export async function requestProbes(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId" | "ai">,
  actor: Actor,
  { promptSetId, runs }: { readonly promptSetId: string; readonly runs: number },
): Promise<Result<string, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  if (deps.ai.model === null) return fail({ kind: "no-key" });
  const set = await findPromptSet(deps.db, actor.organizationId, promptSetId);
  if (set === null) return fail({ kind: "not-found" });

  const { organizationId } = actor;
  const batch = deps.newId();
  return deps.db.transaction(async (tx): Promise<Result<string, Failure>> => {
    const taken = await takeAllowance(deps, tx, organizationId, "probe-runs", set.prompts.length * runs);
    if (!taken.ok) return taken;
    await enqueue(deps, tx, "visibility.run-probes", { organizationId, promptSetId, batch, runs });
    await record(tx, actor, {
      action: "visibility.request-probes",
      subject: `prompt-set:${promptSetId}`,
      after: { runs, batch },
      at: deps.now(),
    });
    return ok(batch);
  });
}
