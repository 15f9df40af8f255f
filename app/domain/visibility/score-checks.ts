import { type Estimate, estimate } from "../kernel/estimate.ts";
import type { CheckResult } from "./visibility-audit.ts";
import type { EvidenceGrade } from "./visibility-pack.ts";

/** How far the weight of a group is moved, up and down, to see what the score rests on. */
const shift = 0.5;

type Scored = Pick<CheckResult, "id" | "value" | "weight" | "penalty">;

/** Quality 0..100: the weighted mean of what was measured, less the penalties. `factor` moves one check's weight. */
export function quality(checks: readonly Scored[], moved: string | null = null, factor = 1): number {
  let sum = 0;
  let weight = 0;
  let penalty = 0;
  for (const check of checks) {
    if (check.value === null) continue;
    const scale = check.id === moved ? factor : 1;
    sum += check.weight * scale * check.value;
    weight += check.weight * scale;
    penalty += check.penalty * scale * (1 - check.value);
  }
  return weight === 0 ? 0 : Math.max(0, (100 * sum) / weight - penalty);
}

/** The range of `score` when the weight of each check in turn is moved by half. */
export function sensitivities(
  ids: readonly string[],
  score: (moved: string | null, factor: number) => number,
): { readonly check: string; readonly low: number; readonly high: number }[] {
  return ids.map((check) => {
    const ends = [score(check, 1 - shift), score(check, 1 + shift)];
    return { check, low: Math.min(...ends), high: Math.max(...ends) };
  });
}

/** The score with the range over all groups as its interval. */
export function scoreWithRange(
  ids: readonly string[],
  score: (moved: string | null, factor: number) => number,
): Estimate {
  const moved = sensitivities(ids, score);
  const value = score(null, 1);
  return estimate(
    value,
    Math.min(value, ...moved.map((each) => each.low)),
    Math.max(value, ...moved.map((each) => each.high)),
  );
}

/** Checks that strong or moderate evidence speaks for. */
export function onBestEvidence<Check extends { readonly evidenceGrade: EvidenceGrade }>(
  checks: readonly Check[],
): Check[] {
  return checks.filter((check) => check.evidenceGrade === "strong" || check.evidenceGrade === "moderate");
}

/** Ids of the checks that carry weight or a penalty. */
export function weighing(checks: readonly Scored[]): string[] {
  return checks.filter((check) => check.weight + check.penalty > 0 && check.value !== null).map((check) => check.id);
}
