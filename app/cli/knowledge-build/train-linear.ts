import { linearFeatures } from "#app/domain/exposure/match-title.ts";
import type { SparseTable } from "#app/domain/exposure/title-model.ts";
import { type Random, randomFrom } from "#app/domain/kernel/random.ts";
import type { TitleRow } from "./read-titles.ts";
import { tableFrom } from "./sparse-table.ts";

const rate = 0.3;
const penalty = 1e-6;
/** Gradients smaller than this move nothing worth the time. */
const negligible = 1e-4;
const reportedWeight = 1.5;

/**
 * Softmax regression by AdaGrad, one example at a time. A feature has a weight only for classes it was seen with, which
 * keeps the model small. Deterministic: the order of examples comes from a fixed seed. Weights below `smallest` are dropped.
 */
export function trainLinear(
  rows: readonly TitleRow[],
  classOf: ReadonlyMap<string, number>,
  epochs: number,
  smallest: number,
): { table: SparseTable; bias: Float32Array } {
  const classes = classOf.size;
  const features = new Map<number, Map<number, number>>();
  let size = 0;
  const examples = rows.map((row) => {
    const klass = classOf.get(row.onet) ?? 0;
    const keys = linearFeatures(row.words);
    for (const key of keys) {
      const slots = features.get(key) ?? new Map<number, number>();
      features.set(key, slots);
      if (!slots.has(klass)) slots.set(klass, size++);
    }
    return { klass, keys, weight: row.from === "reported" ? reportedWeight : 1 };
  });
  const entries = new Map(
    [...features].map(([key, slots]) => [
      key,
      { classes: Uint16Array.from(slots.keys()), slots: Uint32Array.from(slots.values()) },
    ]),
  );
  const inputs = examples.map((example) => ({
    ...example,
    entries: example.keys.flatMap((key) => entries.get(key) ?? []),
  }));
  const state = {
    weights: new Float32Array(size),
    squares: new Float32Array(size).fill(0.01),
    bias: new Float32Array(classes),
    biasSquares: new Float32Array(classes).fill(0.1),
    scores: new Float64Array(classes),
  };
  const random = randomFrom(20_261_122);
  const order = inputs.map((_, at) => at);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const input = inputs[at];
      if (input !== undefined) step(input, state);
    }
  }
  const table = tableFrom(
    [...features].map(
      ([key, slots]) =>
        [
          key,
          [...slots].flatMap(([klass, slot]) =>
            Math.abs(state.weights[slot] ?? 0) < smallest ? [] : [[klass, state.weights[slot] ?? 0] as const],
          ),
        ] as const,
    ),
  );
  return { table, bias: state.bias };
}

type Entry = { readonly classes: Uint16Array; readonly slots: Uint32Array };
type Input = { readonly klass: number; readonly weight: number; readonly entries: readonly Entry[] };
type State = {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly bias: Float32Array;
  readonly biasSquares: Float32Array;
  readonly scores: Float64Array;
};

function step(input: Input, { weights, squares, bias, biasSquares, scores }: State): void {
  scores.set(bias);
  for (const { classes, slots } of input.entries) {
    for (let k = 0; k < classes.length; k++)
      scores[classes[k] as number] = (scores[classes[k] as number] as number) + (weights[slots[k] as number] as number);
  }
  toProbabilities(scores);
  scores[input.klass] = (scores[input.klass] ?? 0) - 1;
  for (const { classes, slots } of input.entries) {
    for (let k = 0; k < classes.length; k++) {
      const slope = input.weight * (scores[classes[k] as number] as number);
      if (slope > -negligible && slope < negligible) continue;
      const slot = slots[k] as number;
      const gradient = slope + penalty * (weights[slot] as number);
      squares[slot] = (squares[slot] as number) + gradient * gradient;
      weights[slot] = (weights[slot] as number) - (rate * gradient) / Math.sqrt(squares[slot] as number);
    }
  }
  for (let klass = 0; klass < bias.length; klass++) {
    const gradient = scores[klass] as number;
    if (gradient > -10 * negligible && gradient < 10 * negligible) continue;
    biasSquares[klass] = (biasSquares[klass] as number) + gradient * gradient;
    bias[klass] = (bias[klass] as number) - (0.3 * rate * gradient) / Math.sqrt(biasSquares[klass] as number);
  }
}

function toProbabilities(scores: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k++) top = Math.max(top, scores[k] as number);
  let total = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp((scores[k] as number) - top);
    total += scores[k] as number;
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) / total;
}

function shuffle(order: number[], random: Random): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const moved = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = moved;
  }
}
