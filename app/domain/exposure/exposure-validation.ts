/** A value with an interval from resampling occupations. */
export type Resampled = { readonly value: number; readonly low: number; readonly high: number };

/** What a score is held against. None of them is seen by the variant that is measured. */
export const yardsticks = ["human", "usage", "usagePerWorker"] as const;

/**
 * human: published human labels of occupations whose own human labels were withheld. usage: how much the tasks of an
 * occupation are used with a model. usagePerWorker: the same in all, divided by the number of people.
 */
export type Yardstick = (typeof yardsticks)[number];

/** Rank agreement (Spearman) over all occupations and within office occupations, and its difference to the shipped variant (95 %). */
export type Agreement = {
  readonly all: number;
  readonly office: number;
  readonly difference: { readonly all: Resampled; readonly office: Resampled } | null;
};

export const variantFamilies = [
  "baseline",
  "raters",
  "shrinkage",
  "prior",
  "text",
  "task-weights",
  "score-map",
  "whole",
] as const;

export type VariantFamily = (typeof variantFamilies)[number];

/** One way to compute the score beside the shipped one: everything but `family` as shipped. */
export type VariantRow = {
  readonly family: VariantFamily;
  readonly name: string;
  readonly agreement: Readonly<Record<Yardstick, Agreement>>;
  /** Whether this is the setting that ships. */
  readonly kept: boolean;
};

/** One way to divide exposed time into automation and augmentation, against observed modes that were withheld. */
export type ShareRow = {
  readonly name: string;
  readonly byTask: number;
  readonly byOccupation: number;
  readonly difference: { readonly byTask: Resampled; readonly byOccupation: Resampled } | null;
  readonly kept: boolean;
};

/** Of scores by human raters, the share inside the interval of a nominal level. */
export type CoverageRow = { readonly nominal: number; readonly all: number; readonly office: number };

export type ExposureValidation = {
  /** Occupations held against human labels, and those of them in office work. */
  readonly occupations: number;
  readonly office: number;
  readonly variants: readonly VariantRow[];
  /** Half of the occupations set the scale of the interval; the coverage is that of the other half. */
  readonly coverage: readonly CoverageRow[];
  readonly coverageOf: { readonly all: number; readonly office: number };
  readonly automation: {
    readonly tasks: number;
    readonly occupations: number;
    readonly variants: readonly ShareRow[];
    /**
     * Against human labels of how much of a task could be automated, which exist for few tasks and fit nothing: the
     * automatable share of those tasks, and the mean of the machine labels.
     */
    readonly human: { readonly tasks: number; readonly rank: number; readonly machine: number };
  };
  /** The two skills whose difference is the trivial rule, chosen by folds. */
  readonly twoSkills: { readonly plus: string; readonly minus: string };
};

/** The row of the setting that ships. */
export function shippedVariant({ variants }: Pick<ExposureValidation, "variants">): VariantRow | null {
  return variants.find(({ kept, family }) => kept && family === "whole") ?? null;
}
