import { estimate, quantile } from "#app/domain/kernel/estimate.ts";
import { normalDraw, type Random, randomFrom } from "#app/domain/kernel/random.ts";
import {
  differenceInDifferences,
  holm,
  pairedChange,
  pairedPermutation,
} from "#app/domain/visibility/compare-periods.ts";
import { clusterInterval, type Sums, wilson } from "#app/domain/visibility/rate.ts";
import { halfWidth95 } from "#app/domain/visibility/student.ts";
import type { Figure } from "./figures.ts";

const runs = 5;
const competitors = 5;

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

type World = { readonly prompts: number; readonly base: number; readonly spread: number };

/** A prompt's own chance around `base` on the logistic scale: its answers resemble each other. */
function chancesOf(random: Random, { prompts, base, spread }: World): number[] {
  return Array.from({ length: prompts }, () => logistic(base + spread * normalDraw(random)));
}

function aPeriod(random: Random, chances: readonly number[]): Sums[] {
  return chances.map((chance) => {
    let hit = 0;
    for (let run = 0; run < runs; run++) hit += Number(random() < chance);
    return { hit, of: runs };
  });
}

/** The mean chance over prompts, by Simpson's sum over the normal. */
function truthOf({ base, spread }: World): number {
  let total = 0;
  let weights = 0;
  for (let at = 0; at <= 4_000; at++) {
    const z = -8 + at / 250;
    const weight = Math.exp((-z * z) / 2);
    total += weight * logistic(base + spread * z);
    weights += weight;
  }
  return total / weights;
}

/** The interval of the first form, to compare with: prompts drawn with replacement, its percentiles. */
function percentileBootstrap(sums: readonly Sums[], random: Random) {
  const drawn = Float64Array.from({ length: 600 }, () => {
    let hit = 0;
    for (let pick = 0; pick < sums.length; pick++) hit += sums[Math.floor(random() * sums.length)]?.hit ?? 0;
    return hit / (sums.length * runs);
  }).sort();
  return estimate(quantile(drawn, 0.5), quantile(drawn, 0.025), quantile(drawn, 0.975));
}

type Coverage = { readonly ours: number; readonly bootstrap: number; readonly naive: number };

/** Share of worlds whose interval holds the truth: ours, the percentile bootstrap over prompts, and Wilson over runs as if apart. */
function coverage(world: World, worlds: number): Coverage {
  const truth = truthOf(world);
  const random = randomFrom(11);
  const held = { ours: 0, bootstrap: 0, naive: 0 };
  const within = ({ low, high }: { low: number; high: number }) => Number(low <= truth && truth <= high);
  for (let at = 0; at < worlds; at++) {
    const sums = aPeriod(random, chancesOf(random, world));
    const hits = sums.reduce((total, { hit }) => total + hit, 0);
    held.ours += within(clusterInterval(sums));
    held.naive += within(wilson(hits, sums.length * runs));
    held.bootstrap += within(percentileBootstrap(sums, random));
  }
  return { ours: held.ours / worlds, bootstrap: held.bootstrap / worlds, naive: held.naive / worlds };
}

function differencesOf(before: readonly Sums[], after: readonly Sums[]): number[] {
  return before.map(({ hit }, at) => ((after[at]?.hit ?? 0) - hit) / runs);
}

type Alarms = { readonly period: number; readonly naive: number; readonly intervals: number };

/**
 * Share of pairs of periods without a difference that are called different: by ours, and by a test of two shares over runs as if
 * apart. Between periods each prompt's chance wanders a little, as engines' indexes do.
 */
function falseAlarms(world: World, wander: number, worlds: number): Alarms {
  const random = randomFrom(13);
  const alarms = { period: 0, naive: 0, intervals: 0 };
  for (let at = 0; at < worlds; at++) {
    const base = Array.from({ length: world.prompts }, () => world.base + world.spread * normalDraw(random));
    const period = () =>
      aPeriod(
        random,
        base.map((one) => logistic(one + wander * normalDraw(random))),
      );
    const [before, after] = [period(), period()];
    const change = pairedChange(differencesOf(before, after));
    alarms.period += Number(change?.distinguishable);
    alarms.intervals += Number(change !== null && (change.estimate.low > 0 || change.estimate.high < 0));
    alarms.naive += Number(twoShares(before, after));
  }
  return { period: alarms.period / worlds, naive: alarms.naive / worlds, intervals: alarms.intervals / worlds };
}

function twoShares(before: readonly Sums[], after: readonly Sums[]): boolean {
  const n = before.length * runs;
  const [a, b] = [before, after].map((sums) => sums.reduce((total, { hit }) => total + hit, 0) / n) as [number, number];
  const pooled = (a + b) / 2;
  return Math.abs(a - b) > halfWidth95 * Math.sqrt((2 * pooled * (1 - pooled)) / n);
}

/** Share of worlds in which any of five names, all as often named as the brand, is called different. */
function familyAlarms(world: World, worlds: number): { readonly holm: number; readonly uncorrected: number } {
  const random = randomFrom(17);
  const alarms = { holm: 0, uncorrected: 0 };
  for (let at = 0; at < worlds; at++) {
    const own = aPeriod(random, chancesOf(random, world));
    const ps = Array.from({ length: competitors }, () =>
      pairedPermutation(differencesOf(own, aPeriod(random, chancesOf(random, world)))),
    );
    alarms.holm += Number(holm(ps).includes(true));
    alarms.uncorrected += Number(ps.some((p) => p <= 0.05));
  }
  return { holm: alarms.holm / worlds, uncorrected: alarms.uncorrected / worlds };
}

/** Share of experiments without an effect that are called one, while the engine moves everybody; and before/after alone there. */
function experimentAlarms(
  world: World,
  drift: number,
  worlds: number,
): { readonly beyond: number; readonly alone: number } {
  const random = randomFrom(19);
  const alarms = { beyond: 0, alone: 0 };
  for (let at = 0; at < worlds; at++) {
    const base = Array.from({ length: world.prompts }, () => world.base + world.spread * normalDraw(random));
    const before = aPeriod(random, base.map(logistic));
    const after = aPeriod(
      random,
      base.map((one) => logistic(one + drift)),
    );
    const differences = differencesOf(before, after);
    const half = world.prompts / 2;
    alarms.beyond += Number(
      differenceInDifferences(differences.slice(0, half), differences.slice(half))?.distinguishable,
    );
    alarms.alone += Number(pairedChange(differences.slice(0, half))?.distinguishable);
  }
  return { beyond: alarms.beyond / worlds, alone: alarms.alone / worlds };
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** Simulated probes, seeded: whether intervals hold what they say and tests cry no oftener than they say. */
export function probeFigures(full: boolean): readonly Figure[] {
  const worlds = full ? 4_000 : 1_000;
  const measured = (name: string, value: number | string, target: string): Figure => ({
    name,
    value: typeof value === "number" ? rounded(value) : value,
    target,
    basis: "measured",
  });
  const cases: readonly (readonly [string, World])[] = [
    ["27 prompts, often named", { prompts: 27, base: -0.5, spread: 1.5 }],
    ["27 prompts, rarely named", { prompts: 27, base: -2, spread: 1 }],
    ["20 prompts, often named", { prompts: 20, base: -0.5, spread: 1.5 }],
    ["20 prompts, runs nearly equal", { prompts: 20, base: -0.5, spread: 3 }],
  ];
  const covered = cases.flatMap(([name, world]) => {
    const { ours, bootstrap, naive } = coverage(world, worlds);
    return [
      measured(`coverage of 95 % intervals, ${name}`, ours, ".93-.97"),
      measured(
        `— beside it: percentile bootstrap over prompts / runs as if independent`,
        `${rounded(bootstrap)} / ${rounded(naive)}`,
        "contrast",
      ),
    ];
  });
  const often = { prompts: 27, base: -0.5, spread: 1.5 };
  const period = falseAlarms(often, 0.7, worlds);
  const family = familyAlarms(often, Math.round(worlds / 2));
  const experiment = experimentAlarms({ prompts: 20, base: -0.5, spread: 1 }, 0.6, worlds);
  return [
    ...covered,
    measured("false alarms of the period test at 5 %", period.period, ".04-.06"),
    measured("— of its interval, which holds 0 or not", period.intervals, ".04-.06"),
    measured("— beside it: two shares over runs as if independent", period.naive, "contrast"),
    measured("false alarms over five names, Holm", family.holm, "<= .06"),
    measured("— beside it: five tests uncorrected", family.uncorrected, "contrast"),
    measured("false alarms of an experiment against prompts held out", experiment.beyond, "<= .06"),
    measured("— beside it: before and after alone, while the engine moves", experiment.alone, "contrast"),
  ];
}
