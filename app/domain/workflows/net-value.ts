import { type Estimate, estimateFromDraws } from "#app/domain/kernel/estimate.ts";
import { betaDraw, normalDraw, type Random, randomFrom, seedFrom } from "#app/domain/kernel/random.ts";
import type { Bundle } from "./bundle.ts";
import type { WorkMode, WorkRules } from "./work-mode.ts";

/** What one mode would do to a bundle, a year. Intervals hold with 90 %. */
export type ModeValue = {
  /** q: share of items reviewed. */
  readonly reviewRate: number;
  /** Hours saved, net of handling, review and rework; below 0 when it costs more than it saves. */
  readonly saved: Estimate;
  /** The same as a share of the bundle's hours. */
  readonly share: Estimate;
  /** Hours' worth of errors that get through, against today; below 0 is better than today. */
  readonly lossChange: Estimate;
  /** Saved less the loss, in hours. */
  readonly net: Estimate;
};

const draws = 1_000;
const level = 0.9;

/**
 * Per item: saved = 1 - (a + q r + q k e w), loss change = C (e (1 - q k) - e_h), times the share of items that the mode takes and
 * the share of a saving that shows in the field. Seeded by bundle and mode, so the same facts give the same figures.
 */
export function valueOfMode(bundle: Bundle, mode: WorkMode, rules: WorkRules, reviewRate = mode.review): ModeValue {
  const random = randomFrom(seedFrom(`${bundle.id} ${mode.id}`));
  const cost = bundle.highErrorCost ? rules.errorCost.high : rules.errorCost.ordinary;
  const saved = new Float64Array(draws);
  const loss = new Float64Array(draws);
  const net = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    const taken = takenShare(bundle, mode, random);
    const realised = betaDraw(random, ...mode.realised);
    const a = positive(mode.assist, random);
    const r = positive(mode.reviewTime, random);
    const w = positive(mode.rework, random);
    const e = betaDraw(random, ...mode.errors);
    const k = betaDraw(random, ...rules.catchRate);
    const today = betaDraw(random, ...rules.humanErrors);
    const perItem = mode.covers === "none" ? 0 : 1 - (a + reviewRate * r + reviewRate * k * e * w);
    const lossPerItem = mode.covers === "none" ? 0 : cost * (e * (1 - reviewRate * k) - today);
    saved[draw] = bundle.hours * taken * realised * perItem;
    loss[draw] = bundle.hours * taken * realised * lossPerItem;
    net[draw] = (saved[draw] ?? 0) - (loss[draw] ?? 0);
  }
  const savedEstimate = estimateFromDraws(saved, level, mean(saved));
  const perHour = bundle.hours > 0 ? 1 / bundle.hours : 0;
  return {
    reviewRate,
    saved: savedEstimate,
    share: {
      value: savedEstimate.value * perHour,
      low: savedEstimate.low * perHour,
      high: savedEstimate.high * perHour,
    },
    lossChange: estimateFromDraws(loss, level, mean(loss)),
    net: estimateFromDraws(net, level, mean(net)),
  };
}

/** The review rate of a mode with the best net value; only `exceptions` leaves it open, from a tenth to all. */
export function bestReviewRate(bundle: Bundle, mode: WorkMode, rules: WorkRules): number {
  if (mode.id !== "exceptions") return mode.review;
  const rates = [0.1, 0.2, 0.35, 0.5, 0.75, 1];
  const values = rates.map((rate) => valueOfMode(bundle, mode, rules, rate).net.value);
  return rates[values.indexOf(Math.max(...values))] ?? mode.review;
}

/** The share of items that AI takes, drawn from the bundle's 80 % interval. */
function takenShare(bundle: Bundle, mode: WorkMode, random: Random): number {
  if (mode.covers === "none") return 0;
  const shares = mode.covers === "both" ? [bundle.automatable, bundle.augmentable] : [bundle.automatable];
  const drawn = shares.reduce(
    (sum, share) => sum + share.value + normalDraw(random) * ((share.high - share.low) / 2.563),
    0,
  );
  return Math.min(1, Math.max(0, drawn));
}

function positive([average, sd]: readonly [number, number], random: Random): number {
  return Math.max(0, average + sd * normalDraw(random));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
