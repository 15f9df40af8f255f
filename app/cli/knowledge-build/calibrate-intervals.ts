import type { CoverageRow } from "#app/domain/exposure/exposure-validation.ts";
import { z80 } from "#app/domain/exposure/score-role.ts";
import { isOffice } from "./folds.ts";

/** A predicted value with its unscaled standard deviation, and what independent raters said. */
export type Check = { readonly key: string; readonly predicted: number; readonly sd: number; readonly actual: number };

/** Half-widths of central normal intervals, in standard deviations. */
const halfWidths = [
  [0.5, 0.6745],
  [0.8, z80],
  [0.9, 1.6449],
] as const;

/** Share of the checks inside their interval. */
export function coverage(checks: readonly Check[], scale: number, halfWidth: number = z80): number {
  const inside = checks.filter(
    ({ predicted, sd, actual }) => Math.abs(actual - predicted) <= halfWidth * scale * sd,
  ).length;
  return checks.length === 0 ? 0 : inside / checks.length;
}

/** The factor on all standard deviations with which 80 % of the checks fall inside their 80 % interval. */
export function scaleFor80(checks: readonly Check[]): number {
  const needed = checks
    .map(({ predicted, sd, actual }) => Math.abs(actual - predicted) / (z80 * sd))
    .sort((a, b) => a - b);
  return needed[Math.floor(needed.length * 0.8)] ?? 1;
}

/** Nominal levels beside what intervals of one scale cover. */
export function coverageTable(checks: readonly Check[], scale: number): readonly CoverageRow[] {
  const office = checks.filter(({ key }) => isOffice(key));
  return halfWidths.map(([nominal, halfWidth]) => ({
    nominal,
    all: coverage(checks, scale, halfWidth),
    office: coverage(office, scale, halfWidth),
  }));
}
