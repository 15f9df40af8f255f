import { seedFrom } from "#app/domain/kernel/random.ts";
import type { PlanInputs } from "./compose-plan.ts";

/**
 * The seed of a plan: what is asked, of whom and when, by names that are the same wherever this organization is entered. Ids of
 * roles, systems and beliefs are made anew there, so they stay out: the same organization gets the same plan everywhere.
 */
export function seedOfPlan(
  inputs: Pick<PlanInputs, "asOf" | "candidates" | "constraints" | "current" | "knowledgeVersion">,
): number {
  const { asOf, candidates, constraints, current, knowledgeVersion } = inputs;
  const held = (current?.items ?? []).map(({ id, mode, start }) => `${id} ${mode.id} ${start}`);
  const asked = candidates.map(({ id }) => id).sort();
  return seedFrom(JSON.stringify([asOf, knowledgeVersion, asked, constraints, held]));
}
