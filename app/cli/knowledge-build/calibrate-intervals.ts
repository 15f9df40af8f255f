/** A predicted value with its unscaled standard deviation, and what independent raters said. */
export type Check = { readonly key: string; readonly predicted: number; readonly sd: number; readonly actual: number };

/** Half-width of a central 80 % interval in standard deviations. */
const z80 = 1.2816;

export function coverage(checks: readonly Check[], scale: number): number {
  const inside = checks.filter(({ predicted, sd, actual }) => Math.abs(actual - predicted) <= z80 * scale * sd).length;
  return checks.length === 0 ? 0 : inside / checks.length;
}

/** The factor on all standard deviations with which 80 % of the checks fall inside their 80 % interval. */
export function scaleFor80(checks: readonly Check[]): number {
  const needed = checks
    .map(({ predicted, sd, actual }) => Math.abs(actual - predicted) / (z80 * sd))
    .sort((a, b) => a - b);
  return needed[Math.floor(needed.length * 0.8)] ?? 1;
}
