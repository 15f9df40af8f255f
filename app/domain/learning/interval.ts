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
  const z = normalHalfWidth;
  const d = degrees;
  return (
    z +
    (z ** 3 + z) / (4 * d) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * d ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * d ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * d ** 4)
  );
}
