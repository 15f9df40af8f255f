import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { Plan, PlanDiff } from "#app/domain/planning/plan.ts";
import { headlineOf, type PlanHeadline } from "#app/domain/planning/plan-headline.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { findPlanVersionNumbered, listPlanVersions, type PlanVersionHead } from "#db/repositories/plans.server.ts";

export type PlanVersionPage = {
  readonly head: Omit<PlanVersionHead, "summary">;
  readonly plan: Plan;
  readonly diff: PlanDiff | null;
  readonly headline: PlanHeadline;
  readonly mayApprove: boolean;
};

/** All versions of the plan, newest first. */
export async function loadPlanVersions(
  deps: Pick<Deps, "db">,
  actor: Actor,
): Promise<Result<readonly PlanVersionHead[], { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "plan:read")) return fail({ kind: "forbidden" });
  return ok(await listPlanVersions(deps.db, actor.organizationId));
}

/** One version with what it changed against the plan in force at its time. */
export async function loadPlanVersion(
  deps: Pick<Deps, "db">,
  actor: Actor,
  { number }: { readonly number: number },
): Promise<Result<PlanVersionPage, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "plan:read")) return fail({ kind: "forbidden" });
  const version = await findPlanVersionNumbered(deps.db, actor.organizationId, number);
  if (version === null) return fail({ kind: "not-found" });
  const { plan, diff, input: _input, ...head } = version;
  return ok({ head, plan, diff, headline: headlineOf(plan), mayApprove: mayDo(actor.role, "plan:approve") });
}
