import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { budgetFor } from "#app/domain/visibility/plan-probes.ts";
import { listOpenJobs } from "#db/repositories/jobs.server.ts";
import { findProbeSettings, findPromptSet, sumCosts } from "#db/repositories/probes.server.ts";
import type { Actor } from "../actor.ts";
import { type OverLimit, takeAllowance } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import { record } from "../governance/record.server.ts";
import { monthStart } from "./run-probes.server.ts";

type Failure = { readonly kind: "forbidden" | "not-found" | "no-key" | "over-budget" | "already-asking" } | OverLimit;

/** Queues a round now: every prompt of the set, `runs` times. Neighbours in time resemble each other, so a round goes through all prompts before it begins again. */
export async function requestProbes(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId" | "ai">,
  actor: Actor,
  { promptSetId, runs }: { readonly promptSetId: string; readonly runs: number },
): Promise<Result<string, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  if (deps.ai.model === null) return fail({ kind: "no-key" });
  const { organizationId } = actor;
  const facts = deps.knowledge.visibility.probes;
  const [set, settings, spent] = await Promise.all([
    findPromptSet(deps.db, organizationId, promptSetId),
    findProbeSettings(deps.db, organizationId),
    sumCosts(deps.db, organizationId, monthStart(deps.now())),
  ]);
  if (set === null) return fail({ kind: "not-found" });
  const budget = settings?.monthlyBudgetUsd ?? facts.startingBudgetUsd;
  if (!budgetFor(spent, budget, facts).fits) return fail({ kind: "over-budget" });

  const batch = deps.newId();
  const askings = Array.from({ length: runs }, (_, at) => set.prompts.map(({ id }) => ({ promptId: id, run: at + 1 })));
  return deps.db.transaction(async (tx): Promise<Result<string, Failure>> => {
    // Two clicks would pay for two rounds.
    if ((await listOpenJobs(tx, organizationId, "visibility.run-probes")).length > 0)
      return fail({ kind: "already-asking" });
    const taken = await takeAllowance(deps, tx, organizationId, "probe-runs", set.prompts.length * runs);
    if (!taken.ok) return taken;
    await enqueue(deps, tx, "visibility.run-probes", { organizationId, promptSetId, batch, askings: askings.flat() });
    await record(tx, actor, {
      action: "visibility.request-probes",
      subject: `prompt-set:${promptSetId}`,
      after: { runs, batch },
      at: deps.now(),
    });
    return ok(batch);
  });
}
