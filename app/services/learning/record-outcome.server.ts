import type { EffectScale } from "#app/domain/kernel/forecast.ts";
import type { OutcomeId, PlanVersionId, PosteriorId } from "#app/domain/kernel/ids.ts";
import { type IsoDate, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { afterAlarm, type Drift, discounted, noDrift, watchDrift } from "#app/domain/learning/drift.ts";
import { type Evidence, evidenceFrom, forecastRatio } from "#app/domain/learning/evidence.ts";
import { inTermsOf, type ObservedFailure, observedIn, type Written } from "#app/domain/learning/observed.ts";
import { type Posterior, posteriorOf } from "#app/domain/learning/posterior.ts";
import {
  flippingValue,
  mayChangeRecommendation,
  type RecommendationVerdict,
  type ReplanReason,
  shouldReplan,
  usualPolicy,
} from "#app/domain/learning/should-replan.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import {
  findOutcome,
  insertOutcome,
  insertPosterior,
  type KeptPosterior,
  listPosteriors,
} from "#db/repositories/outcomes.server.ts";
import { findPlanItem, findPlanVersion } from "#db/repositories/plans.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { replan } from "../planning/replan.server.ts";
import { type Gathered, gatherEvidence } from "./gather-evidence.server.ts";

export type RecordOutcome = {
  readonly planVersionId: PlanVersionId;
  readonly itemId: string;
  /** In the terms of the item's forecast. */
  readonly observed: Written;
  readonly standardError: Written | null;
  readonly observedOn: IsoDate;
  readonly basis: "measured" | "reported";
  readonly note: string | null;
  /** The outcome that this one corrects. */
  readonly replaces: OutcomeId | null;
};

export type RecordedOutcome = {
  readonly outcomeId: OutcomeId;
  /** What is expected of the item before and after, in its own terms. */
  readonly expected: {
    readonly title: string;
    readonly measure: string;
    readonly before: number;
    readonly after: number;
    readonly scale: EffectScale;
  };
  readonly because: ReplanReason["kind"];
  /** Whether it is enough evidence for the plan to recommend otherwise, not only to expect otherwise. */
  readonly verdict: RecommendationVerdict;
  /** Outcomes have kept falling on one side of what was expected: a person is asked whether something has changed. */
  readonly drift: Drift["alarm"];
  /** The version that was proposed; null where the belief moved too little or nothing in the plan would change. */
  readonly replanned: PlanVersionId | null;
};

type Failure = { readonly kind: "forbidden" | "not-found" | "before-start" | "in-the-future" } | ObservedFailure;

/**
 * Keeps an outcome, moves the belief about its intervention, and proposes a new plan version where that moved enough. `also` is kept
 * with the outcome or not at all; what it throws takes both back.
 */
export async function recordOutcome(
  deps: Pick<Deps, "db" | "knowledge" | "compute" | "now" | "newId">,
  actor: Actor,
  command: RecordOutcome,
  also: (tx: Deps["db"], outcomeId: OutcomeId) => Promise<void> = async () => undefined,
): Promise<Result<RecordedOutcome, Failure>> {
  if (!mayDo(actor.role, "outcome:record")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const { planVersionId, itemId, observedOn, basis, note, replaces } = command;
  const [version, item, replaced, beliefs] = await Promise.all([
    findPlanVersion(deps.db, organizationId, planVersionId),
    findPlanItem(deps.db, organizationId, planVersionId, itemId),
    replaces === null ? null : findOutcome(deps.db, organizationId, replaces),
    listPosteriors(deps.db, organizationId),
  ]);
  if (version === null || item === null) return fail({ kind: "not-found" });
  if (replaces !== null && replaced?.itemId !== itemId) return fail({ kind: "not-found" });
  if (observedOn < item.start) return fail({ kind: "before-start" });
  if (observedOn > isoDateOf(deps.now())) return fail({ kind: "in-the-future" });
  const { title, forecast } = item;
  const { scale, measure } = forecast;
  const inTerms = observedIn(scale, command.observed);
  if (!inTerms.ok) return inTerms;
  const observed = inTerms.value;
  const error = command.standardError === null ? null : inTermsOf(scale, command.standardError);
  const standardError = error !== null && error > 0 ? error : null;
  const gathered = await gatherEvidence(deps, organizationId, item.interventionId, replaces);
  if (gathered === null) return fail({ kind: "not-found" });

  const { prior, scope } = gathered;
  const own = beliefs.filter(({ interventionId }) => interventionId === item.interventionId);
  const then = own.find(({ createdAt }) => createdAt <= version.createdAt)?.posterior.mean ?? prior.mean;
  const ratio = forecastRatio(prior, forecast, then);
  const seen = (value: number): Evidence =>
    evidenceFrom(prior, ratio, { observed: value, standardError, observedOn, basis }, scope);
  const last = own[0]?.posterior;
  const before = last ?? posteriorOf(prior, [], scope, gathered.learnt);
  const drift = driftAfter(last?.drift ?? noDrift, before, seen(observed), replaces !== null);
  const kept =
    drift.alarm === null
      ? gathered.evidence
      : gathered.evidence.map((each) => ({ ...each, variance: discounted(each.variance, 1) }));
  const believe = (value: number) => beliefAfter(gathered, [...kept, seen(value)]);
  const after = believe(observed);
  const shift = shouldReplan(before, after, usualPolicy);
  const rested = last === undefined ? { mean: prior.mean, sd: prior.sd } : (last.restsOn ?? last);
  const verdict = mayChangeRecommendation(rested, after, prior.unit, usualPolicy);
  const { mean, sd } = verdict.change ? after : rested;
  const flipsAt = flippingValue((value) => believe(value).mean, before, observed, usualPolicy);

  const outcomeId = deps.newId() as OutcomeId;
  const at = deps.now();
  const { effect, variance } = seen(observed);
  const belief: KeptPosterior = {
    id: deps.newId() as PosteriorId,
    interventionId: item.interventionId,
    causedBy: outcomeId,
    createdAt: at,
    posterior: {
      ...after,
      before: { mean: before.mean, sd: before.sd },
      ratio,
      flipsAt,
      replan: shift.replan,
      restsOn: { mean, sd },
      verdict,
      drift,
    },
  };
  await deps.db.transaction(async (tx) => {
    await insertOutcome(tx, {
      ...{ id: outcomeId, organizationId, planVersionId, itemId, interventionId: item.interventionId },
      ...{ measure, observed, standardError, observedOn, basis, note, replaces },
      ...{ effect, variance, createdAt: at, createdBy: actor.userId },
    });
    await insertPosterior(tx, organizationId, belief);
    await also(tx, outcomeId);
    await record(tx, actor, {
      action: "outcome.record",
      subject: `outcome:${outcomeId}`,
      before: { mean: before.mean, sd: before.sd },
      after: {
        itemId,
        observed,
        basis,
        observedOn,
        mean: after.mean,
        sd: after.sd,
        replan: shift.replan,
        drift: drift.alarm,
      },
      at,
    });
  });
  const expected = { title, measure, before: before.mean / ratio, after: after.mean / ratio, scale };
  const told = { outcomeId, expected, because: shift.because.kind, verdict, drift: drift.alarm };
  if (!shift.replan && !verdict.change) return ok({ ...told, replanned: null });
  const because = `An outcome of “${title}” changed what is expected of it`;
  const replanned = await replan(deps, { organizationId, because, causedBy: outcomeId });
  return ok({ ...told, replanned: replanned.ok ? replanned.value : null });
}

function beliefAfter({ prior, scope, learnt }: Gathered, evidence: readonly Evidence[]): Posterior {
  return posteriorOf(prior, evidence, scope, learnt);
}

/** Measured outcomes are watched; a report is hopeful anyway, and a correction says nothing new about the world. */
function driftAfter(
  before: Drift,
  expected: { readonly mean: number; readonly sd: number },
  { effect, variance, basis }: Evidence,
  corrects: boolean,
): Drift {
  if (basis === "reported" || corrects) return afterAlarm(before);
  return watchDrift(before, (effect - expected.mean) / Math.hypot(expected.sd, Math.sqrt(variance)));
}
