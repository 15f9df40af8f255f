import { type OpinionRun, opinionQuestion, opinionRuns, readOpinion } from "#app/domain/exposure/duty-opinion.ts";
import type { OpinionPart } from "#app/domain/exposure/opinion-view.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { insertDutyOpinion, listOpinionIds } from "#db/repositories/opinions.server.ts";
import { findRole } from "#db/repositories/workforce.server.ts";
import type { Deps } from "../deps.ts";
import type { JobContext, JobFailure } from "../job-context.ts";
import type { JobPayloads } from "../job-kinds.ts";

type Payload = JobPayloads["exposure.ask-duties"];
type Call = { readonly id: string; readonly run: OpinionRun; readonly duties: readonly string[] };

/**
 * Asks the model about the duties of a role, twice, and keeps what each call ended with: labels, or the trouble by its name. A
 * trouble of one call leaves the others alone, and nothing here touches a role or a score.
 */
export async function askAboutDuties(
  deps: Pick<Deps, "ai" | "db" | "knowledge" | "now" | "log">,
  payload: Payload,
  { signal, progress }: JobContext,
): Promise<Result<null, JobFailure>> {
  const { organizationId, roleId } = payload;
  const kept = await findRole(deps.db, organizationId, roleId);
  if (kept === null || kept.deletedAt !== null) return ok(null);
  const there = await listOpinionIds(deps.db, organizationId, payload.batch);
  const calls = callsOf(payload);
  const prompt = deps.knowledge.prompts.dutyOpinion;

  for (const [done, call] of calls.entries()) {
    if (there.has(call.id)) continue;
    if (signal.aborted) return fail({ kind: "stopped", retry: true });
    await progress({ done, planned: calls.length });
    const { id, run, duties } = call;
    const answered = await deps.ai.draft(prompt, opinionQuestion(kept.role.title, duties, run));
    if (!answered.ok) deps.log.warn({ prompt: prompt.id, because: answered.failure.because }, "no opinion came");
    const outcome: OpinionPart["outcome"] = answered.ok
      ? { kind: "labelled", labels: readOpinion(answered.value.answer, duties) }
      : { kind: "failed", because: answered.failure.because };
    await insertDutyOpinion(deps.db, organizationId, {
      id,
      roleId,
      batch: payload.batch,
      run,
      duties,
      outcome,
      model: answered.ok ? answered.value.model : (deps.ai.model ?? ""),
      promptVersion: prompt.version,
      at: deps.now(),
    });
  }
  return ok(null);
}

/** Says of every call that never ended that it was interrupted, when the job was given up. */
export async function giveUpAsking(
  deps: Pick<Deps, "ai" | "db" | "knowledge" | "now">,
  payload: Payload,
): Promise<void> {
  const { organizationId, roleId, batch } = payload;
  if ((await findRole(deps.db, organizationId, roleId)) === null) return;
  for (const { id, run, duties } of callsOf(payload)) {
    await insertDutyOpinion(deps.db, organizationId, {
      id,
      roleId,
      batch,
      run,
      duties,
      outcome: { kind: "failed", because: "interrupted" },
      model: deps.ai.model ?? "",
      promptVersion: deps.knowledge.prompts.dutyOpinion.version,
      at: deps.now(),
    });
  }
}

/** The runs of one part are far from each other in time where there are several parts. */
function callsOf({ batch, parts }: Payload): readonly Call[] {
  return opinionRuns.flatMap((run) => parts.map((duties, part) => ({ id: `${batch}:${run}:${part}`, run, duties })));
}
