import type { Forecast } from "#app/domain/kernel/forecast.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Currency } from "#app/domain/kernel/money.ts";

export type ActionKind = "training" | "workflow" | "control" | "readiness" | "visibility";

/** A group of people or a supplier whose hours run out, such as `learning` (everybody's time to learn) or `it`. */
export type PoolId = string;

/** One reason for an action, in words a manager understands, with what it rests on. */
export type Driver = {
  readonly kind: "exposure" | "compliance" | "readiness" | "visibility" | "evidence" | "rule";
  readonly text: string;
  /** Id of the role, duty, question, fix or posterior that the reason rests on. */
  readonly ref: string;
};

/** What an action is for. Ids of the assessments; lists may be empty. */
export type Serves = {
  readonly obligations: readonly string[];
  readonly roles: readonly string[];
  readonly systems: readonly string[];
  readonly fixes: readonly string[];
  readonly blockers: readonly string[];
};

export type CandidateMode = {
  readonly id: string;
  readonly title: string;
  /** Weeks to finish: the 80th percentile, which the schedule uses. */
  readonly weeks: number;
  /** Median weeks, at most `weeks`, for the chance of being on time. */
  readonly weeksMedian: number;
  /** Hours in all, by pool. */
  readonly hours: Readonly<Record<PoolId, number>>;
  /** Cash in all, paid at the start, in the plan's currency. */
  readonly cash: number;
  /** Worth a month once finished, in the plan's currency, before the cost: mean and standard deviation. */
  readonly monthly: { readonly mean: number; readonly sd: number };
  /** The same by the belief that recommendations rest on, where the newest is not evidence enough to change them. */
  readonly decidedBy?: { readonly mean: number; readonly sd: number };
};

/** Something that could be done, with the ways to do it. */
export type CandidateAction = {
  /** Stable between versions of a plan: the intervention and what it is done to. */
  readonly id: string;
  readonly interventionId: string;
  readonly kind: ActionKind;
  readonly title: string;
  /** Who answers for it, as a role. */
  readonly owner: string;
  /** What it is done to, such as a role family, a task bundle or a system. */
  readonly subject: string;
  /** Role families whose people learn or change, for the limit on changes at once. */
  readonly families: readonly string[];
  /** The task bundle that is redesigned, or the modules that are taught; empty for the other kinds. */
  readonly details: readonly string[];
  readonly modes: readonly CandidateMode[];
  /** Modes that the law or a gate takes away, each with the reason. */
  readonly excluded: readonly { readonly mode: string; readonly because: string }[];
  readonly mandatory: boolean;
  readonly deadline: IsoDate | null;
  /** Ids of candidates that must be finished first. */
  readonly requires: readonly string[];
  readonly forecast: Forecast;
  readonly why: readonly Driver[];
  readonly serves: Serves;
};

export type PlanItem = {
  readonly id: string;
  readonly interventionId: string;
  readonly kind: ActionKind;
  readonly title: string;
  readonly subject: string;
  readonly details: readonly string[];
  readonly mode: { readonly id: string; readonly title: string };
  readonly owner: string;
  readonly start: IsoDate;
  /** The day by which it is done, on the 80th percentile of its duration. */
  readonly finish: IsoDate;
  /** Chance, 0..1, of finishing by `deadline` or else by `finish`, from seeded draws. */
  readonly onTime: number;
  readonly hours: Readonly<Record<PoolId, number>>;
  readonly cost: number;
  /** Worth a month once finished, 90 % interval, in the plan's currency. */
  readonly monthly: { readonly value: number; readonly low: number; readonly high: number };
  /** Worth a month by which the item was decided, where that is not the newest. */
  readonly decidedBy?: number;
  readonly forecast: Forecast;
  readonly why: readonly Driver[];
  readonly serves: Serves;
  readonly requires: readonly string[];
  readonly excluded: readonly { readonly mode: string; readonly because: string }[];
  readonly mandatory: boolean;
  readonly deadline: IsoDate | null;
  readonly pinned: boolean;
};

/** What the customer lets the plan use. Editable; every change is a new version. */
export type PlanConstraints = {
  readonly currency: Currency;
  /** Released at the start of each quarter, from the plan's first; later quarters repeat the last. */
  readonly budgetByQuarter: readonly number[];
  readonly hoursPerWeek: Readonly<Record<PoolId, number>>;
  /** Nothing starts and nobody works on the plan between these days. */
  readonly freeze: readonly { readonly from: IsoDate; readonly to: IsoDate; readonly why: string }[];
  /** lambda: how many standard deviations of worth are taken off; 0 is neutral. */
  readonly riskAversion: number;
  /** What one moved, dropped or changed item must gain, in the plan's currency. */
  readonly changeCost: number;
  /** Most trainings and redesigns that may touch one role family in the same period. */
  readonly changesAtOnce: number;
  /** Most actions that may run in the same period: what managers can attend to. */
  readonly actionsAtOnce: number;
  /** What an hour of anybody's time is worth, in the plan's currency. */
  readonly hourWorth: number;
  readonly pins: readonly Pin[];
};

/** A person's word about one candidate: keep it out, or keep it in, perhaps in this mode and from this day. */
export type Pin = {
  readonly action: string;
  readonly keep: "in" | "out";
  readonly mode?: string;
  readonly start?: IsoDate;
};

export type LeftOut = { readonly id: string; readonly title: string; readonly because: string };

/** Hours used and there in each period of four weeks, for one pool. */
export type PoolLoad = {
  readonly pool: PoolId;
  readonly periods: readonly { readonly from: IsoDate; readonly used: number; readonly capacity: number }[];
};

/** A whole plan. Everything it rests on is named, so that it can be computed again to the byte. */
export type Plan = {
  readonly asOf: IsoDate;
  /** The Monday on which the first of `periods` periods of four weeks begins. */
  readonly from: IsoDate;
  readonly periods: number;
  /** The budget quarter that runs when the plan begins, and cash of earlier quarters that nobody spent. */
  readonly budget: { readonly quarterFrom: IsoDate; readonly carried: number };
  readonly currency: Currency;
  readonly status: "optimal" | "feasible" | "infeasible";
  readonly items: readonly PlanItem[];
  readonly leftOut: readonly LeftOut[];
  readonly load: readonly PoolLoad[];
  readonly totals: { readonly hours: number; readonly cost: number };
  readonly value: number;
  readonly upperBound: number;
  readonly gap: number;
  /** The hard stop on the clock cut in: computed again on a faster machine it may come out better. Missing means no. */
  readonly truncated?: boolean;
  readonly conflicts: readonly string[];
  readonly seed: number;
  readonly inputHash: string;
  readonly knowledgeVersion: string;
  readonly posteriorIds: readonly string[];
};

export type ItemChange = {
  readonly id: string;
  readonly title: string;
  readonly change: "added" | "dropped" | "moved" | "mode" | "forecast";
  /** The whole change as one sentence. */
  readonly text: string;
  readonly because: string;
  readonly drivers: readonly Driver[];
};

export type PlanDiff = {
  readonly summary: string;
  readonly changes: readonly ItemChange[];
  readonly unchanged: number;
  readonly totals: {
    readonly hours: { readonly before: number; readonly after: number };
    readonly cost: { readonly before: number; readonly after: number };
  };
};
