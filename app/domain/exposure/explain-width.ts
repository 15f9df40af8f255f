import type { Gates } from "../workforce/role.ts";
import type { Occupation, OccupationPack } from "./occupation-pack.ts";
import { type MixturePart, mergeCells, scoreCache, scoreMixture } from "./score-role.ts";

/** What an interval is wide from: which occupation the title is, how activities are labelled, which way raters lean, what activities weigh. */
export type WidthSource = "title" | "labels" | "raters" | "weights";

/** The interval as it would be if one source of doubt were settled. */
export type WidthPart = {
  readonly source: WidthSource;
  readonly low: number;
  readonly high: number;
  /** By how much narrower, as a share of the whole width; 0 where it makes no difference. */
  readonly narrower: number;
};

/** Enough to tell which source matters; the score itself is drawn with more. */
const draws = 200;

/**
 * Why an interval is as wide as it is: everything drawn again with one source switched off at a time, what matters most first.
 * Sources add up by squares and not by widths, so the parts do not sum to the whole.
 */
export function explainWidth(
  mixture: readonly MixturePart[],
  gates: Gates | undefined,
  pack: OccupationPack,
): readonly WidthPart[] {
  if (mixture.length === 0) return [];
  const model = { ...pack.model, draws: Math.min(draws, pack.model.draws) };
  const whole = rangeOf(mixture, gates, { ...pack, model });
  const width = whole.high - whole.low;
  const each = (change: (occupation: Occupation) => Occupation) =>
    mixture.map(({ occupation, share }) => ({ occupation: change(occupation), share }));
  const settled: readonly (readonly [WidthSource, readonly MixturePart[], OccupationPack["model"]])[] = [
    ...(mixture.length === 1 ? [] : [["title", [blended(mixture, pack)], model] as const]),
    ["labels", each(withoutLabelErrors), model],
    ["raters", each((occupation) => ({ ...occupation, raterSd: 0 })), model],
    ["weights", mixture, { ...model, weightSd: 0 }],
  ];
  return settled
    .map(([source, parts, changed]) => {
      const { low, high } = rangeOf(parts, gates, { ...pack, model: changed });
      return { source, low, high, narrower: width === 0 ? 0 : Math.max(0, 1 - (high - low) / width) };
    })
    .sort((a, b) => b.narrower - a.narrower);
}

function rangeOf(mixture: readonly MixturePart[], gates: Gates | undefined, pack: OccupationPack) {
  return scoreMixture(mixture, gates, pack, scoreCache()).score;
}

/** One occupation that is the average of a mixture: what a role is when its title leaves no doubt but its work is the same. */
function blended(mixture: readonly MixturePart[], pack: OccupationPack): MixturePart {
  const [first] = mixture;
  if (first === undefined) throw new RangeError("nothing to blend");
  const raterSd = mixture.reduce((sum, { occupation, share }) => sum + share * occupation.raterSd, 0);
  return { share: 1, occupation: { ...first.occupation, raterSd, activities: mergeCells(mixture, pack) } };
}

function withoutLabelErrors(occupation: Occupation): Occupation {
  const activities = occupation.activities.map((cell) => ({ ...cell, scoreSd: 0, automationSd: 0 }));
  return { ...occupation, activities };
}
