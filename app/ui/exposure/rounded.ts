import type { Estimate } from "#app/domain/kernel/estimate.ts";

/** Two significant digits: more than the interval supports would be a pretence. */
export function rounded(value: number): number {
  const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.round(value / size) * size;
}

export function roundedEstimate({ value, low, high }: Estimate): Estimate {
  return { value: rounded(value), low: rounded(low), high: rounded(high) };
}
