import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { draftPrompts, usualCounts } from "#app/domain/visibility/draft-prompts.ts";
import { listJobs } from "#db/repositories/jobs.server.ts";
import { findProbeSettings, listPromptSets } from "#db/repositories/probes.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { promptSubject } from "./prompt-subject.server.ts";

/** The set in use or a draft of the first one, its versions, and what a model proposed. */
export async function loadPrompts(deps: Pick<Deps, "db" | "ai">, actor: Actor) {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" as const });
  const { organizationId } = actor;
  const [sets, settings, [job]] = await Promise.all([
    listPromptSets(deps.db, organizationId),
    findProbeSettings(deps.db, organizationId),
    listJobs(deps.db, organizationId, "visibility.propose-prompts", 1),
  ]);
  const set = sets[0] ?? null;
  const drafted = set === null ? await promptSubject(deps, organizationId) : null;
  return ok({
    version: set?.version ?? 0,
    frozenAt: set?.createdAt.getTime() ?? null,
    prompts: set?.prompts ?? (drafted === null ? [] : draftPrompts(drafted.subject)),
    setting: set?.brand ?? drafted?.setting ?? null,
    draftedFrom: drafted?.pages ?? null,
    usualCounts,
    proposals: settings?.proposals ?? [],
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
