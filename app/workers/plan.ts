import { optimise } from "#app/domain/planning/optimise/optimise.ts";
import type { PlanAnswer, PlanProblem } from "#app/domain/planning/problem.ts";
import { highsSolver } from "./highs.ts";
import { serve } from "./serve.ts";

/** Solves one planning problem. The clock only cuts in at twice the budget. */
export async function run(problem: PlanProblem): Promise<PlanAnswer> {
  return optimise(problem, await highsSolver(problem.seconds * 2_000));
}

serve("plan", run);
