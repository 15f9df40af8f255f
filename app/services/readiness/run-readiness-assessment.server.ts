import type { AssessmentId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { ReadinessInput } from "#app/domain/readiness/answers.ts";
import { assessReadiness } from "#app/domain/readiness/assess-readiness.ts";
import type { ReadinessAssessment } from "#app/domain/readiness/assessment.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { insertReadinessAssessment, listReadinessAssessments } from "#db/repositories/readiness.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { gatherInput } from "./readiness-input.server.ts";

export type RunReadiness = Partial<Pick<ReadinessInput, "decision" | "weights">>;

type Failure = { readonly kind: "forbidden" } | { readonly kind: "no-answers" } | { readonly kind: "unknown-decision" };

/** Computes the result as it stands and keeps it, unless nothing changed since the last one. */
export async function runReadinessAssessment(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  command: RunReadiness,
): Promise<Result<{ readonly id: AssessmentId; readonly assessment: ReadinessAssessment }, Failure>> {
  if (!mayDo(actor.role, "assessment:run")) return fail({ kind: "forbidden" });
  const pack = deps.knowledge.readiness;
  const [latest] = await listReadinessAssessments(deps.db, actor.organizationId, 1);
  const decision = command.decision ?? latest?.input.decision ?? pack.decisions[0]?.id ?? "";
  if (!pack.decisions.some(({ id }) => id === decision)) return fail({ kind: "unknown-decision" });
  const weights = command.weights ?? latest?.input.weights ?? {};
  const { input, inputHash } = await gatherInput(deps, actor, { decision, weights });
  if (input.answers.length === 0 && input.feeds.length === 0) return fail({ kind: "no-answers" });
  if (latest !== undefined && latest.inputHash === inputHash)
    return ok({ id: latest.id, assessment: latest.assessment });

  const assessment = assessReadiness(input, pack);

  const id = deps.newId() as AssessmentId;
  const { organizationId } = actor;
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const kept = { id, inputHash, input, assessment, createdAt: at, createdBy: actor.userId };
    await insertReadinessAssessment(tx, organizationId, kept);
    await record(tx, actor, {
      action: "readiness.assess",
      subject: `assessment:${id}`,
      after: { score: assessment.score, verdict: assessment.verdict.answer, decision, weights },
      at,
    });
  });
  return ok({ id, assessment });
}
