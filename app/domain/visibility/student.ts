import { studentQuantile } from "../kernel/normal.ts";

/** The 97.5th percentile of the standard normal: half the width of a 95 % interval in standard deviations. */
export const halfWidth95 = 1.959963984540054;
/** The 80th percentile: what 80 % power adds. */
export const power80 = 0.8416212335729143;

/**
 * The quantile of Student's t that the standard normal has at `z` (Cornish-Fisher expansion, error below .01 from 3 degrees on;
 * one and two degrees in closed form for the 97.5th percentile, on the safe side for others). Throws below 1.
 */
export function studentAt(z: number, degrees: number): number {
  if (degrees < 1) throw new RangeError(`Student's t needs a degree of freedom, not ${degrees}`);
  if (degrees < 2) return (z / halfWidth95) * 12.706204736432095;
  if (degrees < 3) return (z / halfWidth95) * 4.302652729911275;
  return studentQuantile(z, degrees);
}
