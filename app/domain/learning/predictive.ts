import { type Estimate, estimate } from "#app/domain/kernel/estimate.ts";
import type { Segment } from "./evidence.ts";
import { beliefOfSegment, type Hierarchy } from "./hierarchy.ts";
import { normalHalfWidth, studentHalfWidth } from "./interval.ts";
import type { Posterior } from "./posterior.ts";

/** Organizations that the usual spread is worth when the degrees of freedom are counted. */
const assumedOrganizations = 8;

/** 90 % interval of the next outcome of an organization with noise variance `noise`. */
export function predictOutcome({ mean, sd }: Pick<Posterior, "mean" | "sd">, noise: number): Estimate {
  const half = normalHalfWidth * Math.sqrt(sd ** 2 + noise);
  return estimate(mean, mean - half, mean + half);
}

/**
 * 90 % interval of the first outcome of an organization not seen before: M +- t_(k-2) sqrt(tau^2 + Var + v), with k the
 * organizations seen plus those that the assumed spread is worth.
 */
export function predictNewOrganization(hierarchy: Hierarchy, segment: Segment, noise: number): Estimate {
  const { mean, variance } = beliefOfSegment(hierarchy, segment);
  const sd = Math.sqrt(hierarchy.spread.betweenOrganizations ** 2 + variance + noise);
  const half = studentHalfWidth(hierarchy.organizations + assumedOrganizations - 2) * sd;
  return estimate(mean, mean - half, mean + half);
}
