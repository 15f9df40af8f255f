/** Who does the work, from a person alone (H5 of the Human Agency Scale) to AI alone (H1). */
export type WorkModeId = "human" | "reference" | "shared" | "exceptions" | "alone";

/** What is believed of one mode before anybody measured it here. Times are shares of what a person needs for one item. */
export type WorkMode = {
  readonly id: WorkModeId;
  readonly agency: "H1" | "H2" | "H3" | "H4" | "H5";
  readonly title: string;
  /** Which items it takes: those AI can do, those and the ones it speeds up, or none. */
  readonly covers: "none" | "automatable" | "both";
  /** a: a person's time on an item that AI handles, mean and standard deviation. */
  readonly assist: readonly [mean: number, sd: number];
  /** q: share of items that are reviewed. */
  readonly review: number;
  /** r: time of one review. */
  readonly reviewTime: readonly [mean: number, sd: number];
  /** e: share of wrong results, as Beta. */
  readonly errors: readonly [a: number, b: number];
  /** w: time to put one found error right. */
  readonly rework: readonly [mean: number, sd: number];
  /** rho: share of the saving on paper that shows in the field, as Beta. */
  readonly realised: readonly [a: number, b: number];
};

export type GateRule = { readonly id: string; readonly title: string };

/** Everything the workflow engine believes; dated and reviewed with the intervention pack. */
export type WorkRules = {
  readonly modes: readonly WorkMode[];
  /** Below this share that AI could do, a bundle is not handed over, however cheap the review. */
  readonly handOverFrom: number;
  /** k: share of errors that a reviewer catches, as Beta, until it is measured by seeding known errors. */
  readonly catchRate: readonly [a: number, b: number];
  readonly humanErrors: readonly [a: number, b: number];
  /** What an error that gets through costs, in working times of one item. */
  readonly errorCost: { readonly ordinary: number; readonly high: number };
  /** Share of all hours that a large field study saw saved; stands beside every saving. */
  readonly fieldAnchor: { readonly share: number; readonly source: string };
  /** What must hold before a person stops looking at every item. */
  readonly gates: readonly GateRule[];
};
