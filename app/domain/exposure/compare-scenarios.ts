import { type Estimate, estimateFromDraws } from "../kernel/estimate.ts";
import type { ExposureAssessment } from "./exposure-assessment.ts";
import { exposureLevel } from "./score-role.ts";

/** What a scenario keeps of its assessment: the organization as a whole, no role. */
export type ScenarioResult = Pick<
  ExposureAssessment,
  "asOf" | "currency" | "totals" | "timeline" | "draws" | "knowledge"
>;

export function scenarioResult(assessment: ExposureAssessment): ScenarioResult {
  const { asOf, currency, totals, timeline, draws, knowledge } = assessment;
  return { asOf, currency, totals, timeline, knowledge, ...(draws === undefined ? {} : { draws }) };
}

/**
 * How much one result lies above another, draw by draw: errors that both share cancel. Null when they were drawn from other
 * knowledge, because then the draws have nothing to do with each other.
 */
export function differenceOf(
  of: ScenarioResult,
  from: ScenarioResult,
  part: "score" | "automatable" | "augmentable",
): Estimate | null {
  if (of.totals === null || from.totals === null || of.draws === undefined || from.draws === undefined) return null;
  if (of.knowledge.version !== from.knowledge.version) return null;
  const read = ({ draws }: ScenarioResult, at: number) => {
    const [automatable, augmentable] = [draws?.automatable[at] ?? 0, draws?.augmentable[at] ?? 0];
    return part === "automatable" ? automatable : part === "augmentable" ? augmentable : automatable + augmentable;
  };
  const differences = of.draws.automatable.map((_, at) => read(of, at) - read(from, at));
  return estimateFromDraws(differences, exposureLevel, of.totals[part].value - from.totals[part].value);
}
