/** A maximisation: rows hold `rowLower <= A x <= rowUpper`, columns `lower <= x <= upper`. The matrix is by row (CSR). */
export type LinearModel = {
  readonly columns: number;
  readonly cost: Float64Array;
  readonly upper: Float64Array;
  readonly rows: number;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
};

export type SolveOptions = {
  /** All columns whole numbers, or the relaxation. */
  readonly whole: boolean;
  /** Most simplex iterations, the measure of work that does not depend on the machine. */
  readonly iterations: number;
  /** Stop when the best found is within this share of the bound. */
  readonly gap: number;
  /** A solution to start from, one value a column. */
  readonly start?: Float64Array;
};

export type LinearSolution = {
  /** `limit`: stopped at the iterations; `stopped`: cut off by the clock, so not repeatable. */
  readonly status: "optimal" | "limit" | "stopped" | "infeasible";
  /** Null when none was found. */
  readonly x: Float64Array | null;
  readonly value: number;
  /** No solution is worth more than this; infinite when unknown. */
  readonly bound: number;
  /** Simplex iterations spent: the same on every machine. */
  readonly iterations: number;
  /** Price of each row's last unit; empty for whole-number models. */
  readonly prices: Float64Array;
};

/** What the optimiser needs from a solver of linear and whole-number models. */
export type Solve = (model: LinearModel, options: SolveOptions) => LinearSolution;
