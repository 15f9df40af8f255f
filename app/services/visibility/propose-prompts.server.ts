import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { draftPrompts } from "#app/domain/visibility/draft-prompts.ts";
import { fitProposals, proposalQuestion } from "#app/domain/visibility/propose-prompts.ts";
import { listOpenJobs } from "#db/repositories/jobs.server.ts";
import { findLatestPromptSet, findProbeSettings, saveProbeSettings } from "#db/repositories/probes.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import { record } from "../governance/record.server.ts";
import type { JobFailure } from "../job-context.ts";
import { promptSubject } from "./prompt-subject.server.ts";

/** Asks a model for prompts to choose from. */
export async function requestProposals(
  deps: Pick<Deps, "db" | "now" | "newId" | "ai">,
  actor: Actor,
): Promise<Result<void, { kind: "forbidden" | "no-key" }>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  if (deps.ai.model === null) return fail({ kind: "no-key" });
  const { organizationId } = actor;
  await deps.db.transaction(async (tx) => {
    // Asked twice, a model is asked once.
    if ((await listOpenJobs(tx, organizationId, "visibility.propose-prompts")).length > 0) return;
    await enqueue(deps, tx, "visibility.propose-prompts", { organizationId });
    await record(tx, actor, {
      action: "visibility.propose-prompts",
      subject: `organization:${organizationId}`,
      at: deps.now(),
    });
  });
  return ok(undefined);
}

/** Keeps what a model proposes beside the set. Nothing is asked of an engine before a person froze it. */
export async function proposePrompts(
  deps: Pick<Deps, "db" | "ai" | "knowledge" | "now">,
  { organizationId }: { readonly organizationId: OrganizationId },
): Promise<Result<void, JobFailure>> {
  const [set, { subject, setting }] = await Promise.all([
    findLatestPromptSet(deps.db, organizationId),
    promptSubject(deps, organizationId),
  ]);
  const { brand, others } = set?.brand ?? setting;
  const asked = set?.prompts ?? draftPrompts(subject);
  const known = { ...subject, brand: brand.name, competitors: others.map(({ name }) => name) };
  const drafted = await deps.ai.draft(deps.knowledge.prompts.probePrompts, proposalQuestion(known, asked));
  if (!drafted.ok) {
    const { because } = drafted.failure;
    return fail({ kind: "ai-unavailable", retry: because !== "no-key" && because !== "rejected", because });
  }
  const before = await findProbeSettings(deps.db, organizationId);
  const saved = await saveProbeSettings(deps.db, organizationId, before?.version ?? 0, {
    scheduled: before?.scheduled ?? false,
    monthlyBudgetUsd: before?.monthlyBudgetUsd ?? deps.knowledge.visibility.probes.startingBudgetUsd,
    stoppedBecause: before?.stoppedBecause ?? null,
    proposals: fitProposals(drafted.value.answer, brand, asked),
    updatedAt: deps.now(),
    updatedBy: before?.updatedBy ?? "model",
  });
  return saved ? ok(undefined) : fail({ kind: "changed-meanwhile", retry: true });
}
