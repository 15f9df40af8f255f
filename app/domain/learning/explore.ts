import { normalShare } from "#app/domain/kernel/normal.ts";
import { normalDraw, type Random } from "#app/domain/kernel/random.ts";

/** Draws are taken at a quarter of the standard deviation: full draws learn too dearly at this size of data (METHODS 6). */
const drawnShare = 0.25;

/** Only where it is really open which is better is anything left to chance. */
const nearTie = { least: 0.2, most: 0.8 };

/**
 * The value by which an action is ranked: its mean, or on a near-tie with `rival` a draw around it. One seeded stream gives one
 * ranking; the caller keeps the exploration budget and never explores what is mandatory, safety-relevant or about persons.
 */
export function exploringValue(
  belief: { readonly mean: number; readonly sd: number },
  rival: number,
  random: Random,
): number {
  const better = normalShare((belief.mean - rival) / belief.sd);
  if (better < nearTie.least || better > nearTie.most) return belief.mean;
  return belief.mean + drawnShare * belief.sd * normalDraw(random);
}
