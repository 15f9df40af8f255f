/** What a canary has shown at one of its set looks: mean difference to the champion and its standard error, in SD. */
export type Look = { readonly number: 1 | 2 | 3 | 4; readonly difference: number; readonly standardError: number };

export type PromotionVerdict = "promote" | "wait" | "retire";

/** Standard deviation of differences between variants before anything is seen: most make little difference. */
const usualDifference = 0.1;

/** P > .975 that the challenger is better, at four set looks (METHODS 8). */
const neededZ = 1.959963984540054;

/** A challenger is promoted, still by two people, at the first look that is sure; after the fourth without one it is retired. */
export function judgeLook({ number, difference, standardError }: Look): PromotionVerdict {
  const z = (difference * usualDifference) / (standardError * Math.hypot(usualDifference, standardError));
  if (z > neededZ) return "promote";
  return z < -neededZ || number === 4 ? "retire" : "wait";
}
