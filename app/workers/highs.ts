import loadHighs, { type Highs, type ObjectiveSense } from "highs";
import type { LinearModel, LinearSolution, Solve, SolveOptions } from "#app/domain/planning/optimise/linear.ts";

let loading: Promise<Highs> | null = null;

/**
 * The HiGHS solver behind the domain's `Solve`. Work is bounded by simplex iterations; `stopAfterMs` is the hard stop of one
 * whole task, reported as status `stopped`. The runtime is loaded once in a thread, every model is disposed.
 */
export async function highsSolver(stopAfterMs: number): Promise<Solve> {
  loading ??= loadHighs();
  const highs = await loading;
  const endsAt = performance.now() + stopAfterMs;
  return (model, options) => solveOnce(highs, model, options, (endsAt - performance.now()) / 1000);
}

function solveOnce(highs: Highs, model: LinearModel, options: SolveOptions, secondsLeft: number): LinearSolution {
  if (model.columns === 0) return withoutColumns(model);
  if (secondsLeft <= 0) return nothing("stopped");
  return highs.withModel(dataOf(model, options.whole, highs.constants.objectiveSense.maximize), (run) => {
    run.options.set({ output_flag: false, random_seed: 0, time_limit: secondsLeft, mip_rel_gap: options.gap });
    // Few trials before a branching is trusted: more of the budget goes into the tree, whose bound is what a plan is certified by.
    if (options.whole) run.options.set({ mip_pscost_minreliable: 2 });
    if (!options.whole) run.options.set({ simplex_iteration_limit: options.iterations });
    if (options.start !== undefined) run.setSolution({ colValue: options.start });
    const { modelStatus } = run.run({
      6: (event) => {
        if (Number(event.data.mip_total_lp_iterations ?? 0n) >= options.iterations) event.interrupt();
        return undefined;
      },
    });
    const { modelStatus: code } = highs.constants;
    if (modelStatus === code.infeasible || modelStatus === code.unboundedOrInfeasible) return nothing("infeasible");
    const found = Number(run.info.get("primal_solution_status")) === 2;
    const status: LinearSolution["status"] =
      modelStatus === code.optimal ? "optimal" : modelStatus === code.timeLimit ? "stopped" : "limit";
    const solution = run.getSolution();
    const bound = options.whole
      ? Number(run.info.get("mip_dual_bound"))
      : status === "optimal"
        ? run.getObjectiveValue()
        : Number.POSITIVE_INFINITY;
    return {
      status,
      x: found ? solution.colValue : null,
      value: run.getObjectiveValue(),
      bound,
      iterations: Math.max(0, Number(run.info.get("simplex_iteration_count"))),
      prices: options.whole ? new Float64Array(0) : solution.rowDual,
    };
  });
}

/** The solver refuses a model without columns: it is solved by nothing, unless a row wants something. */
function withoutColumns(model: LinearModel): LinearSolution {
  if (model.rowLower.some((lower) => lower > 0)) return nothing("infeasible");
  return {
    status: "optimal",
    x: new Float64Array(0),
    value: 0,
    bound: 0,
    iterations: 0,
    prices: new Float64Array(model.rows),
  };
}

function nothing(status: LinearSolution["status"]): LinearSolution {
  return {
    status,
    x: null,
    value: Number.NaN,
    bound: status === "infeasible" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
    iterations: 0,
    prices: new Float64Array(0),
  };
}

function dataOf(model: LinearModel, whole: boolean, sense: ObjectiveSense) {
  return {
    numCols: model.columns,
    numRows: model.rows,
    sense,
    colCost: model.cost,
    colLower: new Float64Array(model.columns),
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: "csr" as const,
      numRows: model.rows,
      numCols: model.columns,
      starts: model.starts,
      indices: model.indices,
      values: model.values,
    },
    ...(whole ? { integrality: new Int32Array(model.columns).fill(1) } : {}),
  };
}
