import { dutyOn } from "#app/domain/compliance/state-of-duty.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { EffectSource } from "#app/domain/planning/intervention-pack.ts";
import type { Pin, PlanItem } from "#app/domain/planning/plan.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { findEarlierPlan, findPlanOf, findPlanSettings, listNewestPosteriors } from "#db/repositories/plans.server.ts";

export type PlanItemPage = {
  readonly item: PlanItem;
  readonly number: number;
  readonly currency: string;
  /** Null where the intervention has left the pack since. */
  readonly prior: { readonly mean: number; readonly sd: number; readonly basis: string } | null;
  readonly sources: readonly EffectSource[];
  readonly posterior: { readonly mean: number; readonly sd: number } | null;
  readonly modes: readonly { readonly id: string; readonly title: string }[];
  readonly requires: readonly { readonly id: string; readonly title: string; readonly finish: string }[];
  readonly unlocks: readonly { readonly id: string; readonly title: string; readonly start: string }[];
  /** The duties it serves by their titles. */
  readonly duties: readonly { readonly id: string; readonly title: string }[];
  readonly pools: Readonly<Record<string, string>>;
  readonly pin: Pin | null;
  readonly mayEdit: boolean;
};

/** One item of the plan in force (or of the proposal, or of the one before an impossible proposal), with the evidence behind its forecast. */
export async function loadPlanItem(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
  { item: id }: { readonly item: string },
): Promise<Result<PlanItemPage, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "plan:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const living =
    (await findPlanOf(deps.db, organizationId, "approved")) ?? (await findPlanOf(deps.db, organizationId, "proposed"));
  const version = living?.plan.status === "infeasible" ? await findEarlierPlan(deps.db, organizationId) : living;
  const item = version?.plan.items.find((one) => one.id === id);
  if (version === null || item === undefined) return fail({ kind: "not-found" });
  const [settings, posteriors] = await Promise.all([
    findPlanSettings(deps.db, organizationId),
    listNewestPosteriors(deps.db, organizationId),
  ]);

  const { interventions, sources, pools } = deps.knowledge.interventions;
  const intervention = interventions.find((one) => one.id === item.interventionId);
  const posterior = posteriors.find((one) => one.interventionId === item.interventionId)?.posterior;
  const { items } = version.plan;
  const laws = deps.knowledge.obligations.instruments.flatMap(({ obligations }) => obligations);
  const duties = new Map(laws.map((duty) => [duty.id, dutyOn(duty, item.forecast.statedOn).title]));
  return ok({
    item,
    number: version.number,
    currency: version.plan.currency,
    prior: intervention?.prior ?? null,
    sources: sources.filter((source) => intervention?.prior.sources.includes(source.id)),
    posterior: posterior === undefined ? null : { mean: posterior.mean, sd: posterior.sd },
    modes: (intervention?.modes ?? []).map((mode) => ({ id: mode.id, title: mode.title })),
    requires: items
      .filter((one) => item.requires.includes(one.id))
      .map(({ id: other, title, finish }) => ({ id: other, title, finish })),
    unlocks: items
      .filter((one) => one.requires.includes(id))
      .map(({ id: other, title, start }) => ({ id: other, title, start })),
    duties: item.serves.obligations.map((duty) => ({ id: duty, title: duties.get(duty) ?? duty })),
    pools: Object.fromEntries(pools.map((pool) => [pool.id, pool.title])),
    pin: settings?.settings.pins.find((one) => one.action === id) ?? null,
    mayEdit: mayDo(actor.role, "plan:edit"),
  });
}
