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
import { findEarlierPlan, findPlanSettings } from "#db/repositories/plans.server.ts";
import { findResultHeads, livingPlan, readPlan, readReadiness } from "#db/repositories/results.server.ts";
import { gatherFacts } from "./gather-plan.server.ts";

export type PlanPage = {
  /** The plan in force, else the proposal, else (when that is impossible) the newest possible one before it, else null. */
  readonly plan: (PlanView & { readonly number: number; readonly proposed: boolean }) | null;
  /** The newest proposal, when what is mandatory does not fit; `inForce` says that the plan shown holds all the same. */
  readonly impossible: {
    readonly number: number;
    readonly conflicts: readonly string[];
    readonly inForce: boolean;
  } | null;
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
  const living = livingPlan(heads) ?? null;
  const proposed = heads.plans.find(({ status }) => status === "proposed");
  const offered = proposed === undefined ? null : await readPlan(deps.db, organizationId, proposed.id);
  const impossible = proposed !== undefined && offered?.plan.status === "infeasible";
  const inForce = living?.status === "approved";
  const shown = impossible && !inForce ? await findEarlierPlan(deps.db, organizationId) : living;
  const made = shown === null ? null : await readPlan(deps.db, organizationId, shown.id);

  const today = isoDateOf(deps.now());
  // Until somebody sets limits, what the plan was made under holds.
  const constraints =
    settings?.settings ?? (made ?? offered)?.constraints ?? (await gatherFacts(deps, organizationId)).constraints;
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
    impossible: impossible ? { number: proposed.number, conflicts: offered.plan.conflicts, inForce } : null,
    waiting:
      proposed === undefined || offered === null || impossible
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
