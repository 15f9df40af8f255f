import type { TitleNetwork } from "#app/domain/exposure/title-model.ts";

/** The gradient of a batch, laid out as the network; rows of buckets are kept only where the batch touched them. */
export type Slopes = {
  readonly mix: Float32Array;
  readonly byMeaning: Float32Array;
  readonly hiddenBias: Float32Array;
  readonly output: Float32Array;
  readonly bias: Float32Array;
  readonly classes: Set<number>;
  readonly buckets: Map<number, Float32Array>;
  /** Scratch: the gradient at the hidden layer of one example. */
  readonly back: Float32Array;
  addRow(bucket: number, weight: number, slope: Float32Array): void;
};

/** For each row of weights the sum of its mean squared gradients so far: what its step is divided by. */
type Steps = Readonly<Record<"rows" | "mix" | "byMeaning" | "hiddenBias" | "output" | "bias", Float32Array>>;

/** Parts of the network that learn slower than the rest. */
const pace = { mix: 0.5, byMeaning: 0.3 };
const start = 1e-6;

export function blankSlopes({ width, mix, byMeaning, hiddenBias, output, bias }: TitleNetwork): Slopes {
  const buckets = new Map<number, Float32Array>();
  return {
    mix: new Float32Array(mix.length),
    byMeaning: new Float32Array(byMeaning.length),
    hiddenBias: new Float32Array(hiddenBias.length),
    output: new Float32Array(output.length),
    bias: new Float32Array(bias.length),
    classes: new Set(),
    buckets,
    back: new Float32Array(hiddenBias.length),
    addRow(bucket, weight, slope) {
      const row = buckets.get(bucket) ?? new Float32Array(width);
      buckets.set(bucket, row);
      for (let k = 0; k < width; k++) row[k] = (row[k] ?? 0) + weight * (slope[k] ?? 0);
    },
  };
}

export function stepsOf({ width, rarity, byMeaning, hiddenBias, bias }: TitleNetwork): Steps {
  const sums = (size: number) => new Float32Array(size).fill(start);
  return {
    rows: sums(rarity.length),
    mix: sums(width),
    byMeaning: sums(byMeaning.length / hiddenBias.length),
    hiddenBias: sums(hiddenBias.length),
    output: sums(bias.length),
    bias: sums(bias.length),
  };
}

/** One step down the gradient of a batch, which it leaves blank. */
export function descend(network: TitleNetwork, slopes: Slopes, steps: Steps, rate: number): void {
  const wide = network.hiddenBias.length;
  const move = (part: Exclude<keyof Steps, "rows">, row: number, size: number, own: number) =>
    stepRow(network[part], slopes[part], row, size, steps[part], own);
  for (const klass of slopes.classes) {
    move("output", klass, wide, rate);
    move("bias", klass, 1, rate);
  }
  slopes.classes.clear();
  for (let k = 0; k < wide; k++) move("hiddenBias", k, 1, rate);
  for (let k = 0; k < network.width; k++) move("mix", k, wide, rate * pace.mix);
  for (let k = 0; k < steps.byMeaning.length; k++) move("byMeaning", k, wide, rate * pace.byMeaning);
  for (const [bucket, slope] of slopes.buckets) {
    stepRow(network.rows, slope, bucket, network.width, steps.rows, rate, 0);
  }
  slopes.buckets.clear();
}

/** Moves one row against its gradient and blanks the gradient, which starts at `from`. */
function stepRow(
  weights: Float32Array,
  slope: Float32Array,
  row: number,
  size: number,
  sums: Float32Array,
  rate: number,
  from = row * size,
): void {
  let square = 0;
  for (let k = 0; k < size; k++) square += (slope[from + k] ?? 0) ** 2;
  if (square === 0) return;
  sums[row] = (sums[row] ?? 0) + square / size;
  const step = rate / Math.sqrt(sums[row] ?? 1);
  for (let k = 0; k < size; k++) {
    weights[row * size + k] = (weights[row * size + k] ?? 0) - step * (slope[from + k] ?? 0);
    slope[from + k] = 0;
  }
}
