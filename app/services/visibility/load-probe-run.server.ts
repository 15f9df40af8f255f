import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { costOfRound, weekOf, weekOfAskings } from "#app/domain/visibility/plan-probes.ts";
import { listJobs } from "#db/repositories/jobs.server.ts";
import { findProbeSettings, type PromptSet, sumCosts } from "#db/repositories/probes.server.ts";
import type { Deps } from "../deps.ts";
import { monthStart } from "./run-probes.server.ts";

/** How asking goes: the schedule, the money, and the round that is under way. */
export async function loadProbeRun(
  deps: Pick<Deps, "db" | "knowledge" | "ai" | "now">,
  organizationId: OrganizationId,
  set: PromptSet | null,
) {
  const facts = deps.knowledge.visibility.probes;
  const now = deps.now();
  const [settings, spent, [job]] = await Promise.all([
    findProbeSettings(deps.db, organizationId),
    sumCosts(deps.db, organizationId, monthStart(now)),
    listJobs(deps.db, organizationId, "visibility.run-probes", 1),
  ]);
  const prompts = set?.prompts ?? [];
  const running = job !== undefined && (job.status === "queued" || job.status === "running");
  const budget = settings?.monthlyBudgetUsd ?? facts.startingBudgetUsd;
  const next = weekOfAskings(
    prompts.map(({ id }) => id),
    facts.runs,
    weekOf(now.getTime()),
  ).find(({ at }) => at > now.getTime());
  return {
    model: deps.ai.model,
    runs: facts.runs,
    scheduled: settings?.scheduled ?? false,
    version: settings?.version ?? 0,
    budget,
    spent,
    left: Math.max(0, budget - spent),
    once: costOfRound(prompts.length, facts),
    week: costOfRound(prompts.length * facts.runs, facts),
    pricesOn: facts.checkedOn,
    stoppedBecause: settings?.stoppedBecause ?? null,
    nextAt: settings?.scheduled === true && deps.ai.model !== null ? (next?.at ?? null) : null,
    running: running ? { progress: job.progress as { done?: number; planned?: number; now?: string } | null } : null,
    lastError: job?.status === "dead" ? job.lastError : null,
  };
}
