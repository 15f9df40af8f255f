import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { PlanConstraints } from "#app/domain/planning/plan.ts";
import { headlineOf, type PlanHeadline } from "#app/domain/planning/plan-headline.ts";
import { type PlanView, viewOf } from "#app/domain/planning/plan-view.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { keptValues } from "#db/kept-values.server.ts";
import { findOpenJob } from "#db/repositories/jobs.server.ts";
import { findPlanSettings } from "#db/repositories/plans.server.ts";
import { findResultHeads, livingPlan, readPlan, readReadiness } from "#db/repositories/results.server.ts";
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

/** Each some 40 kB. */
const views = keptValues<{ readonly plan: PlanView; readonly headline: PlanHeadline }>(400);

/** The plan page: what is to be done, by whom and when, and what it may use. */
export async function loadPlan(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
): Promise<Result<PlanPage, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "plan:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const [{ heads }, settings, job] = await Promise.all([
    findResultHeads(deps.db, organizationId),
    findPlanSettings(deps.db, organizationId),
    findOpenJob(deps.db, organizationId, "planning.compose"),
  ]);
  const shown = livingPlan(heads) ?? null;
  const proposed = heads.plans.find(({ status }) => status === "proposed");
  const [made, offered] = await Promise.all([
    shown === null ? null : readPlan(deps.db, organizationId, shown.id),
    proposed === undefined ? null : readPlan(deps.db, organizationId, proposed.id),
  ]);

  const today = isoDateOf(deps.now());
  // Until somebody sets limits, what the plan was made under holds.
  const constraints = settings?.settings ?? made?.constraints ?? (await gatherFacts(deps, organizationId)).constraints;
  const view =
    shown === null || made === null
      ? null
      : await views(deps.db, [organizationId, shown.id, heads.readiness[0], today].join("\n"), async () => {
          const readiness = await readReadiness(deps.db, organizationId, heads.readiness[0]);
          const standing = readiness === null ? null : new Set(readiness.blockers.map(({ id }) => id));
          return { plan: viewOf(made.plan), headline: headlineOf(made.plan, today, standing) };
        });
  return ok({
    plan:
      view === null || shown === null
        ? null
        : { ...view.plan, number: shown.number, proposed: shown.status === "proposed" },
    headline: view?.headline ?? null,
    waiting:
      proposed === undefined || offered === null
        ? null
        : { number: proposed.number, summary: offered.diff?.summary ?? offered.because },
    settings: constraints,
    settingsVersion: settings?.version ?? 0,
    pools: Object.fromEntries(deps.knowledge.interventions.pools.map((pool) => [pool.id, pool.title])),
    job,
    today,
    mayEdit: mayDo(actor.role, "plan:edit"),
  });
}
