import { hashPair } from "./title-features.ts";
import type { TitleNetwork, WordVectors } from "./title-model.ts";
import type { TitleToken } from "./title-tokens.ts";
import { writeMeaning } from "./word-vectors.ts";

/** A title as the network reads it: buckets with weights of length 1, and what its words mean. */
export type NetworkInputs = {
  readonly buckets: Uint32Array;
  readonly weights: Float32Array;
  readonly meaning: Float32Array;
};

/** Values of the layers of one title, to be written over by the next. */
export type Layers = { readonly narrow: Float32Array; readonly hidden: Float32Array; readonly scores: Float32Array };

const lastMark = 1;
const pieceMark = 2;

/** Buckets of the words, pairs of neighbours, last word and word pieces of a title, each once. */
export function bucketsOf(tokens: readonly TitleToken[], count: number): Uint32Array {
  const mask = count - 1;
  const found = new Set<number>();
  tokens.forEach(({ hash, pieces }, at) => {
    found.add(hash & mask);
    const next = tokens[at + 1];
    found.add((next === undefined ? hashPair(hash, lastMark) : hashPair(hash, next.hash)) & mask);
    for (let k = 0; k < pieces.length; k++) found.add(hashPair(pieces[k] ?? 0, pieceMark) & mask);
  });
  return Uint32Array.from(found);
}

/** Weights of buckets by how rare they are, together of length 1. */
export function weighBuckets(buckets: Uint32Array, rarity: Float32Array): Float32Array {
  const weights = Float32Array.from(buckets, (bucket) => rarity[bucket] ?? 0);
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return weights.map((weight) => weight / length);
}

/** What the words of a title mean, rarer words counting more. */
export function meaningOf(tokens: readonly TitleToken[], rarity: Float32Array, vectors: WordVectors): Float32Array {
  const meaning = new Float32Array(2 * vectors.width);
  writeMeaning(tokens, vectors, ({ hash }) => rarity[hash & (rarity.length - 1)] ?? 0, meaning);
  return meaning;
}

export function layersOf({ width, hiddenBias, bias }: TitleNetwork): Layers {
  return {
    narrow: new Float32Array(width),
    hidden: new Float32Array(hiddenBias.length),
    scores: new Float32Array(bias.length),
  };
}

/** Buckets -> narrow layer -> hidden layer, where the meaning comes in. `hiddenBias` is a multiple of four long. */
export function hiddenLayer(inputs: NetworkInputs, network: TitleNetwork, { narrow, hidden }: Layers): void {
  const { buckets, weights, meaning } = inputs;
  const { width, rows } = network;
  narrow.fill(0);
  for (let at = 0; at < buckets.length; at++) {
    const from = (buckets[at] ?? 0) * width;
    const weight = weights[at] ?? 0;
    for (let k = 0; k < width; k++) narrow[k] = (narrow[k] ?? 0) + weight * (rows[from + k] ?? 0);
  }
  hidden.set(network.hiddenBias);
  addProduct(narrow, network.mix, hidden);
  addProduct(meaning, network.byMeaning, hidden);
  for (let k = 0; k < hidden.length; k++) hidden[k] = Math.tanh(hidden[k] ?? 0);
}

/** Adds vector x matrix to `sum`; the matrix has a row for each number of the vector. */
function addProduct(vector: Float32Array, matrix: Float32Array, sum: Float32Array): void {
  for (let at = 0; at < vector.length; at++) {
    const factor = vector[at] ?? 0;
    if (factor === 0) continue;
    const from = at * sum.length;
    for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] ?? 0) + factor * (matrix[from + k] ?? 0);
  }
}

/** Score of each class from the hidden layer: their softmax is the network's belief. Four sums run side by side, which is twice as fast. */
export function outputLayer({ hidden, scores }: Layers, { output, bias }: TitleNetwork): void {
  const wide = hidden.length;
  for (let klass = 0; klass < bias.length; klass++) {
    const from = klass * wide;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let k = 0; k < wide; k += 4) {
      a += (hidden[k] ?? 0) * (output[from + k] ?? 0);
      b += (hidden[k + 1] ?? 0) * (output[from + k + 1] ?? 0);
      c += (hidden[k + 2] ?? 0) * (output[from + k + 2] ?? 0);
      d += (hidden[k + 3] ?? 0) * (output[from + k + 3] ?? 0);
    }
    scores[klass] = (bias[klass] ?? 0) + a + b + c + d;
  }
}

/** A reader of titles by one network: the scores it returns are its own and are written over by the next title. */
export function networkReader(
  network: TitleNetwork,
  vectors: WordVectors,
): (tokens: readonly TitleToken[]) => Float32Array {
  const layers = layersOf(network);
  const { rarity } = network;
  return (tokens) => {
    const buckets = bucketsOf(tokens, rarity.length);
    const meaning = meaningOf(tokens, rarity, vectors);
    hiddenLayer({ buckets, weights: weighBuckets(buckets, rarity), meaning }, network, layers);
    outputLayer(layers, network);
    return layers.scores;
  };
}
