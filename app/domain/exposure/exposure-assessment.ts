import type { Estimate } from "../kernel/estimate.ts";
import type { RoleId } from "../kernel/ids.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { Currency } from "../kernel/money.ts";
import type { Split } from "./apply-gates.ts";
import type { ActivityEvidence, AdoptionName, AdoptionParameters, LabelSource } from "./occupation-pack.ts";

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

/** Shares of a group of roles, each role counted by its hours or its pay. */
export type WeightedShares = Shares & { readonly score: Estimate };

/** Working time that today's models reach, and that needs software around them, each split in two. In shares, hours or money. */
export type TechnicalParts = { readonly today: Split; readonly software: Split };

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
  /** What would be possible without the role's gates, for trying other gates. Absent where nothing can be said, and in results kept before 2026-11-28. */
  readonly technical?: TechnicalParts;
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

/** Hours and pay a quarter in which AI would be at work, and how the hours divide. */
export type TimelinePoint = {
  readonly quarter: string;
  readonly hours: Estimate;
  readonly automatable?: Estimate;
  readonly augmentable?: Estimate;
  /** Over roles whose pay is known. */
  readonly pay?: Estimate | null;
};

/** Hours of one activity in the last quarter of a scenario, over all roles. */
export type ActivityHours = { readonly activity: string; readonly label: string; readonly hours: number };

/** What AI could take on in a year: what today's models reach, and what needs software around them. */
export type Reach = { readonly today: Estimate; readonly software: Estimate };

/** A scenario, never a forecast. What results kept before 2026-11-28 lack is optional. */
export type Timeline = {
  readonly scenario: AdoptionName;
  /** What the setting, or the person, put in. */
  readonly adoption?: AdoptionParameters;
  readonly points: readonly TimelinePoint[];
  readonly reach?: { readonly hours: Reach; readonly pay: Reach | null };
  /** Those that make up most of the last quarter, most hours first. */
  readonly activities?: readonly ActivityHours[];
};

/** A department, site or level. `name` is null for roles that say none. */
export type ExposureGroup = {
  readonly name: string | null;
  readonly headcount: number;
  readonly hours: WeightedShares;
  /** Over its roles whose pay is known; null when there are none. */
  readonly payroll: WeightedShares | null;
  readonly payKnown: number;
};

export type ExposureGroups = Readonly<Record<"department" | "site" | "level", readonly ExposureGroup[]>>;

/** The organization's score beside the same occupations at national weights, and beside all occupations of the economy. */
export type MixComparison = {
  /** Share of assessed heads whose occupation has a published employment. */
  readonly covered: number;
  /** How many published occupations the organization's roles were counted as. */
  readonly occupations: number;
  /** Over the roles that are covered, by hours. */
  readonly own: Estimate | null;
  /** The same roles and scores, as many people in each occupation as in the nation. Null when too few heads are covered. */
  readonly national: Estimate | null;
  /** own - national, draw by draw. */
  readonly difference: Estimate | null;
  /** All assessable occupations at national employment, without circumstances. */
  readonly economy: Estimate | null;
};

export type ExposureTotals = WeightedShares & {
  readonly headcount: number;
  /** Share of headcount whose occupation is confirmed or recognised with confidence, 0..1. */
  readonly coverage: number;
  readonly hoursExposed: Estimate;
  /** Over roles whose pay is known. */
  readonly payrollExposed: Estimate | null;
  /** The shares weighted by pay, over roles whose pay is known. Absent in results kept before 2026-11-28. */
  readonly byPayroll?: WeightedShares | null;
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
  /** Groups over all roles, and over those without the roles named in `apart`. Absent in results kept before 2026-11-28. */
  readonly groups?: ExposureGroups;
  readonly groupsWithoutApart?: ExposureGroups;
  readonly comparison?: MixComparison;
  /** The organization's two exposed shares draw by draw, where they were asked for. */
  readonly draws?: { readonly automatable: readonly number[]; readonly augmentable: readonly number[] };
  readonly knowledge: { readonly pack: string; readonly version: string };
};
