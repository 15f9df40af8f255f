import type { Estimate } from "../kernel/estimate.ts";
import type { RoleId } from "../kernel/ids.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { Currency } from "../kernel/money.ts";
import type { ActivityEvidence, AdoptionName, LabelSource } from "./occupation-pack.ts";

/** One occupation that a title may belong to. Probabilities of a title sum to at most 1. */
export type OccupationMatch = {
  readonly soc: string;
  readonly onet: string;
  readonly title: string;
  readonly probability: number;
};

/** `confident` false means that the page asks a person. */
export type TitleMatch = { readonly matches: readonly OccupationMatch[]; readonly confident: boolean };

/** confirmed: a person chose. matched: the model is sure enough. unconfirmed: a person is asked. unmatched: no guess is better than chance. */
export type MatchState = "confirmed" | "matched" | "unconfirmed" | "unmatched";

/** Three shares of working time whose values sum to 1. Intervals hold with 80 %. */
export type Shares = {
  readonly automatable: Estimate;
  readonly augmentable: Estimate;
  readonly human: Estimate;
};

/** The single thing that would change an activity's figure most. */
export type WouldChange = "own-labels" | "observed-use" | "rater-agreement" | "stated-time-share";

/** What one activity contributes to a role, and what the figure rests on. */
export type ActivityExposure = Shares & {
  readonly activity: string;
  readonly label: string;
  /** Share of working time, 0..1. */
  readonly weight: number;
  readonly score: Estimate;
  readonly sources: readonly LabelSource[];
  /** Labelled tasks behind the figure. */
  readonly tasks: number;
  readonly wouldChange: WouldChange;
};

/** An activity that moves a role's score. `contribution` is weight x score: the part of the role's score that it makes up. */
export type Driver = ActivityExposure & { readonly contribution: number };

/** A driver down to each rater: what a page shows of it, and no assessment stores. */
export type ExplainedActivity = Driver & {
  readonly evidence: ActivityEvidence;
  /** The score before circumstances hold it back: what `evidence` leads to. */
  readonly believed: number;
};

export type Redeployment = {
  readonly onet: string;
  readonly title: string;
  readonly score: Estimate;
  /** 0 same skills .. 1 as far as any two occupations are. Null where the skills were not surveyed. */
  readonly skillDistance: number | null;
  /** Relative difference of US median pay, -0.1 = 10 % less. Null where not published. */
  readonly payChange: number | null;
  readonly skillsToAdd: readonly string[];
};

export type RoleExposure = Shares & {
  readonly id: RoleId;
  readonly title: string;
  readonly headcount: number;
  readonly department?: string;
  readonly site?: string;
  readonly level?: string;
  readonly state: MatchState;
  readonly match: (OccupationMatch & { readonly confirmed: boolean }) | null;
  /** Best guesses, at most three, for the person who confirms. */
  readonly candidates: readonly OccupationMatch[];
  /** False when there is too little evidence: the shares then span everything and the role is left out of totals. */
  readonly assessable: boolean;
  /** Expected share of working time that is exposed: automatable + augmentable. */
  readonly score: Estimate;
  /** The part of the score that needs no software beyond today's models. */
  readonly today: Estimate;
  /** Working hours a year in the role, all heads together, and those exposed. */
  readonly hours: number;
  readonly hoursExposed: Estimate;
  /** In the assessment's currency; null when pay or a rate is not known. */
  readonly payroll: number | null;
  readonly payrollExposed: Estimate | null;
  /** Standard deviation between the role's scores when each label source is believed alone. */
  readonly raterSd: number;
  readonly drivers: readonly Driver[];
  readonly redeployment: readonly Redeployment[];
};

export type TimelinePoint = { readonly quarter: string; readonly hours: Estimate };

/** A scenario, never a forecast. */
export type Timeline = { readonly scenario: AdoptionName; readonly points: readonly TimelinePoint[] };

export type ExposureTotals = Shares & {
  readonly score: Estimate;
  readonly headcount: number;
  /** Share of headcount whose occupation is confirmed or recognised with confidence, 0..1. */
  readonly coverage: number;
  readonly hoursExposed: Estimate;
  /** Over roles whose pay is known. */
  readonly payrollExposed: Estimate | null;
  /** Share of headcount whose pay is known. */
  readonly payKnown: number;
};

export type ExposureAssessment = {
  readonly asOf: IsoDate;
  readonly currency: Currency;
  /** Null when no role could be assessed. Intervals hold with 80 %. */
  readonly totals: ExposureTotals | null;
  readonly unconfirmed: readonly RoleId[];
  readonly unmatched: readonly RoleId[];
  readonly notAssessable: readonly RoleId[];
  readonly roles: readonly RoleExposure[];
  readonly timeline: Timeline;
  readonly knowledge: { readonly pack: string; readonly version: string };
};
