import { quantile } from "../kernel/estimate.ts";
import type { Occupation, OccupationPack } from "./occupation-pack.ts";

/** Every so-manieth occupation is a start of the pairs that are looked at. */
const everyStart = 8;

/** The share of working time, 0..1, that two occupations spend on the same activities. */
export function commonWork(from: Occupation, to: Occupation): number {
  return overlap(weightsOf(from), to);
}

function weightsOf({ activities }: Occupation): ReadonlyMap<number, number> {
  return new Map(activities.map(({ activity, weight }) => [activity, weight]));
}

function overlap(weights: ReadonlyMap<number, number>, { activities }: Occupation): number {
  return activities.reduce((sum, { activity, weight }) => sum + Math.min(weight, weights.get(activity) ?? 0), 0);
}

const usuals = new WeakMap<OccupationPack, number>();

/** What half of the pairs that O*NET relates have in common at least: less than this is other work, however near the skills. */
export function usualCommonWork(pack: OccupationPack): number {
  const before = usuals.get(pack);
  if (before !== undefined) return before;
  const shares = pack.occupations
    .filter(({ assessable }, at) => assessable && at % everyStart === 0)
    .flatMap((from) => {
      const weights = weightsOf(from);
      return from.related.flatMap(({ onet }) => {
        const to = pack.byOnet.get(onet);
        return to?.assessable === true ? [overlap(weights, to)] : [];
      });
    })
    .sort((a, b) => a - b);
  const usual = shares.length === 0 ? 0 : quantile(shares, 0.5);
  usuals.set(pack, usual);
  return usual;
}
