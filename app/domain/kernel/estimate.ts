/** A figure that never travels alone: `low <= value <= high`, all in one unit. The page says which level the interval has. */
export type Estimate = { readonly value: number; readonly low: number; readonly high: number };

export function estimate(value: number, low: number, high: number): Estimate {
  return { value, low: Math.min(low, value), high: Math.max(high, value) };
}

/** The estimate of a figure that is known without error. */
export function exactly(value: number): Estimate {
  return { value, low: value, high: value };
}

/** Multiplies an estimate by a constant; a negative factor swaps the ends. */
export function scaled(of: Estimate, factor: number): Estimate {
  const ends = [of.low * factor, of.high * factor];
  return { value: of.value * factor, low: Math.min(...ends), high: Math.max(...ends) };
}

/** The `p`-quantile (0..1) of ascending numbers, linear between neighbours (type 7). Throws on an empty list. */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  if (ascending.length === 0) throw new RangeError("quantile of nothing");
  const at = Math.min(Math.max(p, 0), 1) * (ascending.length - 1);
  const below = Math.floor(at);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? Number.NaN;
  return low + (high - low) * (at - below);
}

/** The central interval of draws at `level` (0..1), around `value` or else the draws' median. */
export function estimateFromDraws(draws: readonly number[] | Float64Array, level: number, value?: number): Estimate {
  const own = new Float64Array(draws);
  const tail = (1 - level) / 2;
  return estimate(value ?? quantileOf(own, 0.5), quantileOf(own, tail), quantileOf(own, 1 - tail));
}

/** `quantile` of numbers in any order. Two of them are put in their places, where sorting would place all; the others move. */
function quantileOf(values: Float64Array, p: number): number {
  const below = Math.floor(p * (values.length - 1));
  for (const rank of [below, below + 1]) if (rank < values.length) putInPlace(values, rank);
  const around = values.subarray(below, below + 2);
  return quantile(around, p * (values.length - 1) - below);
}

/** Moves the value of a rank (0 is the least) to its place, nothing greater before it and nothing less behind it: Hoare's selection. */
function putInPlace(values: Float64Array, rank: number): void {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[rank] ?? 0;
    let up = left;
    let down = right;
    while (up <= down) {
      while ((values[up] ?? 0) < pivot) up++;
      while ((values[down] ?? 0) > pivot) down--;
      if (up > down) break;
      const kept = values[up] ?? 0;
      values[up] = values[down] ?? 0;
      values[down] = kept;
      up++;
      down--;
    }
    if (down < rank) left = up;
    if (up > rank) right = down;
  }
}
