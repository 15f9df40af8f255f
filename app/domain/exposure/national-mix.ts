import { estimateFromDraws, scaled } from "../kernel/estimate.ts";
import { totalHeadcount } from "../workforce/headcount.ts";
import { sharedLean, splitOf } from "./draw-occupation.ts";
import type { MixComparison } from "./exposure-assessment.ts";
import type { OccupationPack } from "./occupation-pack.ts";
import { exposureLevel, z80 } from "./score-role.ts";
import { type AssessedRole, byHours, drawnSum, weightedShares } from "./sum-exposure.ts";

/** Below this share of heads in occupations with a published employment, a comparison would be about other people. */
const leastCovered = 0.8;

/**
 * What the organization's score would be with as many people in each of its occupations as the nation has: the same roles,
 * the same scores, other weights, so that the difference is the mix of occupations and nothing else. A role counts as the
 * occupation it was recognised as first.
 */
export function compareMix(assessed: readonly AssessedRole[], pack: OccupationPack): MixComparison {
  const scored = assessed.filter(({ judgement }) => judgement.score !== null);
  const employment = employmentOf(pack);
  const socOf = ({ result }: AssessedRole) => result.match?.soc ?? "";
  const covered = scored.filter((role) => employment.has(socOf(role)));
  const heads = new Map<string, number>();
  for (const role of covered) heads.set(socOf(role), (heads.get(socOf(role)) ?? 0) + role.result.headcount);
  const all = totalHeadcount(scored.map(({ result }) => result));
  const share = all === 0 ? 0 : totalHeadcount(covered.map(({ result }) => result)) / all;
  const economy = economyScore(pack, employment);
  if (share < leastCovered)
    return { covered: share, occupations: heads.size, own: null, national: null, difference: null, economy };

  const factors = new Map(
    covered.map(({ result }) => {
      const soc = result.match?.soc ?? "";
      return [result.id, (result.hours * (employment.get(soc) ?? 0)) / (heads.get(soc) ?? 1)];
    }),
  );
  const byNation = (result: AssessedRole["result"]) => factors.get(result.id) ?? 0;
  const own = drawnSum(covered, "score", byHours);
  const national = drawnSum(covered, "score", byNation);
  const [ownHours, nationHours] = [byHours, byNation].map((weight) =>
    covered.reduce((sum, { result }) => sum + weight(result), 0),
  ) as [number, number];
  const differences = own.draws.map((value, at) => value / ownHours - (national.draws[at] ?? 0) / nationHours);
  return {
    covered: share,
    occupations: heads.size,
    own: weightedShares(covered, byHours)?.score ?? null,
    national: weightedShares(covered, byNation)?.score ?? null,
    difference: estimateFromDraws(
      differences,
      exposureLevel,
      own.expected / ownHours - national.expected / nationHours,
    ),
    economy,
  };
}

/** Employment is published by SOC code, which several O*NET occupations may share. */
function employmentOf(pack: OccupationPack): ReadonlyMap<string, number> {
  return new Map(
    pack.occupations.flatMap(({ soc, employment }) =>
      employment === null || employment === 0 ? [] : [[soc, employment] as const],
    ),
  );
}

/**
 * The average over all assessable occupations. Of the raters' errors, what is common to all occupations stays in full; what
 * is an occupation's own shrinks with its part of all employment.
 */
function economyScore(pack: OccupationPack, employment: ReadonlyMap<string, number>): MixComparison["economy"] {
  const assessable = pack.occupations.filter(({ assessable, soc }) => assessable && employment.has(soc));
  const sharing = new Map<string, number>();
  for (const { soc } of assessable) sharing.set(soc, (sharing.get(soc) ?? 0) + 1);
  let total = 0;
  let score = 0;
  let common = 0;
  let own = 0;
  for (const { soc, activities, raterSd } of assessable) {
    const people = (employment.get(soc) ?? 0) / (sharing.get(soc) ?? 1);
    const sd = pack.model.intervalScale * raterSd * people;
    total += people;
    common += sd * sharedLean;
    own += (sd * sharedLean) ** 2;
    for (const cell of activities) {
      const split = splitOf(cell, pack.model);
      score += people * cell.weight * (split.automatable + split.augmentable);
    }
  }
  if (total === 0) return null;
  const half = z80 * Math.sqrt(common ** 2 + own);
  return scaled({ value: score, low: Math.max(0, score - half), high: Math.min(total, score + half) }, 1 / total);
}
