import { softmax } from "#app/domain/exposure/softmax.ts";
import { employersTitles, type Read } from "./read-held-out.ts";
import { learned, start } from "./train-titles.ts";

const steps = 150;
const rate = 0.05;
/** The last third of the steps is shorter, to settle. */
const settling = { from: 100, factor: 0.2 };
const penalty = 1e-4;
/** Rosters hold employers' titles; the long tail is ten times as many rows and would drown them. */
const alternateWeight = 0.1;

/**
 * Fits the combination on titles that the parts have not seen, as they stand and as people mistype them: the likelihood that
 * the mass falls on any occupation the title belongs to.
 */
export function fitCombination(reads: readonly Read[], onets: readonly string[]): readonly number[] {
  const examples = reads.flatMap(({ kind, socs, found }): readonly Reading[] => {
    const candidates = found.map(({ klass, features }) => ({
      features,
      right: socs.has((onets[klass] ?? "").slice(0, 7)),
    }));
    const weight = employersTitles.has(kind) ? 1 : alternateWeight;
    return candidates.some(({ right }) => right) ? [{ candidates, weight }] : [];
  });
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const combination = [...start];
  const moved = start.map(() => ({ mean: 0, square: 0 }));
  for (let at = 1; at <= steps; at++) {
    const slope = combination.map((weight) => penalty * weight);
    for (const example of examples) addSlope(example, combination, total, slope);
    // Adam: each weight moves at its own pace.
    moved.slice(0, learned).forEach((own, f) => {
      own.mean = 0.9 * own.mean + 0.1 * (slope[f] ?? 0);
      own.square = 0.99 * own.square + 0.01 * (slope[f] ?? 0) ** 2;
      const pace = rate * (at < settling.from ? 1 : settling.factor);
      const step = own.mean / (1 - 0.9 ** at) / (Math.sqrt(own.square / (1 - 0.99 ** at)) + 1e-8);
      combination[f] = (combination[f] ?? 0) - pace * step;
    });
  }
  return combination;
}

type Reading = {
  readonly candidates: readonly { readonly features: readonly number[]; readonly right: boolean }[];
  readonly weight: number;
};

function addSlope(
  { candidates, weight }: Reading,
  combination: readonly number[],
  total: number,
  slope: number[],
): void {
  const scores = softmax(
    Float64Array.from(candidates, ({ features }) =>
      features.reduce((sum, value, k) => sum + value * (combination[k] ?? 0), 0),
    ),
  );
  const right = candidates.reduce((sum, candidate, at) => sum + (candidate.right ? (scores[at] ?? 0) : 0), 0);
  candidates.forEach((candidate, at) => {
    const mass = scores[at] ?? 0;
    const gap = (weight / total) * (mass - (candidate.right ? mass / right : 0));
    candidate.features.forEach((value, f) => {
      slope[f] = (slope[f] ?? 0) + gap * value;
    });
  });
}
