import { softmax } from "#app/domain/exposure/softmax.ts";
import type { TitleNetwork, WordVectors } from "#app/domain/exposure/title-model.ts";
import {
  bucketsOf,
  hiddenLayer,
  layersOf,
  meaningOf,
  outputLayer,
  weighBuckets,
} from "#app/domain/exposure/title-network.ts";
import { tokenOf } from "#app/domain/exposure/title-tokens.ts";
import { type Random, randomFrom } from "#app/domain/kernel/random.ts";
import { blankSlopes, descend, type Slopes, stepsOf } from "./descend.ts";
import { slip } from "./disturb-titles.ts";

/** Words with the classes they stand for; shares sum to 1. `weight` says how much the example counts. */
export type Example = {
  readonly words: readonly string[];
  readonly classes: readonly (readonly [klass: number, share: number])[];
  readonly weight: number;
};

export type Sizes = {
  readonly epochs: number;
  readonly width: number;
  readonly hidden: number;
  readonly buckets: number;
};

const usual: Sizes = { epochs: 8, width: 64, hidden: 256, buckets: 65_536 };
const batch = 64;
const seed = 20_261_128;
/** Step size at the start; it falls to nothing in a straight line. */
const rate = 0.05;
/** Shares of an example's features, meanings and hidden numbers left out each time, so that none is leaned on alone. */
const left = { features: 0.3, meaning: 0.2, hidden: 0.2 };
/** Share of examples that are read with a slip of the finger. */
const slipped = 0.25;
/** Gradients smaller than this move nothing worth the time. */
const negligible = 1e-3;

type Read = { readonly buckets: Uint32Array; readonly weights: Float32Array; readonly meaning: Float32Array };

/**
 * Trains the network on batches by gradient descent with a step for each row of weights (Duchi, Hazan and Singer 2011),
 * against the likelihood of each example's classes. Deterministic: order, slips and what is left out come from a fixed seed.
 */
export function trainNetwork(
  examples: readonly Example[],
  classes: number,
  vectors: WordVectors,
  sizes: Sizes = usual,
): TitleNetwork {
  const random = randomFrom(seed);
  const rarity = rarityOf(
    examples.map(({ words }) => bucketsOf(words.map(tokenOf), sizes.buckets)),
    sizes.buckets,
  );
  const read = (words: readonly string[]): Read => {
    const tokens = words.map(tokenOf);
    const buckets = bucketsOf(tokens, sizes.buckets);
    return { buckets, weights: weighBuckets(buckets, rarity), meaning: meaningOf(tokens, rarity, vectors) };
  };
  const asWritten = examples.map(({ words }) => read(words));
  const mistyped = examples.map(({ words }) => read(slipOne(words, random)));
  const network = startOf(sizes, classes, vectors.width, rarity, random);
  const layers = layersOf(network);
  const slopes = blankSlopes(network);
  const steps = stepsOf(network);
  const order = examples.map((_, at) => at);
  const planned = sizes.epochs * Math.ceil(examples.length / batch);
  let done = 0;
  for (let epoch = 0; epoch < sizes.epochs; epoch++) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += batch) {
      for (const at of order.slice(from, from + batch)) {
        const own = (random() < slipped ? mistyped : asWritten)[at];
        const example = examples[at];
        if (own !== undefined && example !== undefined) addSlopes(own, example, network, layers, slopes, random);
      }
      descend(network, slopes, steps, rate * (1 - done++ / planned));
    }
  }
  return network;
}

/** Adds one example's share of the batch's gradient to `slopes`. */
function addSlopes(
  own: Read,
  { classes, weight }: Example,
  network: TitleNetwork,
  layers: ReturnType<typeof layersOf>,
  slopes: Slopes,
  random: Random,
): void {
  const buckets = own.buckets.filter(() => random() >= left.features);
  const kept = weightsFor(buckets, own, 1 / (1 - left.features));
  const meaning = random() < left.meaning ? new Float32Array(own.meaning.length) : own.meaning;
  hiddenLayer({ buckets, weights: kept, meaning }, network, layers);
  const { narrow, hidden } = layers;
  const curve = hidden.map((value) => 1 - value * value);
  for (let k = 0; k < hidden.length; k++) {
    const factor = random() < left.hidden ? 0 : 1 / (1 - left.hidden);
    hidden[k] = (hidden[k] ?? 0) * factor;
    curve[k] = (curve[k] ?? 0) * factor;
  }
  outputLayer(layers, network);
  const gaps = softmax(layers.scores);
  for (const [klass, share] of classes) gaps[klass] = (gaps[klass] ?? 0) - share;

  const scale = weight / batch;
  const back = slopes.back.fill(0);
  for (let klass = 0; klass < gaps.length; klass++) {
    const gap = gaps[klass] ?? 0;
    if (Math.abs(gap) < negligible) continue;
    slopes.classes.add(klass);
    const from = klass * hidden.length;
    const step = gap * scale;
    for (let k = 0; k < hidden.length; k++) {
      back[k] = (back[k] ?? 0) + step * (network.output[from + k] ?? 0);
      slopes.output[from + k] = (slopes.output[from + k] ?? 0) + step * (hidden[k] ?? 0);
    }
    slopes.bias[klass] = (slopes.bias[klass] ?? 0) + step;
  }
  for (let k = 0; k < back.length; k++) {
    back[k] = (back[k] ?? 0) * (curve[k] ?? 0);
    slopes.hiddenBias[k] = (slopes.hiddenBias[k] ?? 0) + (back[k] ?? 0);
  }
  addOuter(narrow, back, slopes.mix);
  addOuter(meaning, back, slopes.byMeaning);
  const toNarrow = new Float32Array(network.width);
  for (let k = 0; k < toNarrow.length; k++) {
    let sum = 0;
    for (let h = 0; h < back.length; h++) sum += (back[h] ?? 0) * (network.mix[k * back.length + h] ?? 0);
    toNarrow[k] = sum;
  }
  for (let at = 0; at < buckets.length; at++) slopes.addRow(buckets[at] ?? 0, kept[at] ?? 0, toNarrow);
}

/** Adds the product of every pair of numbers to a matrix with a row for each number of `left`. */
function addOuter(rows: Float32Array, columns: Float32Array, matrix: Float32Array): void {
  for (let at = 0; at < rows.length; at++) {
    const factor = rows[at] ?? 0;
    if (factor === 0) continue;
    const from = at * columns.length;
    for (let k = 0; k < columns.length; k++) matrix[from + k] = (matrix[from + k] ?? 0) + factor * (columns[k] ?? 0);
  }
}

/** Weights of the buckets that were kept, scaled by what was left out. */
function weightsFor(kept: Uint32Array, { buckets, weights }: Read, factor: number): Float32Array {
  let at = 0;
  return Float32Array.from(kept, (bucket) => {
    while (buckets[at] !== bucket) at++;
    return (weights[at] ?? 0) * factor;
  });
}

function startOf(sizes: Sizes, classes: number, meaning: number, rarity: Float32Array, random: Random): TitleNetwork {
  const { width, hidden, buckets } = sizes;
  return {
    width,
    rarity,
    rows: noise(buckets * width, 0.3, random),
    mix: noise(width * hidden, 1.5 / Math.sqrt(width), random),
    byMeaning: noise(2 * meaning * hidden, 0.05, random),
    hiddenBias: new Float32Array(hidden),
    output: noise(classes * hidden, 0.1, random),
    bias: new Float32Array(classes),
  };
}

function rarityOf(read: readonly Uint32Array[], buckets: number): Float32Array {
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
