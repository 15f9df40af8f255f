import { type Estimate, estimateFromDraws, scaled } from "#app/domain/kernel/estimate.ts";
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

/** One draw of everything that is believed of a mode, whatever the bundle. */
type ModeDraw = {
  /** Standard normal draws for the two shares that the mode takes. */
  readonly shares: readonly [number, number];
  readonly realised: number;
  readonly handling: number;
  readonly reviewTime: number;
  readonly rework: number;
  readonly errors: number;
  readonly caught: number;
  readonly today: number;
};

/** Draws are the same for every bundle, so they are made once for each mode of a pack. */
const drawn = new WeakMap<WorkRules, Map<WorkMode, readonly ModeDraw[]>>();

function drawsOf(mode: WorkMode, rules: WorkRules): readonly ModeDraw[] {
  const known = drawn.get(rules) ?? new Map<WorkMode, readonly ModeDraw[]>();
  drawn.set(rules, known);
  const before = known.get(mode);
  if (before !== undefined) return before;
  const random = randomFrom(seedFrom(mode.id));
  const made = Array.from({ length: draws }, () => ({
    shares: [normalDraw(random), normalDraw(random)] as const,
    realised: betaDraw(random, ...mode.realised),
    handling: positive(mode.assist, random),
    reviewTime: positive(mode.reviewTime, random),
    rework: positive(mode.rework, random),
    errors: betaDraw(random, ...mode.errors),
    caught: betaDraw(random, ...rules.catchRate),
    today: betaDraw(random, ...rules.humanErrors),
  }));
  known.set(mode, made);
  return made;
}

/**
 * Per item: saved = 1 - (a + q r + q k e w), loss change = C (e (1 - q k) - e_h), times the share of items that the mode takes and
 * the share of a saving that shows in the field. Draws are seeded by the mode, so the same facts give the same figures.
 */
export function valueOfMode(bundle: Bundle, mode: WorkMode, rules: WorkRules, reviewRate = mode.review): ModeValue {
  const cost = bundle.highErrorCost ? rules.errorCost.high : rules.errorCost.ordinary;
  const q = mode.covers === "none" ? 0 : reviewRate;
  const made = drawsOf(mode, rules);
  const saved = new Float64Array(draws);
  const loss = new Float64Array(draws);
  const net = new Float64Array(draws);
  for (const [at, draw] of made.entries()) {
    const hours = bundle.hours * takenShare(bundle, mode, draw) * draw.realised;
    const { handling: a, reviewTime: r, rework: w, errors: e, caught: k, today } = draw;
    const savedHours = hours * (1 - (a + q * r + q * k * e * w));
    const lostHours = hours * cost * (e * (1 - q * k) - today);
    saved[at] = savedHours;
    loss[at] = lostHours;
    net[at] = savedHours - lostHours;
  }
  const savedEstimate = estimateFromDraws(saved, level, mean(saved));
  return {
    reviewRate,
    saved: savedEstimate,
    share: scaled(savedEstimate, bundle.hours > 0 ? 1 / bundle.hours : 0),
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
function takenShare(bundle: Bundle, mode: WorkMode, { shares: [first, second] }: ModeDraw): number {
  if (mode.covers === "none") return 0;
  const spread = ({ value, low, high }: Estimate, draw: number) => value + (draw * (high - low)) / 2.563;
  const both = mode.covers === "both" ? spread(bundle.augmentable, second) : 0;
  return Math.min(1, Math.max(0, spread(bundle.automatable, first) + both));
}

function positive([average, sd]: readonly [number, number], random: Random): number {
  return Math.max(0, average + sd * normalDraw(random));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
