import { type Estimate, estimate } from "#app/domain/kernel/estimate.ts";
import type { Evidence, Prior, Scope } from "./evidence.ts";
import { beliefOfSegment, type Hierarchy, hierarchyOf, type Spread, sumUp } from "./hierarchy.ts";
import { normalHalfWidth } from "./interval.ts";
import { type SelfReport, usualSelfReport } from "./self-report.ts";
import { usualSpread } from "./spread.ts";

export type EvidenceCount = {
  readonly ownMeasured: number;
  readonly ownReported: number;
  /** Measured outcomes of other organizations that agreed to share. */
  readonly pooledMeasured: number;
  readonly pooledOrganizations: number;
};

/** What is believed of an effect after the outcomes. */
export type Posterior = {
  readonly scope: Scope;
  readonly mean: number;
  readonly sd: number;
  /** 90 % interval of the effect. */
  readonly effect: Estimate;
  readonly evidence: EvidenceCount;
  /** 0..1: how much of the mean comes from outcomes rather than from the prior. */
  readonly weightOfEvidence: number;
  /** Standard deviations between segments and between organizations of a segment, as used, on the prior's scale. */
  readonly spread: Spread;
};

/** What was learnt over many effects, in units of a standard deviation. */
export type Learnt = { readonly spread: Spread; readonly selfReport: SelfReport };

export const nothingLearnt: Learnt = { spread: usualSpread, selfReport: usualSelfReport };

/** Predictive standard deviations of the prior beyond which an outcome is pulled in. */
const winsorisedAt = 2.5;

/**
 * The posterior of one effect from the outcomes that may be used for it (see `pool.ts`). Depends on the set of outcomes, not on their
 * order. Measured outcomes move every belief; reported ones move their own organization's only, with the bias taken off.
 */
export function posteriorOf(prior: Prior, evidence: readonly Evidence[], scope: Scope, learnt: Learnt): Posterior {
  const usable = usableFor(prior, evidence, learnt);
  const hierarchy = hierarchyFor(prior, usable, learnt);
  return posteriorIn(hierarchy, usable, scope, learnt);
}

/** The outcomes of this effect that weigh anything, each pulled in to where the prior can believe it. */
export function usableFor(prior: Prior, evidence: readonly Evidence[], learnt: Learnt): readonly Evidence[] {
  return evidence
    .filter(({ interventionId, variance }) => interventionId === prior.interventionId && hasWeight(variance))
    .map((each) => winsorise(each, prior, learnt.spread));
}

export function hasWeight(variance: number): boolean {
  return variance > 0 && Number.isFinite(variance);
}

/** The shared part of `posteriorOf`, for callers who ask for many organizations. */
export function hierarchyFor(prior: Prior, usable: readonly Evidence[], learnt: Learnt): Hierarchy {
  const measured = usable.filter(({ basis }) => basis === "measured");
  return hierarchyOf(prior, measured, onScale(learnt.spread, prior));
}

export function posteriorIn(
  hierarchy: Hierarchy,
  usable: readonly Evidence[],
  scope: Scope,
  learnt: Learnt,
): Posterior {
  const { prior, spread } = hierarchy;
  const segment = beliefOfSegment(hierarchy, scope.segment);
  const own = usable.filter(({ organization }) => organization === scope.organization);
  const measured = own.filter(({ basis }) => basis === "measured");
  const flagged = learnt.selfReport.flagged.has(scope.organization);
  const reported = flagged ? [] : own.filter(({ basis }) => basis === "reported");
  const pooled = usable.filter(
    ({ basis, organization }) => basis === "measured" && organization !== scope.organization,
  );
  const counts: EvidenceCount = {
    ownMeasured: measured.length,
    ownReported: reported.length,
    pooledMeasured: pooled.length,
    pooledOrganizations: new Set(pooled.map(({ organization }) => organization)).size,
  };
  if (scope.organization === "all")
    return told(scope, segment.mean, segment.variance, counts, segment.priorWeight, spread);
  const seen = sumUp([...measured, ...unbiased(reported, prior, learnt.selfReport)]);
  const between = 1 / spread.betweenOrganizations ** 2;
  const precision = (seen?.precision ?? 0) + between;
  const share = between / precision;
  const mean = (1 - share) * (seen?.mean ?? 0) + share * segment.mean;
  const variance = 1 / precision + share ** 2 * segment.variance;
  return told(scope, mean, variance, counts, share * segment.priorWeight, spread);
}

/** All reports of one source as one outcome: the bias is shared, so its uncertainty does not shrink with their number. */
function unbiased(reported: readonly Evidence[], prior: Prior, selfReport: SelfReport) {
  const summed = sumUp(reported);
  if (summed === null) return [];
  const variance = 1 / summed.precision + (selfReport.sd * prior.unit) ** 2;
  return [{ effect: summed.mean - selfReport.bias * prior.unit, variance }];
}

/** One outcome cannot pull further than 2.5 predictive standard deviations of the prior. */
export function winsorise(evidence: Evidence, prior: Prior, spread: Spread): Evidence {
  const { betweenOrganizations, betweenSegments } = onScale(spread, prior);
  const sd = Math.sqrt(prior.sd ** 2 + betweenSegments ** 2 + betweenOrganizations ** 2 + evidence.variance);
  const least = prior.mean - winsorisedAt * sd;
  const most = prior.mean + winsorisedAt * sd;
  return { ...evidence, effect: Math.min(most, Math.max(least, evidence.effect)) };
}

function onScale({ betweenOrganizations, betweenSegments }: Spread, { unit }: Prior): Spread {
  return { betweenOrganizations: betweenOrganizations * unit, betweenSegments: betweenSegments * unit };
}

function told(
  scope: Scope,
  mean: number,
  variance: number,
  evidence: EvidenceCount,
  priorWeight: number,
  spread: Spread,
): Posterior {
  const sd = Math.sqrt(variance);
  const effect = estimate(mean, mean - normalHalfWidth * sd, mean + normalHalfWidth * sd);
  return { scope, mean, sd, effect, evidence, weightOfEvidence: 1 - priorWeight, spread };
}
