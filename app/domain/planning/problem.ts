/** One way to do an action. Hours are spent in every period from start to finish; cash is paid when it starts. */
export type ProblemMode = {
  /** Periods, at least 1. */
  readonly duration: number;
  /** Hours a period, one figure for each pool. */
  readonly hoursPerPeriod: readonly number[];
  readonly cashAtStart: number;
  readonly benefitPerPeriodAfterFinish: number;
};

export type ProblemAction = {
  readonly id: string;
  readonly mandatory: boolean;
  /** A mandatory action finishes by this period; null means by the horizon. Ignored for the others. */
  readonly deadline: number | null;
  /** Chosen and finished at or before the start of this action. */
  readonly requires: readonly string[];
  readonly modes: readonly ProblemMode[];
};

/**
 * Which actions to do, how and when. Periods are 0 .. horizon-1; an action that starts at `s` for `d` periods occupies
 * `s .. s+d-1` and finishes at `s+d`. The value to maximise is the sum over chosen actions of
 * benefit x (horizon + tailPeriods - finish) - cash.
 */
export type PlanProblem = {
  readonly horizon: number;
  readonly tailPeriods: number;
  /** Hours a period of each pool. */
  readonly pools: readonly number[];
  /** Cumulative cash released by the end of each period; one entry a period. */
  readonly cash: readonly number[];
  readonly actions: readonly ProblemAction[];
  /** Selects an iteration budget, never a clock. */
  readonly seconds: number;
  readonly seed: number;
};

export type ScheduledAction = {
  readonly id: string;
  readonly mode: number;
  readonly start: number;
  readonly finish: number;
};

export type PlanAnswer = {
  readonly status: "optimal" | "feasible" | "infeasible";
  readonly value: number;
  /** Certified: no plan of this problem is worth more. */
  readonly upperBound: number;
  /** (upperBound - value) / |upperBound|, 0 when both are 0. */
  readonly gap: number;
  readonly schedule: readonly ScheduledAction[];
  /** In words, the smallest set of demands found that cannot hold together; empty when there is a plan. */
  readonly conflicts: readonly string[];
  /** A hard stop on the clock cut the budget short, so another run may differ. */
  readonly truncated: boolean;
};

export type PlanCheck = {
  readonly feasible: boolean;
  readonly value: number;
  readonly violations: readonly string[];
};
