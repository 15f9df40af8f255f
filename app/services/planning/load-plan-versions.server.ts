import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { PlanDiff } from "#app/domain/planning/plan.ts";
import { type PlanView, viewOf } from "#app/domain/planning/plan-view.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { findPlanVersionNumbered, listPlanVersions, type PlanVersionHead } from "#db/repositories/plans.server.ts";

/** Changes without their drivers, which the item's page shows. */
export type ShownDiff = Omit<PlanDiff, "changes"> & {
  readonly changes: readonly Omit<PlanDiff["changes"][number], "drivers">[];
};

export type PlanVersionPage = {
  readonly head: Omit<PlanVersionHead, "summary">;
  readonly plan: PlanView;
  readonly diff: ShownDiff | null;
  readonly today: IsoDate;
  readonly pools: Readonly<Record<string, string>>;
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
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  { number }: { readonly number: number },
): Promise<Result<PlanVersionPage, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "plan:read")) return fail({ kind: "forbidden" });
  const version = await findPlanVersionNumbered(deps.db, actor.organizationId, number);
  if (version === null) return fail({ kind: "not-found" });
  const { plan, diff, input: _input, ...head } = version;
  return ok({
    head,
    plan: viewOf(plan),
    diff: diff === null ? null : shown(diff),
    today: isoDateOf(deps.now()),
    pools: Object.fromEntries(deps.knowledge.interventions.pools.map((pool) => [pool.id, pool.title])),
    mayApprove: mayDo(actor.role, "plan:approve"),
  });
}

function shown(diff: PlanDiff): ShownDiff {
  return { ...diff, changes: diff.changes.map(({ drivers: _drivers, ...change }) => change) };
}
