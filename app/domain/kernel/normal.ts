import { type Estimate, estimate } from "./estimate.ts";

/** Share of the standard normal below `z` (Abramowitz and Stegun 26.2.17, error below 1e-7). */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = Math.exp((-z * z) / 2) * 0.3989422804014327 * poly;
  return z > 0 ? 1 - tail : tail;
}

/**
 * The quantile of Student's t with `degrees` of freedom that the standard normal has at `z` (Cornish-Fisher expansion, error below
 * .01 from 3 degrees on; no use below).
 */
export function studentQuantile(z: number, degrees: number): number {
  const d = degrees;
  return (
    z +
    (z ** 3 + z) / (4 * d) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * d ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * d ** 3) +
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / (92160 * d ** 4)
  );
}

/** Wilson's score interval of a share, 0..1, of `of` answers (more than none), `z` standard deviations to either side. */
export function wilsonInterval(share: number, of: number, z: number): Estimate {
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt(Math.max(0, share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return estimate(share, Math.max(0, middle - half), Math.min(1, middle + half));
}
