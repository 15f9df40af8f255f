import type { IsoDate } from "../kernel/iso-date.ts";
import type { GateName } from "../workforce/role.ts";
import type { ExposureValidation } from "./exposure-validation.ts";
import type { SparseTable } from "./title-model.ts";

/** Who labelled the tasks behind a figure. `backed-off` means no label of the occupation's own, so the activity's average stands in. */
export const labelSources = ["human-raters", "model-rubric-1", "model-rubric-2", "observed-use", "backed-off"] as const;

export type LabelSource = (typeof labelSources)[number];

/** One of the 332 intermediate work activities, labelled in our own words, with its average over all occupations. */
export type Activity = {
  /** The O*NET intermediate work activity id, `4.A.1.a.1.I01`. */
  readonly id: string;
  readonly label: string;
  /** Probabilities of exposure without (E1) and with software (E2), and the share of the exposed time a system could do alone. */
  readonly e1: number;
  readonly e2: number;
  readonly automation: number;
};

/** Stands for the time of stated duties that are like no known activity. Its number is no index into the pack. */
export const unrecognised = { activity: -1, id: "not-recognised", label: "Duties that were not recognised" } as const;

/** Whose labels of exposure are kept one by one. */
export const raterSources = ["human-raters", "model-rubric-1", "model-rubric-2"] as const;

export type RaterSource = (typeof raterSources)[number];

/** What a figure of an activity is made of, source by source. */
export type ActivityEvidence = {
  /** Score by each rater alone, and how many of the occupation's tasks it labelled. Raters without labels are left out. */
  readonly raters: readonly { readonly source: RaterSource; readonly score: number; readonly tasks: number }[];
  /** Score by all raters' labels together, each counted for how often it errs, before similar tasks are looked at. */
  readonly alone: number;
  /** Score that similar tasks of all occupations would give: what `alone` is pulled toward. */
  readonly similar: number;
  /** Automation share seen in use, and in how many of the tasks. Null where none was seen. */
  readonly observed: { readonly automation: number; readonly tasks: number } | null;
};

/** What one activity weighs in one occupation and how exposed it is there. */
export type OccupationActivity = {
  /** Index into `OccupationPack.activities`. */
  readonly activity: number;
  /** Share of working time, 0..1; the weights of an occupation sum to 1. */
  readonly weight: number;
  /** Probability that a language model alone halves the time (E1), or does so with software built on it (E2). */
  readonly e1: number;
  readonly e2: number;
  /** Of the exposed share, the part a system could do while a person checks exceptions, 0..1. */
  readonly automation: number;
  /** Standard deviations of the activity's score and of `automation`, independent between activities. */
  readonly scoreSd: number;
  readonly automationSd: number;
  readonly sources: readonly LabelSource[];
  /** How many labelled tasks of the occupation stand behind the figures. */
  readonly tasks: number;
  readonly evidence: ActivityEvidence;
};

export type RelatedOccupation = { readonly onet: string; readonly tier: 1 | 2 | 3 };

export type Occupation = {
  /** O*NET-SOC 2019 code, `15-1252.00`. */
  readonly onet: string;
  /** SOC 2018 code, `15-1252`. */
  readonly soc: string;
  readonly title: string;
  readonly assessable: boolean;
  /** Set when a role's stated tasks have changed the weights: tells it apart from the published occupation. */
  readonly variant?: string;
  readonly activities: readonly OccupationActivity[];
  /** Standard deviation of the score between independent raters, common to all activities. */
  readonly raterSd: number;
  /** Annual pay of US employees in US dollars: 10th, 25th, 50th, 75th, 90th percentile. Null where not published. */
  readonly pay: readonly [number | null, number | null, number | null, number | null, number | null] | null;
  readonly employment: number | null;
  readonly jobZone: number | null;
  /** Level (0..7) and importance (1..5) of each of the pack's skills, or null for occupations without a survey. */
  readonly skills: readonly { readonly level: number; readonly importance: number }[] | null;
  readonly related: readonly RelatedOccupation[];
};

export type GateEffect = {
  /** Parts of the automatable share that stay automatable and that become augmentable; the rest becomes human. */
  readonly automatableKept: number;
  readonly automatableToAugmentable: number;
  /** Part of the augmentable share that stays; the rest becomes human. */
  readonly augmentableKept: number;
};

export type AdoptionName = "slow" | "central" | "fast";

/** Logistic adoption of what is technically possible; time in quarters from the as-of date. */
export type AdoptionCurve = { readonly ceiling: number; readonly midpoint: number; readonly width: number };

/** Everything a scenario of use rests on beside the exposure itself. */
export type AdoptionParameters = AdoptionCurve & {
  readonly softwareLag: number;
  /** Share of firms like this one that use AI at the start, and how much of what they could they do. */
  readonly startShare: number;
  readonly startDepth: number;
};

export type ModelParameters = {
  /** Time share saved where software around a model is needed (E2), against 1 for E1. */
  readonly softwareWeight: number;
  readonly gates: Readonly<Record<GateName, GateEffect>>;
  readonly adoption: Readonly<Record<AdoptionName, AdoptionCurve>>;
  /** Quarters by which software-bound exposure (E2) trails. */
  readonly softwareLag: number;
  /** Of what is technically possible, the part a firm that uses AI at all has in use at the start. */
  readonly startDepth: number;
  /** Share of firms that use AI at the start, below and from 250 people. */
  readonly startShare: { readonly small: number; readonly large: number };
  /** What work that O*NET does not list as related counts as a way forward, against work that it does, 0..1. */
  readonly unlistedWay: number;
  /** Fall in US median pay, 0..1, beyond which a way forward counts as paying less. */
  readonly lowerPay: number;
  /** Between which figures a person may set each parameter of a scenario. */
  readonly adoptionBounds: Readonly<Record<keyof AdoptionParameters, readonly [number, number]>>;
  readonly hoursPerYear: number;
  /** Widening of the activities' standard deviations that makes 80 % intervals cover 80 % on held-out human labels. */
  readonly intervalScale: number;
  /** Uncertainty of activity weights, as the standard deviation of their logarithm. */
  readonly weightSd: number;
  readonly draws: number;
  /**
   * How much US pay may say of what a doubtful title is: the spread of the logarithm of pay between firms and places beside
   * that within an occupation, the power of its likelihood, and by how much it moves two occupations against each other at most.
   */
  readonly payEvidence: { readonly spread: number; readonly power: number; readonly most: number };
};

/** How often each stem (hashed) stands in the task sentences of each detailed activity, and the activity each of those is part of. */
export type DutyLanguage = { readonly words: SparseTable; readonly activityOf: Uint16Array };

export type OccupationPack = {
  readonly pack: string;
  readonly version: string;
  readonly builtOn: IsoDate;
  readonly inputHash: string;
  readonly activities: readonly Activity[];
  readonly dutyLanguage: DutyLanguage;
  /** Names of the skills, in the order of `Occupation.skills`. */
  readonly skills: readonly string[];
  readonly occupations: readonly Occupation[];
  readonly byOnet: ReadonlyMap<string, Occupation>;
  readonly model: ModelParameters;
  /** Where each parameter that is judgement or scenario comes from, in words. */
  readonly parameterSources: Readonly<Record<string, string>>;
  /** When a person has to look at those again. */
  readonly reviewBy: IsoDate;
  /** What the build was told, by name: chosen by the recorded comparison. */
  readonly recipe: Readonly<Record<string, number | string>>;
  /** What the build measured on data kept apart. */
  readonly validation: ExposureValidation;
  /** The same for the title model, by name: `reported.top1`. */
  readonly titleFigures: Readonly<Record<string, number>>;
};
