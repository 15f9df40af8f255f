import type { PlanVersionId } from "#app/domain/kernel/ids.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import type { Actor } from "../actor.ts";
import { runComplianceAssessment } from "../compliance/run-compliance-assessment.server.ts";
import type { Deps } from "../deps.ts";
import { runExposureAssessment } from "../exposure/run-exposure-assessment.server.ts";
import { proposePlan } from "../planning/propose-plan.server.ts";
import { runReadinessAssessment } from "../readiness/run-readiness-assessment.server.ts";
import { performSiteAudit } from "../visibility/perform-site-audit.server.ts";
import { requestSiteAudit } from "../visibility/request-site-audit.server.ts";

export type AssessEverything = {
  readonly website: string | null;
  readonly decision: string;
  /** What led to the plan, in words that the versions page shows. */
  readonly because: string;
};

type Failure = { readonly kind: string };

/**
 * Runs the four assessments one after the other. Readiness comes after the other three, because they answer some of its
 * questions. An organization without roles, or without a website, goes on without them.
 */
export async function runAssessments(
  deps: Deps,
  actor: Actor,
  command: Pick<AssessEverything, "website" | "decision">,
  signal: AbortSignal,
): Promise<Result<void, Failure>> {
  const { organizationId } = actor;
  const exposure = await runExposureAssessment(deps, actor, {});
  if (!exposure.ok && exposure.failure.kind !== "no-roles") return exposure;
  const compliance = await runComplianceAssessment(deps, actor);
  if (!compliance.ok) return compliance;
  if (command.website !== null) {
    const audit = await requestSiteAudit(deps, actor, { homepage: command.website });
    if (!audit.ok) return audit;
    const performed = await performSiteAudit(
      deps,
      { organizationId, auditId: audit.value },
      { signal, progress: async () => undefined },
    );
    if (!performed.ok) return performed;
  }
  const readiness = await runReadinessAssessment(deps, actor, { decision: command.decision });
  if (!readiness.ok && readiness.failure.kind !== "no-answers") return readiness;
  return ok(undefined);
}

/** Runs the four assessments and proposes a plan from them; null where nothing was found to plan for. */
export async function assessEverything(
  deps: Deps,
  actor: Actor,
  command: AssessEverything,
  signal: AbortSignal,
): Promise<Result<PlanVersionId | null, Failure>> {
  const assessed = await runAssessments(deps, actor, command, signal);
  if (!assessed.ok) return assessed;
  const planned = await proposePlan(deps, {
    organizationId: actor.organizationId,
    because: command.because,
    causedBy: null,
    requestedBy: actor.userId,
    requestId: actor.requestId,
  });
  if (!planned.ok && planned.failure.kind === "nothing-assessed") return ok(null);
  return planned;
}
