import { studentQuantile } from "../kernel/normal.ts";

/** 95th percentile of the standard normal: half the width of a 90 % interval in standard deviations. */
export const normalHalfWidth = 1.6448536269514722;

/**
 * The same of Student's t with `degrees` of freedom (Cornish-Fisher expansion, error below .005 from 3 degrees on;
 * exact below). Throws below 1.
 */
export function studentHalfWidth(degrees: number): number {
  if (degrees < 1) throw new RangeError(`Student's t needs a degree of freedom, not ${degrees}`);
  if (degrees < 2) return 6.313751514675043 ** (2 - degrees) * 2.919985580355516 ** (degrees - 1);
  if (degrees < 3) return 2.919985580355516 ** (3 - degrees) * 2.353363434801828 ** (degrees - 2);
  return studentQuantile(normalHalfWidth, degrees);
}
