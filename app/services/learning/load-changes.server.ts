import type { EffectScale } from "#app/domain/kernel/forecast.ts";
import type { OutcomeId, PlanVersionId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { Drift } from "#app/domain/learning/drift.ts";
import type { EvidenceCount } from "#app/domain/learning/posterior.ts";
import type { RecommendationVerdict } from "#app/domain/learning/should-replan.ts";
import type { PlanDiff } from "#app/domain/planning/plan.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { type KeptOutcome, listOutcomes, listPosteriors } from "#db/repositories/outcomes.server.ts";
import {
  findPlanItem,
  findPlanVersionNumbered,
  listPlanVersions,
  type PlanVersionHead,
} from "#db/repositories/plans.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

/** A change of belief, and the plan version that it led to. */
export type ChangeCard = {
  readonly id: string;
  readonly at: number;
  readonly title: string;
  readonly scale: EffectScale | null;
  /** In the terms of the item's forecast, as `after` and the outcome. */
  readonly before: { readonly mean: number; readonly sd: number };
  readonly after: { readonly mean: number; readonly sd: number };
  readonly evidence: EvidenceCount;
  readonly weightOfEvidence: number;
  readonly replan: boolean;
  /** Whether the evidence is enough to recommend otherwise; null for beliefs from before that was asked. */
  readonly verdict: RecommendationVerdict | null;
  readonly drift: Drift["alarm"];
  /** The observed value at which the decision whether to plan again would have turned. */
  readonly flipsAt: number | null;
  readonly outcome: {
    readonly id: OutcomeId;
    readonly observed: number;
    readonly observedOn: IsoDate;
    readonly basis: KeptOutcome["basis"];
    readonly measure: string;
  } | null;
  readonly version: VersionCard | null;
};

export type VersionCard = {
  readonly id: PlanVersionId;
  readonly number: number;
  readonly status: PlanVersionHead["status"];
  readonly because: string;
  readonly diff: PlanDiff | null;
  readonly decidedBy: string | null;
  readonly decidedAt: number | null;
};

export type ChangesView = {
  readonly cards: readonly ChangeCard[];
  /** Versions that no outcome caused: a person asked for them. */
  readonly versions: readonly VersionCard[];
};

/** Cards shown on the page; older ones stand with the plan's versions. */
const shown = 30;

/** What changed and why, newest first. */
export async function loadChanges(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
): Promise<Result<ChangesView, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "plan:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const [beliefs, outcomes, heads] = await Promise.all([
    listPosteriors(deps.db, organizationId),
    listOutcomes(deps.db, organizationId),
    listPlanVersions(deps.db, organizationId),
  ]);
  const scales = new Map(
    deps.knowledge.interventions.interventions.map(({ id, scale, title }) => [id, { scale, title }]),
  );
  const cards = beliefs.slice(0, shown).map(async ({ id, interventionId, causedBy, createdAt, posterior }) => {
    const outcome = outcomes.find((each) => each.id === causedBy) ?? null;
    const head = heads.find((each) => each.causedBy === causedBy && causedBy !== null) ?? null;
    const item =
      outcome === null ? null : await findPlanItem(deps.db, organizationId, outcome.planVersionId, outcome.itemId);
    const intervention = scales.get(interventionId);
    const { evidence, weightOfEvidence, replan, flipsAt } = posterior;
    return {
      id,
      at: createdAt.getTime(),
      title: item?.title ?? intervention?.title ?? interventionId,
      scale: item?.forecast.scale ?? intervention?.scale ?? null,
      before: inItsTerms(posterior.before, posterior.ratio),
      after: inItsTerms(posterior, posterior.ratio),
      evidence,
      weightOfEvidence,
      replan,
      flipsAt,
      verdict: posterior.verdict ?? null,
      drift: posterior.drift?.alarm ?? null,
      outcome: outcome === null ? null : outcomeOf(outcome),
      version: head === null ? null : await versionCard(deps, actor, head),
    };
  });
  const asked = heads.filter(({ causedBy }) => causedBy === null).slice(0, 5);
  return ok({
    cards: await Promise.all(cards),
    versions: await Promise.all(asked.map((head) => versionCard(deps, actor, head))),
  });
}

function inItsTerms({ mean, sd }: { readonly mean: number; readonly sd: number }, ratio: number) {
  return { mean: mean / ratio, sd: Math.abs(sd / ratio) };
}

function outcomeOf({ id, observed, observedOn, basis, measure }: KeptOutcome): NonNullable<ChangeCard["outcome"]> {
  return { id, observed, observedOn, basis, measure };
}

async function versionCard(deps: Pick<Deps, "db">, actor: Actor, head: PlanVersionHead): Promise<VersionCard> {
  const version = await findPlanVersionNumbered(deps.db, actor.organizationId, head.number);
  const { id, number, status, because, decidedBy, decidedAt } = head;
  const decided = decidedAt === null ? null : decidedAt.getTime();
  return { id, number, status, because, diff: version?.diff ?? null, decidedBy, decidedAt: decided };
}
