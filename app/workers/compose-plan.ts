import { composePlan, type PlanInputs } from "#app/domain/planning/compose-plan.ts";
import type { Plan } from "#app/domain/planning/plan.ts";
import { highsSolver } from "./highs.ts";
import { serve } from "./serve.ts";

/** Composes the plan of an organization. The clock only cuts in at five times the effort, a minute at least. */
export async function run(inputs: PlanInputs): Promise<Plan> {
  return composePlan(inputs, await highsSolver(Math.max(60_000, inputs.effort * 5_000)));
}

serve("compose-plan", run);
