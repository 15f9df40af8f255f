import { exactly } from "../kernel/estimate.ts";
import { commonWork, usualCommonWork } from "./common-work.ts";
import type { Redeployment } from "./exposure-assessment.ts";
import type { Occupation, OccupationPack } from "./occupation-pack.ts";
import { type MixturePart, type Score, type ScoreCache, scoreOccupation } from "./score-role.ts";
import { type Nearness, nearnessOf, type SkillGap, shareFarther, skillDistance, skillGaps } from "./skill-space.ts";

/** Less exposed work that a person may look into, with what it would ask of them. */
export type WayForward = Redeployment & {
  /** `related`: O*NET lists it as related work. `near`: it does not, but much of the work is the same and the skills are near. */
  readonly relation: "related" | "near";
  /** Share of working time on the same activities, 0..1. */
  readonly inCommon: number;
  /** Chance, 0..1, that the other work is really less exposed: errors that both share cancel. */
  readonly lower: number;
  /** The 80 % interval of the difference lies above 0. */
  readonly clearlyLower: boolean;
  readonly nearness: Nearness | null;
  /** Skills to raise, what counts most first; null where they were not surveyed. */
  readonly gaps: readonly SkillGap[] | null;
  /** Job zones up (+) or down (-): steps of usual preparation. Null where not known. */
  readonly preparation: number | null;
  /** US median pay falls by more than the stated bound; such ways come after all others. */
  readonly paysLess: boolean;
};

const mostPaths = 5;
/** A path counts when its exposure is lower by at least this. */
const worthwhile = 0.05;
/** Candidates that are looked at closely, by draws. */
const mostDrawn = 8;
const mostSkills = 4;
/** Chance of being lower from which the difference stands out of an 80 % interval. */
const clear = 0.9;
/** An occupation that the title is this likely to be is no way on from it. */
const itself = 0.1;
/** Of the skill survey, where it is missing: no nearer and no farther than the middle of all pairs. */
const unknownNearness = 0.5;

/** What a role is taken for when ways on from it are sought. */
export type Start = { readonly mixture: readonly MixturePart[]; readonly score: Score };

/**
 * Less exposed work, best first, at most five: occupations that O*NET relates to the role's likeliest one, and others that are
 * near in skills and have much work in common with it. They are possibilities to look into, not advice to move. The order is
 * reach x gain: how near the skills are, how much of the work is the same, how much preparation it asks and whether pay falls,
 * times how much less is exposed and how sure that is. Work that pays less by more than the pack's bound comes after all that does
 * not, whatever else speaks for it, and work that O*NET does not relate counts for less. The new work counts without the role's circumstances.
 */
export function findWaysForward(start: Start, pack: OccupationPack, cache: ScoreCache): readonly WayForward[] {
  const from = start.mixture[0]?.occupation;
  if (from === undefined) return [];
  const own = start.score.score.value;
  const itselves = new Set(
    start.mixture.filter(({ share }) => share >= itself).map(({ occupation }) => occupation.onet),
  );
  const paysLess = (to: Occupation) => (payChangeOf(from, to) ?? 0) < -pack.model.lowerPay;
  return candidatesFrom(from, pack)
    .filter(({ to, expected }) => own - expected >= worthwhile && !itselves.has(to.onet))
    .map((candidate) => ({
      candidate,
      paysLess: paysLess(candidate.to),
      worth: candidate.reach * (own - candidate.expected),
    }))
    .sort(byWorth)
    .slice(0, mostDrawn)
    .map(({ candidate, paysLess, worth }) => {
      const path = { ...pathTo(from, candidate, start.score, pack, cache), paysLess };
      return { candidate, path, paysLess, worth: worth * path.lower };
    })
    .sort(inOrder)
    .slice(0, mostPaths)
    .map(({ path }) => path);
}

/** The same as it is kept in an assessment. */
export function findRedeployment(start: Start, pack: OccupationPack, cache: ScoreCache): readonly Redeployment[] {
  return findWaysForward(start, pack, cache).map(({ onet, title, score, skillDistance, payChange, skillsToAdd }) => ({
    onet,
    title,
    score,
    skillDistance,
    payChange,
    skillsToAdd,
  }));
}

type Candidate = {
  readonly to: Occupation;
  readonly relation: WayForward["relation"];
  readonly inCommon: number;
  readonly distance: number | null;
  readonly expected: number;
  readonly reach: number;
};

/** By the occupation they start from, which every role of that occupation shares. */
const known = new WeakMap<Occupation, readonly Candidate[]>();

/** Where an occupation could lead at all, whatever a role's circumstances. */
function candidatesFrom(from: Occupation, pack: OccupationPack): readonly Candidate[] {
  const before = known.get(from);
  if (before !== undefined) return before;
  const related = new Set(from.related.map(({ onet }) => onet));
  const found = pack.occupations.flatMap((to): Candidate[] => {
    if (!to.assessable || to.onet === from.onet) return [];
    const distance = skillDistance(from, to);
    const listed = related.has(to.onet);
    if (!listed && (distance === null || nearnessOf(distance, pack) !== "near")) return [];
    const inCommon = commonWork(from, to);
    if (!listed && inCommon < usualCommonWork(pack)) return [];
    const reach = reachOf(from, to, distance, inCommon, pack) * (listed ? 1 : pack.model.unlistedWay);
    return [
      { to, relation: listed ? "related" : "near", inCommon, distance, expected: expectedScore(to, pack), reach },
    ];
  });
  known.set(from, found);
  return found;
}

/** The expected score of an occupation without gates, for a first look; draws come later. */
function expectedScore({ activities }: Occupation, { model }: OccupationPack): number {
  return activities.reduce((sum, { weight, e1, e2 }) => sum + weight * (e1 + model.softwareWeight * e2), 0);
}

/**
 * How reachable work is, 0..1: the share of all pairs that lie farther apart in skills, times the share of time in common, over
 * the steps of preparation up, times what a fall leaves of the pay.
 */
function reachOf(
  from: Occupation,
  to: Occupation,
  distance: number | null,
  inCommon: number,
  pack: OccupationPack,
): number {
  const nearness = distance === null ? unknownNearness : shareFarther(distance, pack);
  const up = Math.max(0, preparationOf(from, to) ?? 0);
  return ((nearness * inCommon) / (1 + up)) * Math.min(1, 1 + (payChangeOf(from, to) ?? 0));
}

type Ranked = { readonly candidate: Candidate; readonly paysLess: boolean; readonly worth: number };

function byWorth(a: Ranked, b: Ranked): number {
  return b.worth - a.worth || (a.candidate.to.onet < b.candidate.to.onet ? -1 : 1);
}

function inOrder(a: Ranked, b: Ranked): number {
  return Number(a.paysLess) - Number(b.paysLess) || byWorth(a, b);
}

function preparationOf(from: Occupation, to: Occupation): number | null {
  return from.jobZone === null || to.jobZone === null ? null : to.jobZone - from.jobZone;
}

function payChangeOf(from: Occupation, to: Occupation): number | null {
  const before = from.pay?.[2] ?? null;
  const after = to.pay?.[2] ?? null;
  return before === null || after === null ? null : after / before - 1;
}

function pathTo(
  from: Occupation,
  { to, relation, inCommon, distance }: Candidate,
  own: Score,
  pack: OccupationPack,
  cache: ScoreCache,
): Omit<WayForward, "paysLess"> {
  const { score, draws } = scoreOccupation(to, undefined, pack, cache);
  const gaps = skillGaps(from, to, pack);
  const lower = chanceLower(draws, own.draws);
  return {
    onet: to.onet,
    title: to.title,
    score: score.low === score.high ? exactly(score.value) : score,
    skillDistance: distance,
    payChange: payChangeOf(from, to),
    skillsToAdd: (gaps ?? []).slice(0, mostSkills).map(({ skill }) => skill),
    relation,
    inCommon,
    lower,
    clearlyLower: lower >= clear,
    nearness: distance === null ? null : nearnessOf(distance, pack),
    gaps,
    preparation: preparationOf(from, to),
  };
}

/** The share of draws, pair by pair, in which the first is less exposed. Both share what raters lean alike. */
function chanceLower(of: Score["draws"], than: Score["draws"]): number {
  let lower = 0;
  const count = of.automatable.length;
  for (let at = 0; at < count; at++) {
    const first = (of.automatable[at] ?? 0) + (of.augmentable[at] ?? 0);
    if (first < (than.automatable[at] ?? 0) + (than.augmentable[at] ?? 0)) lower += 1;
  }
  return count === 0 ? 0 : lower / count;
}
