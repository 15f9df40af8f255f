import { normalShare } from "#app/domain/kernel/normal.ts";
import type { Posterior } from "./posterior.ts";

export type ReplanPolicy = {
  /** Least change of the mean, in standard deviations of the earlier belief, that is worth a new plan. */
  readonly leastShift: number;
  /** A change of a recommendation needs this probability of being better by the minimum useful effect. */
  readonly sureness: number;
  readonly ownOutcomes: number;
  readonly pooledOutcomes: number;
  /** Standard deviations of the outcome that a difference must have to matter. */
  readonly leastUseful: number;
};

export const usualPolicy: ReplanPolicy = {
  leastShift: 0.25,
  sureness: 0.9,
  ownOutcomes: 3,
  pooledOutcomes: 8,
  leastUseful: 0.1,
};

export type ReplanVerdict = { readonly replan: boolean; readonly because: ReplanReason };

export type ReplanReason =
  | { readonly kind: "shifted"; readonly from: number; readonly to: number; readonly shift: number }
  | { readonly kind: "too-small-a-shift"; readonly from: number; readonly to: number; readonly shift: number };

/** Whether a belief moved enough to compute the plan again. A smaller shift is kept and waits for more; the plan stays calm. */
export function shouldReplan(
  before: Pick<Posterior, "mean" | "sd">,
  after: Pick<Posterior, "mean">,
  policy: ReplanPolicy,
): ReplanVerdict {
  const shift = Math.abs(after.mean - before.mean) / before.sd;
  const moved = { from: before.mean, to: after.mean, shift };
  const replan = shift >= policy.leastShift;
  return { replan, because: { kind: replan ? "shifted" : "too-small-a-shift", ...moved } };
}

export type RecommendationVerdict =
  | { readonly change: true; readonly sureness: number }
  | { readonly change: false; readonly because: "not-enough-outcomes" | "not-sure-enough"; readonly sureness: number };

/** A belief that decisions rest on. */
export type RestingOn = Pick<Posterior, "mean" | "sd">;

/**
 * Whether a recommendation may rest on what is believed now in place of `restsOn`: P(better, or worse, by `leastUseful` standard
 * deviations of the outcome) >= .9, and at least three own or eight pooled measured outcomes. Otherwise: not enough evidence yet.
 */
export function mayChangeRecommendation(
  restsOn: RestingOn,
  now: Pick<Posterior, "mean" | "sd" | "evidence">,
  unit: number,
  policy: ReplanPolicy,
): RecommendationVerdict {
  const beyond = Math.abs(now.mean - restsOn.mean) - policy.leastUseful * unit;
  const sureness = normalShare(beyond / now.sd);
  const { ownMeasured, ownReported, pooledMeasured } = now.evidence;
  const enough = ownMeasured + ownReported >= policy.ownOutcomes || pooledMeasured >= policy.pooledOutcomes;
  if (!enough) return { change: false, because: "not-enough-outcomes", sureness };
  return sureness >= policy.sureness
    ? { change: true, sureness }
    : { change: false, because: "not-sure-enough", sureness };
}

/**
 * The observed value at which the verdict would have turned: the smallest change of the outcome that flips it, or null where
 * no value does. `believe` is the mean that an observed value would lead to; it rises evenly over the values that count.
 */
export function flippingValue(
  believe: (observed: number) => number,
  before: Pick<Posterior, "mean" | "sd">,
  observed: number,
  policy: ReplanPolicy,
): number | null {
  const slope = believe(observed + 0.5) - believe(observed - 0.5);
  if (Math.abs(slope) < 1e-9) return null;
  const edges = [-1, 1].map((side) => {
    const wanted = before.mean + side * policy.leastShift * before.sd;
    return observed + (wanted - believe(observed)) / slope;
  });
  const [nearest] = edges.sort((a, b) => Math.abs(a - observed) - Math.abs(b - observed));
  return nearest ?? null;
}
