import { type Estimate, estimate, estimateFromDraws, exactly } from "../kernel/estimate.ts";
import { randomFrom, seedFrom } from "../kernel/random.ts";
import type { Gates } from "../workforce/role.ts";
import { activeGates, applyGates } from "./apply-gates.ts";
import { blendEvidence } from "./blend-evidence.ts";
import { type Draws, drawOccupation, splitOf } from "./draw-occupation.ts";
import type { ExplainedActivity, Shares, WouldChange } from "./exposure-assessment.ts";
import { type Occupation, type OccupationActivity, type OccupationPack, unrecognised } from "./occupation-pack.ts";

/** The level of every interval of this engine. */
export const exposureLevel = 0.8;

/** An occupation a role may be, with its share of belief; the shares of a mixture sum to 1. */
export type MixturePart = { readonly occupation: Occupation; readonly share: number };

/** A scored mixture of occupations: estimates for the page, draws for totals. */
export type Score = Shares & {
  readonly score: Estimate;
  readonly today: Estimate;
  readonly raterSd: number;
  readonly draws: Draws;
};

/** Remembers draws and scores of single occupations while one assessment runs: roles share them. */
export type ScoreCache = { readonly draws: Map<string, Draws>; readonly scores: Map<string, Score> };

export function scoreCache(): ScoreCache {
  return { draws: new Map(), scores: new Map() };
}

/** Scores one occupation as it is published (or with stated tasks), once for each set of gates. */
export function scoreOccupation(
  occupation: Occupation,
  gates: Gates | undefined,
  pack: OccupationPack,
  cache: ScoreCache,
): Score {
  const key = keyOf(occupation, gates);
  const score = cache.scores.get(key) ?? scoreMixture([{ occupation, share: 1 }], gates, pack, cache);
  cache.scores.set(key, score);
  return score;
}

function keyOf(occupation: Occupation, gates: Gates | undefined): string {
  return `${occupation.onet} ${occupation.variant ?? ""} ${activeGates(gates).join(" ")}`;
}

/**
 * Scores a role from the occupations it may be. The value is the expectation, the interval the central 80 % of seeded draws
 * over which occupation it is, how its tasks are labelled and what they weigh.
 */
export function scoreMixture(
  mixture: readonly MixturePart[],
  gates: Gates | undefined,
  pack: OccupationPack,
  cache: ScoreCache,
): Score {
  const draws = mixDraws(mixture, gates, pack, cache);
  const cells = mergeCells(mixture, pack);
  let automatable = 0;
  let augmentable = 0;
  let today = 0;
  for (const cell of cells) {
    const split = applyGates(splitOf(cell, pack.model), gates, pack.model.gates);
    const score = cell.e1 + pack.model.softwareWeight * cell.e2;
    automatable += cell.weight * split.automatable;
    augmentable += cell.weight * split.augmentable;
    today += score === 0 ? 0 : (cell.weight * (split.automatable + split.augmentable) * cell.e1) / score;
  }
  const sums = draws.automatable.map((value, at) => value + (draws.augmentable[at] ?? 0));
  const score = estimateFromDraws(sums, exposureLevel, automatable + augmentable);
  return {
    automatable: estimateFromDraws(draws.automatable, exposureLevel, automatable),
    augmentable: estimateFromDraws(draws.augmentable, exposureLevel, augmentable),
    human: estimate(1 - score.value, 1 - score.high, 1 - score.low),
    score,
    today: estimateFromDraws(draws.today, exposureLevel, today),
    raterSd: mixture.reduce((sum, { occupation, share }) => sum + share * occupation.raterSd, 0),
    draws,
  };
}

/** What is known when nothing is: every split is possible. */
export const unknownShares: Shares & { readonly score: Estimate; readonly today: Estimate } = {
  automatable: { value: 1 / 3, low: 0, high: 1 },
  augmentable: { value: 1 / 3, low: 0, high: 1 },
  human: { value: 1 / 3, low: 0, high: 1 },
  score: { value: 2 / 3, low: 0, high: 1 },
  today: { value: 1 / 3, low: 0, high: 1 },
};

/** Each draw takes one of the occupations, in proportion; the choice is seeded by what is mixed, not by who asks. */
function mixDraws(
  mixture: readonly MixturePart[],
  gates: Gates | undefined,
  pack: OccupationPack,
  cache: ScoreCache,
): Draws {
  const parts = mixture.map(({ occupation }) => {
    const key = keyOf(occupation, gates);
    const draws = cache.draws.get(key) ?? drawOccupation(occupation, gates, pack);
    cache.draws.set(key, draws);
    return draws;
  });
  const [first] = parts;
  if (first === undefined) throw new RangeError("a role without occupations has no score");
  if (parts.length === 1) return first;
  const random = randomFrom(
    seedFrom(
      mixture
        .map(({ occupation, share }) => `${occupation.onet} ${occupation.variant ?? ""} ${share.toFixed(4)}`)
        .join(" "),
    ),
  );
  const size = first.today.length;
  const mixed = {
    automatable: new Float64Array(size),
    augmentable: new Float64Array(size),
    today: new Float64Array(size),
  };
  for (let draw = 0; draw < size; draw++) {
    let left = random();
    const at = mixture.findIndex(({ share }) => {
      left -= share;
      return left < 0;
    });
    const chosen = parts[at < 0 ? 0 : at] ?? first;
    mixed.automatable[draw] = chosen.automatable[draw] ?? 0;
    mixed.augmentable[draw] = chosen.augmentable[draw] ?? 0;
    mixed.today[draw] = chosen.today[draw] ?? 0;
  }
  return mixed;
}

/** The activities of a mixture: weights averaged by belief, figures by belief x weight, automation by what is exposed. */
export function mergeCells(mixture: readonly MixturePart[], pack: OccupationPack): readonly OccupationActivity[] {
  const [only] = mixture;
  if (mixture.length === 1 && only !== undefined) return only.occupation.activities;
  const merged = new Map<number, OccupationActivity>();
  for (const { occupation, share } of mixture) {
    for (const cell of occupation.activities) {
      const before = merged.get(cell.activity);
      const scaled = { ...cell, weight: cell.weight * share };
      merged.set(cell.activity, before === undefined ? scaled : blend(before, scaled, pack));
    }
  }
  return [...merged.values()];
}

function blend(left: OccupationActivity, right: OccupationActivity, pack: OccupationPack): OccupationActivity {
  const weight = left.weight + right.weight;
  const part = weight === 0 ? 0.5 : right.weight / weight;
  const exposed = (cell: OccupationActivity) => cell.weight * (cell.e1 + pack.model.softwareWeight * cell.e2);
  const total = exposed(left) + exposed(right);
  const automationPart = total === 0 ? 0.5 : exposed(right) / total;
  const between = (a: number, b: number, share: number) => a + share * (b - a);
  return {
    activity: left.activity,
    weight,
    e1: between(left.e1, right.e1, part),
    e2: between(left.e2, right.e2, part),
    automation: between(left.automation, right.automation, automationPart),
    scoreSd: between(left.scoreSd, right.scoreSd, part),
    automationSd: between(left.automationSd, right.automationSd, automationPart),
    sources: [...new Set([...left.sources, ...right.sources])],
    tasks: left.tasks + right.tasks,
    evidence: blendEvidence(left.evidence, right.evidence, part),
  };
}

/** Normal quantile of a central 80 % interval. */
export const z80 = 1.2816;

/** Every activity of a mixture with gated shares and what it rests on, heaviest contribution first. */
export function activitiesOf(
  mixture: readonly MixturePart[],
  gates: Gates | undefined,
  pack: OccupationPack,
): readonly ExplainedActivity[] {
  const { model } = pack;
  return mergeCells(mixture, pack)
    .map((cell) => {
      const split = applyGates(splitOf(cell, model), gates, model.gates);
      const score = split.automatable + split.augmentable;
      const raw = cell.e1 + model.softwareWeight * cell.e2;
      const spread = z80 * model.intervalScale * cell.scoreSd * (raw === 0 ? 1 : score / raw);
      const automation = score === 0 ? cell.automation : split.automatable / score;
      const automationSpread = z80 * cell.automationSd * score;
      const band = (value: number, half: number) =>
        estimate(value, Math.max(0, value - half), Math.min(1, value + half));
      return {
        activity: (pack.activities[cell.activity] ?? unrecognised).id,
        label: (pack.activities[cell.activity] ?? unrecognised).label,
        weight: cell.weight,
        score: spread === 0 ? exactly(score) : band(score, spread),
        automatable: band(split.automatable, spread * automation + automationSpread),
        augmentable: band(split.augmentable, spread * (1 - automation) + automationSpread),
        human: band(1 - score, spread),
        sources: cell.sources,
        tasks: cell.tasks,
        wouldChange: wouldChange(cell),
        evidence: cell.evidence,
        believed: raw,
        contribution: cell.weight * score,
      };
    })
    .sort((a, b) => b.contribution - a.contribution || (a.activity < b.activity ? -1 : 1));
}

/** Raters whose scores lie further apart than this disagree about what an activity is. */
const widelyApart = 0.25;

function spreadOf({ evidence }: OccupationActivity): number {
  const scores = evidence.raters.map(({ score }) => score);
  return scores.length === 0 ? 0 : Math.max(...scores) - Math.min(...scores);
}

function wouldChange(cell: OccupationActivity): WouldChange {
  if (cell.tasks === 0 || cell.sources.includes("backed-off")) return "own-labels";
  if (spreadOf(cell) > widelyApart) return "rater-agreement";
  return cell.sources.includes("observed-use") ? "stated-time-share" : "observed-use";
}
