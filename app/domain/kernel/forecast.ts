import type { Estimate } from "./estimate.ts";
import type { IsoDate } from "./iso-date.ts";

/** How an effect is counted. `smd` is in standard deviations, `relative` a share of the baseline, `hours` a week. */
export type EffectScale = "smd" | "relative" | "percentage-points" | "hours" | "probability";

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
