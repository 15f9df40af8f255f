import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { comparePromptSets } from "#app/domain/visibility/compare-prompt-sets.ts";
import { draftPrompts, usualCounts } from "#app/domain/visibility/draft-prompts.ts";
import { notAskedIn } from "#app/domain/visibility/same-question.ts";
import { listJobs } from "#db/repositories/jobs.server.ts";
import { findProbeSettings, listPromptSets, type PromptSet } from "#db/repositories/probes.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { promptSubject } from "./prompt-subject.server.ts";

/** The set in use or a draft of the first one, its versions, one of them to look at, and what a model proposed. */
export async function loadPrompts(deps: Pick<Deps, "db" | "ai">, actor: Actor, wanted: number | null = null) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const { organizationId } = actor;
  const [sets, settings, [job]] = await Promise.all([
    listPromptSets(deps.db, organizationId),
    findProbeSettings(deps.db, organizationId),
    listJobs(deps.db, organizationId, "visibility.propose-prompts", 1),
  ]);
  const set = sets[0] ?? null;
  const looked = wanted === null ? null : sets.findIndex(({ version }) => version === wanted);
  if (looked === -1) return fail({ kind: "not-found" as const });
  const drafted = set === null ? await promptSubject(deps, organizationId) : null;
  const prompts = set?.prompts ?? (drafted === null ? [] : draftPrompts(drafted.subject));
  return ok({
    version: set?.version ?? 0,
    frozenAt: set?.createdAt.getTime() ?? null,
    prompts,
    looked: looked === null ? null : versionView(sets, looked),
    setting: set?.brand ?? drafted?.setting ?? null,
    draftedFrom: drafted?.pages ?? null,
    usualCounts,
    proposals: notAskedIn(settings?.proposals ?? [], prompts),
    proposing: job !== undefined && (job.status === "queued" || job.status === "running"),
    proposalTrouble: job?.status === "dead" ? job.lastError : null,
    model: deps.ai.model,
    versions: sets.map(({ version, createdAt, prompts }) => ({
      version,
      at: createdAt.getTime(),
      prompts: prompts.length,
    })),
    mayRun: mayDo(actor.role, "assessment:run"),
  });
}

/** One version as it was frozen, against the one before it. */
function versionView(sets: readonly PromptSet[], at: number) {
  const set = sets[at];
  if (set === undefined) return null;
  const before = sets[at + 1];
  const { version, prompts, brand, createdAt } = set;
  return {
    version,
    at: createdAt.getTime(),
    inUse: at === 0,
    prompts,
    setting: brand,
    before: before?.version ?? null,
    change: before === undefined ? null : comparePromptSets(before, set),
  };
}
