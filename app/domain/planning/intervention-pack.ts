import type { EffectScale } from "#app/domain/kernel/forecast.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Rates } from "#app/domain/kernel/money.ts";
import type { WorkRules } from "#app/domain/workflows/work-mode.ts";
import type { ActionKind, PoolId } from "./plan.ts";

/** Where an effect was studied, and how the figure was checked. */
export type EffectSource = {
  readonly id: string;
  readonly citation: string;
  readonly design: string;
  readonly finding: string;
  readonly checked: string;
};

/** What makes an intervention a candidate. Several triggers: any one is enough. */
export type Trigger =
  /** A duty that applies asks for one of these controls. */
  | { readonly on: "controls"; readonly any: readonly string[] }
  /** The readiness result names one of these blockers. */
  | { readonly on: "blockers"; readonly any: readonly string[] }
  /** One of these readiness questions stands below a level, or is not known. */
  | { readonly on: "questions"; readonly any: readonly string[]; readonly below: number }
  /** The site audit found a fix for one of these checks. */
  | { readonly on: "fixes"; readonly checks: readonly string[] }
  /** A role family's working time is augmentable at least this much, 0..1. */
  | { readonly on: "family"; readonly augmentable: number; readonly families?: readonly string[] }
  /** A task bundle whose best mode is this one. */
  | { readonly on: "bundle"; readonly mode: "shared" | "exceptions" };

/** An amount that grows with the people (or pages) it is done for. */
export type Amount = { readonly fixed: number; readonly each: number };

export type InterventionMode = {
  readonly id: string;
  readonly title: string;
  /** Weeks: median and 80th percentile. */
  readonly weeks: readonly [median: number, late: number];
  readonly hours: Readonly<Record<PoolId, Amount>>;
  /** In euros; converted by the organization's rates. */
  readonly cash: Amount;
  /** Effect against the prior, 1 for the reference mode. */
  readonly effect: number;
};

/** Something that organizations do, with what is believed of it. Wording ours; figures are judgements resting on the sources. */
export type Intervention = {
  readonly id: string;
  readonly kind: ActionKind;
  /** `{subject}` stands for what it is done to. */
  readonly title: string;
  readonly summary: string;
  readonly owner: string;
  readonly per: "organization" | "family" | "bundle";
  readonly when: readonly Trigger[];
  readonly measure: string;
  readonly scale: EffectScale;
  readonly prior: {
    readonly mean: number;
    readonly sd: number;
    readonly basis: string;
    readonly sources: readonly string[];
  };
  readonly modes: readonly InterventionMode[];
  /** Interventions that come first where they are candidates too. */
  readonly requires: readonly string[];
  /** Duties to inform and consult whose steps come first when the work itself changes. */
  readonly consultFirst: boolean;
  /** Modules of a training, in order. */
  readonly modules?: readonly string[];
};

/** Roles that learn and change together, by the occupations in them (prefixes of SOC codes; the longest match wins). */
export type RoleFamily = {
  readonly id: string;
  readonly title: string;
  readonly soc: readonly string[];
  readonly personAffecting: boolean;
};

export type Pool = { readonly id: PoolId; readonly title: string; readonly defaultHoursPerWeek: Amount };

/** What one unit of a result is worth a month, in euros, until the organization says otherwise. Judgements. */
export type Worth = {
  /** One working hour that becomes free. */
  readonly hour: number;
  /** One point of the readiness score. */
  readonly readinessPoint: number;
  /** One point of the site score. */
  readonly sitePoint: number;
  /** One duty whose evidence is in place. */
  readonly duty: number;
  /** Share of the paper effect of training that reaches the work, times the value of one standard deviation as a share of pay. */
  readonly trainingTransfer: number;
};

/** Which skills a training touches, by its id. A judgement of ours from its modules: it says what a course helps with, not that it is enough. */
export type SkillCover = {
  readonly asOf: IsoDate;
  readonly basis: string;
  readonly touches: Readonly<Record<string, readonly string[]>>;
};

export type InterventionPack = {
  readonly version: string;
  readonly reviewBy: IsoDate;
  readonly interventions: readonly Intervention[];
  readonly sources: readonly EffectSource[];
  readonly families: readonly RoleFamily[];
  readonly pools: readonly Pool[];
  readonly worth: Worth;
  readonly skills: SkillCover;
  readonly work: WorkRules;
  /** Round rates for turning the pack's euros into the organization's currency. */
  readonly rates: Rates;
  /** Days after the start of a plan by which duties already in force are met. */
  readonly overdueWithinDays: number;
};
