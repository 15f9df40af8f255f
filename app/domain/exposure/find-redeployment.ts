import { exactly } from "../kernel/estimate.ts";
import type { Gates } from "../workforce/role.ts";
import type { Redeployment } from "./exposure-assessment.ts";
import type { Occupation, OccupationPack } from "./occupation-pack.ts";
import { type ScoreCache, scoreOccupation } from "./score-role.ts";

const mostPaths = 5;
/** A path counts when its exposure is lower by at least this. */
const worthwhile = 0.05;
const mostSkills = 4;
/** Levels (0..7) by which a skill has to rise before it is named. */
const noticeable = 0.4;

/** Related occupations that are less exposed, nearest in skills first. They are possibilities to look into, not advice to move. */
export function findRedeployment(
  from: Occupation,
  gates: Gates | undefined,
  pack: OccupationPack,
  cache: ScoreCache,
): readonly Redeployment[] {
  const own = scoreOccupation(from, gates, pack, cache).score.value;
  return from.related
    .flatMap(({ onet, tier }) => {
      const to = pack.byOnet.get(onet);
      if (to === undefined || !to.assessable) return [];
      const { score } = scoreOccupation(to, undefined, pack, cache);
      return score.value <= own - worthwhile ? [{ path: pathTo(from, to, score, pack), tier }] : [];
    })
    .sort(
      (a, b) =>
        a.tier - b.tier ||
        (a.path.skillDistance ?? 1) - (b.path.skillDistance ?? 1) ||
        (a.path.onet < b.path.onet ? -1 : 1),
    )
    .slice(0, mostPaths)
    .map(({ path }) => path);
}

function pathTo(from: Occupation, to: Occupation, score: Redeployment["score"], pack: OccupationPack): Redeployment {
  const before = from.pay?.[2] ?? null;
  const after = to.pay?.[2] ?? null;
  return {
    onet: to.onet,
    title: to.title,
    score: score.low === score.high ? exactly(score.value) : score,
    skillDistance: skillDistance(from, to),
    payChange: before === null || after === null ? null : after / before - 1,
    skillsToAdd: skillsToAdd(from, to, pack),
  };
}

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

function skillsToAdd(from: Occupation, to: Occupation, pack: OccupationPack): readonly string[] {
  if (from.skills === null || to.skills === null) return [];
  return to.skills
    .map((skill, at) => ({
      name: pack.skills[at] ?? "",
      gap: skill.level - (from.skills?.[at]?.level ?? 0),
      importance: skill.importance,
    }))
    .filter(({ gap }) => gap >= noticeable)
    .sort((a, b) => b.gap * b.importance - a.gap * a.importance)
    .slice(0, mostSkills)
    .map(({ name }) => name);
}
