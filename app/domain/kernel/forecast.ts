import type { Estimate } from "./estimate.ts";
import type { IsoDate } from "./iso-date.ts";

/** How an effect is counted. `smd` is in standard deviations, `relative` a share of the baseline, `hours` a week. */
export type EffectScale = "smd" | "relative" | "percentage-points" | "hours" | "probability";

/** The values that an effect can have: no share beyond all of it, and no more saved or lost than there was. Null where any can be. */
export function rangeOf(scale: EffectScale | null): { readonly least: number; readonly most: number } | null {
  if (scale === "probability") return { least: 0, most: 1 };
  return scale === "relative" ? { least: -1, most: 1 } : null;
}

/** The value, or the end of the range that it lies beyond: a normal belief about a share has tails that no share has. */
export function withinRange(value: number, scale: EffectScale | null): number {
  const range = rangeOf(scale);
  return range === null ? value : Math.min(range.most, Math.max(range.least, value));
}

/** What a plan item was expected to do, stated before it started. The interval has a level of 90 %. */
export type Forecast = {
  readonly interventionId: string;
  readonly measure: string;
  readonly scale: EffectScale;
  readonly effect: Estimate;
  /** Standard deviation of the effect between organizations, on the same scale. */
  readonly sd: number;
  readonly statedOn: IsoDate;
};

/** What was seen afterwards: `measured` by a test or a record, `reported` by somebody's judgement. */
export type Outcome = {
  readonly observed: number;
  readonly standardError: number | null;
  readonly observedOn: IsoDate;
  readonly basis: "measured" | "reported";
};
