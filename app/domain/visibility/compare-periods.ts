import { type Estimate, estimate, quantile } from "../kernel/estimate.ts";
import { type Random, randomFrom, seedFrom } from "../kernel/random.ts";
import { halfWidth95, power80, studentAt } from "./student.ts";

const draws = 4_000;
const tail = 0.025;

/** A change with its 95 % interval and the p of no change. `distinguishable` is what may be said aloud. */
export type Change = {
  readonly estimate: Estimate;
  readonly p: number;
  readonly prompts: number;
  readonly distinguishable: boolean;
};

/**
 * The mean of paired differences (one a prompt) with test and interval of one kind: signs are flipped at random, and the interval
 * holds every change that the same flips would not refuse (the means of random subsets; Hartigan 1969). Ties count half (mid-p, Lancaster
 * 1961): few runs a prompt make many, and counted whole they would let through 3.7 % where 5 % is said. Null under two prompts.
 */
export function pairedChange(differences: readonly number[]): Change | null {
  const n = differences.length;
  if (n < 2) return null;
  const mean = differences.reduce((total, each) => total + each, 0) / n;
  const random = randomFrom(seedFrom(JSON.stringify(differences)));
  const means = new Float64Array(draws);
  let beyond = 0.5;
  for (let draw = 0; draw < draws; draw++) {
    let total = 0;
    let taken = 0;
    for (const each of differences) {
      if (random() < 0.5) continue;
      total += each;
      taken += 1;
    }
    const along = mean > 0 ? total : -total;
    beyond += along < -1e-12 ? 1 : along <= 1e-12 ? 0.5 : 0;
    means[draw] = taken === 0 ? mean : total / taken;
  }
  means.sort();
  const p = mean === 0 ? 1 : Math.min(1, (2 * beyond) / (draws + 1));
  const interval = estimate(mean, quantile(means, tail), quantile(means, 1 - tail));
  return { estimate: interval, p, prompts: n, distinguishable: p <= 2 * tail };
}

/** Two-sided p of a mean difference of 0 by flipping signs, seeded by the differences. */
export function pairedPermutation(differences: readonly number[]): number {
  return pairedChange(differences)?.p ?? 1;
}

/** Which of several tests may be called different at 5 % for the whole family (Holm 1979). */
export function holm(ps: readonly number[], level = 2 * tail): boolean[] {
  const order = [...ps.keys()].sort((a, b) => (ps[a] ?? 1) - (ps[b] ?? 1));
  const rejected = ps.map(() => false);
  for (const [place, at] of order.entries()) {
    if ((ps[at] ?? 1) > level / (ps.length - place)) break;
    rejected[at] = true;
  }
  return rejected;
}

/**
 * How much more the changed prompts moved than the ones held out: Welch's interval, and a p by dealing the labels anew. It takes
 * out what moved everybody, such as a new index of the engine. Null under two prompts on either side.
 */
export function differenceInDifferences(changed: readonly number[], heldOut: readonly number[]): Change | null {
  if (changed.length < 2 || heldOut.length < 2) return null;
  const value = meanOf(changed) - meanOf(heldOut);
  const [a, b] = [varianceOf(changed) / changed.length, varianceOf(heldOut) / heldOut.length];
  const error = Math.sqrt(a + b);
  const degrees =
    error === 0
      ? changed.length + heldOut.length - 2
      : (a + b) ** 2 / (a ** 2 / (changed.length - 1) + b ** 2 / (heldOut.length - 1));
  const half = error * studentAt(halfWidth95, Math.max(1, degrees));
  const p = permutedLabels(changed, heldOut, Math.abs(value));
  return {
    estimate: estimate(value, value - half, value + half),
    p,
    prompts: changed.length + heldOut.length,
    distinguishable: p <= 2 * tail && Math.abs(value) > half,
  };
}

function permutedLabels(changed: readonly number[], heldOut: readonly number[], observed: number): number {
  const all = [...changed, ...heldOut];
  const random = randomFrom(seedFrom(JSON.stringify([changed, heldOut])));
  const total = all.reduce((sum, each) => sum + each, 0);
  let beyond = 1;
  for (let draw = 0; draw < draws; draw++) {
    shuffle(all, changed.length, random);
    let taken = 0;
    for (let at = 0; at < changed.length; at++) taken += all[at] ?? 0;
    const difference = taken / changed.length - (total - taken) / heldOut.length;
    if (Math.abs(difference) >= observed - 1e-12) beyond += 1;
  }
  return Math.min(1, beyond / (draws + 1));
}

function shuffle(values: number[], first: number, random: Random): void {
  for (let at = 0; at < first; at++) {
    const other = at + Math.floor(random() * (values.length - at));
    [values[at], values[other]] = [values[other] ?? 0, values[at] ?? 0];
  }
}

/**
 * The smallest change that would be seen four times in five: from the shares before (0..1, one a prompt), `runs` answers to each
 * prompt in each period, as far as chance alone moves them. `heldOut` prompts add their own chance. Null under two prompts.
 */
export function smallestChangeSeen(shares: readonly number[], runs: number, heldOut: number | null): number | null {
  const n = shares.length;
  if (n < 2 || runs < 1) return null;
  // Half a hit and half a miss more: five answers out of five do not mean that the sixth is certain.
  const variance = meanOf(
    shares.map((share) => ((share * runs + 0.5) / (runs + 1)) * (1 - (share * runs + 0.5) / (runs + 1))),
  );
  const perPrompt = (2 * variance) / runs;
  const others = heldOut === null || heldOut < 2 ? 0 : perPrompt / heldOut;
  const degrees = n - 1 + (others === 0 ? 0 : (heldOut ?? 0) - 1);
  return (studentAt(halfWidth95, degrees) + studentAt(power80, degrees)) * Math.sqrt(perPrompt / n + others);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((total, each) => total + (each - mean) ** 2, 0) / (values.length - 1);
}
