import type { Baseline } from "./compare-variants.ts";
import { foldCount, foldOf } from "./folds.ts";
import { skillNames } from "./occupation-facts.ts";
import { spearman } from "./rank.ts";

type Skills = ReadonlyMap<string, readonly (readonly [number, number])[] | null>;

/** Skills of reading, reasoning and software, against skills of the hand: the pairs a published rule of thumb would try. */
const plus = ["2.A.1.a", "2.A.1.c", "2.A.1.e", "2.A.2.a", "2.B.3.e"];
const minus = ["2.B.3.h", "2.B.3.g", "2.B.3.j", "2.B.3.l"];

export type TwoSkillRule = { readonly baseline: Baseline; readonly plus: string; readonly minus: string };

/**
 * The trivial rule: level of one skill less that of another. In each fold the pair is the one that agrees best with the
 * human scores of the other folds; the pair of all folds together is used elsewhere. Occupations without a survey have none.
 */
export function twoSkillRule(
  occupations: readonly string[],
  skills: Skills,
  human: ReadonlyMap<string, number>,
): TwoSkillRule {
  const order = Object.keys(skillNames);
  const pairs = plus.flatMap((more) => minus.map((less) => ({ more, less })));
  const scoreBy = ({ more, less }: (typeof pairs)[number], onet: string) => {
    const levels = skills.get(onet);
    return levels === null || levels === undefined
      ? Number.NaN
      : (levels[order.indexOf(more)]?.[0] ?? 0) - (levels[order.indexOf(less)]?.[0] ?? 0);
  };
  const surveyed = occupations.filter((onet) => (skills.get(onet) ?? null) !== null && human.has(onet));
  const best = (training: readonly string[]) =>
    pairs
      .map((pair) => ({
        pair,
        rank: spearman(
          training.map((onet) => scoreBy(pair, onet)),
          training.map((onet) => human.get(onet) ?? 0),
        ),
      }))
      .reduce((top, next) => (next.rank > top.rank ? next : top)).pair;
  const byFold = Array.from({ length: foldCount }, (_, fold) => best(surveyed.filter((onet) => foldOf(onet) !== fold)));
  const overall = best(surveyed);
  return {
    plus: skillNames[overall.more] ?? overall.more,
    minus: skillNames[overall.less] ?? overall.less,
    baseline: {
      name: "two-skill rule",
      scores: {
        withheld: occupations.map((onet) => scoreBy(byFold[foldOf(onet)] ?? overall, onet)),
        full: occupations.map((onet) => scoreBy(overall, onet)),
      },
    },
  };
}
