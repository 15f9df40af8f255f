import type { Evidence, Prior, Segment } from "./evidence.ts";

/** Standard deviations of the true effect between segments, and between the organizations of one segment. */
export type Spread = { readonly betweenOrganizations: number; readonly betweenSegments: number };

export type Belief = { readonly mean: number; readonly variance: number };

/** What measured outcomes say of an effect at its three heights. METHODS 6 in closed form. */
export type Hierarchy = {
  readonly prior: Prior;
  readonly spread: Spread;
  readonly overall: Belief;
  /** By `segmentKey`; a segment without outcomes is absent and believed as `overall` with the spread between segments. */
  readonly segments: ReadonlyMap<string, Belief & { readonly priorWeight: number }>;
  /** Share of the prior mean in the overall mean, 0..1. */
  readonly priorWeight: number;
  readonly organizations: number;
};

export function segmentKey({ sector, size }: Segment): string {
  return `${sector}\n${size}`;
}

/** One organization's outcomes as one: their precision-weighted mean and the precision of that mean. */
export type Summed = { readonly mean: number; readonly precision: number; readonly count: number };

/** Null when there are none. Adds in a fixed order, so that the order of outcomes cannot reach the last bit. */
export function sumUp(evidence: readonly Pick<Evidence, "effect" | "variance">[]): Summed | null {
  if (evidence.length === 0) return null;
  const ordered = [...evidence].sort((a, b) => a.effect - b.effect || a.variance - b.variance);
  let precision = 0;
  let sum = 0;
  for (const { effect, variance } of ordered) {
    precision += 1 / variance;
    sum += effect / variance;
  }
  return { mean: sum / precision, precision, count: ordered.length };
}

/** Organizations of each segment, summed up, both in the order of their names. */
export function bySegment(measured: readonly Evidence[]): ReadonlyMap<string, readonly Summed[]> {
  const groups = new Map<string, Map<string, Evidence[]>>();
  for (const each of measured) {
    const segment = segmentKey(each.segment);
    const organizations = groups.get(segment) ?? new Map<string, Evidence[]>();
    organizations.set(each.organization, [...(organizations.get(each.organization) ?? []), each]);
    groups.set(segment, organizations);
  }
  return new Map(
    inOrder(groups).map(([segment, organizations]) => [
      segment,
      inOrder(organizations).flatMap(([, own]) => sumUp(own) ?? []),
    ]),
  );
}

/**
 * mu ~ N(prior), z_s ~ N(mu, tau_s^2), theta_o ~ N(z_s, tau_o^2), and an organization's mean outcome ~ N(theta_o, 1/n_o).
 * l_o = 1/(1/n_o + tau_o^2), g_s = 1/(1/L_s + tau_s^2); the variance of mu is carried down to the segments.
 */
export function hierarchyOf(prior: Prior, measured: readonly Evidence[], spread: Spread): Hierarchy {
  const tauO = spread.betweenOrganizations ** 2;
  const tauS = spread.betweenSegments ** 2;
  const cells = [...bySegment(measured)].map(([key, organizations]) => ({ key, ...weigh(organizations, tauO) }));
  const priorPrecision = 1 / prior.sd ** 2;
  let precision = priorPrecision;
  let sum = prior.mean * priorPrecision;
  for (const { weight, mean } of cells) {
    const g = 1 / (1 / weight + tauS);
    precision += g;
    sum += g * mean;
  }
  const overall = { mean: sum / precision, variance: 1 / precision };
  const priorWeight = priorPrecision / precision;
  const segments = cells.map(({ key, weight, mean }) => {
    const total = weight + 1 / tauS;
    const share = 1 / tauS / total;
    const variance = 1 / total + share ** 2 * overall.variance;
    return [
      key,
      { mean: (1 - share) * mean + share * overall.mean, variance, priorWeight: share * priorWeight },
    ] as const;
  });
  const organizations = new Set(measured.map(({ organization }) => organization)).size;
  return { prior, spread, overall, segments: new Map(segments), priorWeight, organizations };
}

/** L_s and Y_s. */
function weigh(organizations: readonly Summed[], tauO: number): { readonly weight: number; readonly mean: number } {
  let weight = 0;
  let sum = 0;
  for (const { mean, precision } of organizations) {
    const l = 1 / (1 / precision + tauO);
    weight += l;
    sum += l * mean;
  }
  return { weight, mean: sum / weight };
}

/** The belief about the mean effect over organizations of a segment. */
export function beliefOfSegment(hierarchy: Hierarchy, segment: Segment): Belief & { readonly priorWeight: number } {
  const { overall, spread, priorWeight } = hierarchy;
  const unseen = { mean: overall.mean, variance: overall.variance + spread.betweenSegments ** 2, priorWeight };
  return hierarchy.segments.get(segmentKey(segment)) ?? unseen;
}

function inOrder<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
