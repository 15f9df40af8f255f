import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { PlanConstraints } from "#app/domain/planning/plan.ts";
import { headlineOf, type PlanHeadline } from "#app/domain/planning/plan-headline.ts";
import { type PlanView, viewOf } from "#app/domain/planning/plan-view.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { listJobs } from "#db/repositories/jobs.server.ts";
import { findPlanOf, findPlanSettings } from "#db/repositories/plans.server.ts";
import { findStoredResults } from "#db/repositories/reports.server.ts";
import { gatherFacts } from "./gather-plan.server.ts";

export type PlanPage = {
  /** The plan in force, else the proposal, else null. */
  readonly plan: (PlanView & { readonly number: number; readonly proposed: boolean }) | null;
  readonly headline: PlanHeadline | null;
  /** A proposal that waits for a decision. */
  readonly waiting: { readonly number: number; readonly summary: string } | null;
  readonly settings: PlanConstraints;
  readonly settingsVersion: number;
  readonly pools: Readonly<Record<string, string>>;
  /** A plan is being made. */
  readonly job: string | null;
  readonly today: IsoDate;
  readonly mayEdit: boolean;
};

/** The plan page: what is to be done, by whom and when, and what it may use. */
export async function loadPlan(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
): Promise<Result<PlanPage, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "plan:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const [approved, proposed, settings, jobs, results] = await Promise.all([
    findPlanOf(deps.db, organizationId, "approved"),
    findPlanOf(deps.db, organizationId, "proposed"),
    findPlanSettings(deps.db, organizationId),
    listJobs(deps.db, organizationId, "planning.compose", 1),
    findStoredResults(deps.db, organizationId),
  ]);
  const shown = approved ?? proposed;
  const constraints = settings?.settings ?? (await gatherFacts(deps, organizationId)).constraints;
  const today = isoDateOf(deps.now());
  const standing = results.readiness === null ? null : new Set(results.readiness.blockers.map(({ id }) => id));
  const running = jobs.find((job) => job.status === "queued" || job.status === "running");
  return ok({
    plan:
      shown === null ? null : { ...viewOf(shown.plan), number: shown.number, proposed: shown.status === "proposed" },
    headline: shown === null ? null : headlineOf(shown.plan, today, standing),
    waiting:
      proposed === null ? null : { number: proposed.number, summary: proposed.diff?.summary ?? proposed.because },
    settings: constraints,
    settingsVersion: settings?.version ?? 0,
    pools: Object.fromEntries(deps.knowledge.interventions.pools.map((pool) => [pool.id, pool.title])),
    job: running?.id ?? null,
    today,
    mayEdit: mayDo(actor.role, "plan:edit"),
  });
}
