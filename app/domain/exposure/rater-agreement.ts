/** How far apart the raters of a role are, in words. A third of the assessable occupations lies in each, roughly. */
export type RaterAgreement = "ratersClose" | "ratersApart" | "ratersFar";

const close = 0.04;
const far = 0.08;

/** `raterSd` is the standard deviation of the score when each source is believed alone. */
export function raterAgreement(raterSd: number): RaterAgreement {
  return raterSd < close ? "ratersClose" : raterSd < far ? "ratersApart" : "ratersFar";
}
