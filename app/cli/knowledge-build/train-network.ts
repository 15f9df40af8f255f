import { softmax } from "#app/domain/exposure/softmax.ts";
import type { TitleNetwork } from "#app/domain/exposure/title-model.ts";
import { bucketsOf, hiddenLayer, outputLayer, weighInputs } from "#app/domain/exposure/title-network.ts";
import { tokenOf } from "#app/domain/exposure/title-tokens.ts";
import { type Random, randomFrom } from "#app/domain/kernel/random.ts";
import { slip } from "./disturb-titles.ts";

/** Words with the classes they stand for; shares sum to 1. `weight` says how much the example counts. */
export type Example = {
  readonly words: readonly string[];
  readonly classes: readonly (readonly [klass: number, share: number])[];
  readonly weight: number;
};

const epochs = 12;
const width = 64;
const buckets = 65_536;
const seed = 20_261_122;
/** Step sizes at the start; they fall to nothing in a straight line. */
const inputRate = 0.8;
const outputRate = 0.12;
/** Share of features left out of an example each time, so that none is leaned on alone. */
const left = 0.3;
/** Share of examples that are read with a slip of the finger. */
const slipped = 0.25;
/** Gradients smaller than this move nothing worth the time. */
const negligible = 1e-3;

/**
 * Trains the network by gradient descent, one example at a time, against the likelihood of the example's classes.
 * Deterministic: order, slips and left-out features come from a fixed seed.
 */
export function trainNetwork(examples: readonly Example[], classes: number): TitleNetwork {
  const random = randomFrom(seed);
  const read = examples.map(({ words }) => bucketsOf(words.map(tokenOf), buckets));
  const network = {
    width,
    rarity: rarityOf(read),
    rows: noise(buckets * width, 0.2, random),
    output: noise(classes * width, 0.1, random),
    bias: new Float32Array(classes),
  };
  const work = { hidden: new Float64Array(width), scores: new Float64Array(classes), slope: new Float64Array(width) };
  const order = examples.map((_, at) => at);
  const steps = epochs * examples.length;
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at];
      if (example === undefined) continue;
      const own =
        random() < slipped
          ? bucketsOf(slipOne(example.words, random).map(tokenOf), buckets)
          : (read[at] ?? new Uint32Array());
      learn(
        own.filter(() => random() >= left),
        example,
        network,
        work,
        1 - done++ / steps,
      );
    }
  }
  return network;
}

type Work = { readonly hidden: Float64Array; readonly scores: Float64Array; readonly slope: Float64Array };

/** One step down the gradient of one example; `pace` runs from 1 to 0. */
function learn(seen: Uint32Array, example: Example, network: TitleNetwork, work: Work, pace: number): void {
  const { output, bias, rows } = network;
  const { hidden, slope } = work;
  const inputs = weighInputs(seen, network.rarity);
  hiddenLayer(inputs, network, hidden);
  outputLayer(hidden, network, work.scores);
  const gaps = softmax(work.scores);
  for (const [klass, share] of example.classes) gaps[klass] = (gaps[klass] ?? 0) - share;
  slope.fill(0);
  const outStep = outputRate * pace * example.weight;
  for (let klass = 0; klass < gaps.length; klass++) {
    const gap = gaps[klass] ?? 0;
    if (Math.abs(gap) < negligible) continue;
    const from = klass * width;
    for (let k = 0; k < width; k++) {
      const weight = output[from + k] ?? 0;
      slope[k] = (slope[k] ?? 0) + gap * weight;
      output[from + k] = weight - outStep * gap * (hidden[k] ?? 0);
    }
    bias[klass] = (bias[klass] ?? 0) - outStep * gap;
  }
  for (let k = 0; k < width; k++) slope[k] = (slope[k] ?? 0) * (1 - (hidden[k] ?? 0) ** 2);
  const inStep = inputRate * pace * example.weight;
  for (let at = 0; at < seen.length; at++) {
    const from = (seen[at] ?? 0) * width;
    const step = inStep * (inputs.weights[at] ?? 0);
    for (let k = 0; k < width; k++) rows[from + k] = (rows[from + k] ?? 0) - step * (slope[k] ?? 0);
  }
}

function rarityOf(read: readonly Uint32Array[]): Float32Array {
  const counts = new Float32Array(buckets);
  for (const own of read) for (const bucket of own) counts[bucket] = (counts[bucket] ?? 0) + 1;
  return counts.map((count) => Math.log((read.length + 1) / (count + 1)) + 1);
}

/** Even noise of the given standard deviation. */
function noise(size: number, sd: number, random: Random): Float32Array {
  return Float32Array.from({ length: size }, () => (random() - 0.5) * Math.sqrt(12) * sd);
}

function slipOne(words: readonly string[], random: Random): readonly string[] {
  const chosen = Math.floor(random() * words.length);
  return words.map((word, at) => (at === chosen ? slip(word, Math.floor(random() * 2 ** 20)) : word));
}

function shuffle(order: number[], random: Random): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
}
