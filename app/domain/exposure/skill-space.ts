import type { Occupation, OccupationPack } from "./occupation-pack.ts";

/** How far two occupations lie apart in skills, in words: against the distances of all pairs of occupations. */
export type Nearness = "near" | "some-way" | "far";

/** A skill that the new occupation asks for at a higher level. Levels run from 0 to 7. */
export type SkillGap = {
  readonly skill: string;
  readonly now: number;
  readonly needed: number;
  /** Of the skill in the new occupation, 1..5. */
  readonly importance: number;
};

/** Levels (0..7) by which a skill has to rise before it is named. */
const noticeable = 0.4;
/** Shares of all pairs that count as near, and as some way. */
const nearShare = 0.1;
const someWayShare = 1 / 3;
/** Distances are counted in so many steps between 0 and 1. */
const steps = 2000;
/** Every so-manieth occupation is a start of the pairs that are counted; the distribution does not change with it. */
const everyStart = 8;

/** Root mean square difference of levels, weighted by the importance of each skill in the new occupation, of the 7 levels. */
export function skillDistance(from: Occupation, to: Occupation): number | null {
  if (from.skills === null || to.skills === null) return null;
  let sum = 0;
  let weight = 0;
  to.skills.forEach((skill, at) => {
    sum += skill.importance * (skill.level - (from.skills?.[at]?.level ?? 0)) ** 2;
    weight += skill.importance;
  });
  return Math.sqrt(sum / weight) / 7;
}

/** Every skill that has to rise noticeably, what counts most first. Null when either was not surveyed. */
export function skillGaps(from: Occupation, to: Occupation, pack: OccupationPack): readonly SkillGap[] | null {
  if (from.skills === null || to.skills === null) return null;
  const size = ({ now, needed, importance }: SkillGap) => (needed - now) * importance;
  return to.skills
    .map(({ level, importance }, at) => ({
      skill: pack.skills[at] ?? "",
      now: from.skills?.[at]?.level ?? 0,
      needed: level,
      importance,
    }))
    .filter(({ now, needed }) => needed - now >= noticeable)
    .sort((a, b) => size(b) - size(a));
}

const cumulated = new WeakMap<OccupationPack, Float64Array>();

/** The share of all pairs of occupations that lie farther apart than this, 0..1: 1 for the nearest pair there is. */
export function shareFarther(distance: number, pack: OccupationPack): number {
  const below = cumulated.get(pack) ?? countPairs(pack);
  cumulated.set(pack, below);
  return 1 - (below[Math.min(steps - 1, Math.floor(distance * steps))] ?? 1);
}

export function nearnessOf(distance: number, pack: OccupationPack): Nearness {
  const nearer = 1 - shareFarther(distance, pack);
  if (nearer <= nearShare) return "near";
  return nearer <= someWayShare ? "some-way" : "far";
}

/** By step, the share of pairs that are nearer. Flat arrays: some 200,000 pairs of 35 skills. */
function countPairs(pack: OccupationPack): Float64Array {
  const surveyed = pack.occupations.flatMap(({ skills, assessable }) =>
    skills !== null && assessable ? [skills] : [],
  );
  const size = pack.skills.length;
  const levels = Float64Array.from(surveyed.flatMap((skills) => skills.map(({ level }) => level)));
  const weights = Float64Array.from(surveyed.flatMap((skills) => skills.map(({ importance }) => importance)));
  const totals = surveyed.map((skills) => skills.reduce((sum, { importance }) => sum + importance, 0));
  const counts = new Float64Array(steps);
  let pairs = 0;
  for (let from = 0; from < surveyed.length; from += everyStart) {
    for (let to = 0; to < surveyed.length; to++) {
      if (from === to) continue;
      let sum = 0;
      for (let skill = 0; skill < size; skill++) {
        const gap = (levels[to * size + skill] ?? 0) - (levels[from * size + skill] ?? 0);
        sum += (weights[to * size + skill] ?? 0) * gap * gap;
      }
      const distance = Math.sqrt(sum / (totals[to] ?? 1)) / 7;
      const step = Math.min(steps - 1, Math.floor(distance * steps));
      counts[step] = (counts[step] ?? 0) + 1;
      pairs += 1;
    }
  }
  let passed = 0;
  return counts.map((count) => {
    passed += count;
    return pairs === 0 ? 0 : passed / pairs;
  });
}
