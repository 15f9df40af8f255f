import { type Estimate, estimate, estimateFromDraws, scaled } from "../kernel/estimate.ts";
import { totalHeadcount } from "../workforce/headcount.ts";
import type { ExposureTotals, RoleExposure, WeightedShares } from "./exposure-assessment.ts";
import type { JudgedRole } from "./judge-role.ts";
import { exposureLevel, type Score } from "./score-role.ts";

export type AssessedRole = { readonly judgement: JudgedRole; readonly result: RoleExposure };

/** A figure of every role that can be added up: the two exposed shares, their sum, and its part with and without software. */
export type Part = "automatable" | "augmentable" | "score" | "today" | "software";

/** What a role counts for: its hours, its pay, or a weight of a comparison. */
export type Weight = (result: RoleExposure) => number;

export const byHours: Weight = ({ hours }) => hours;
export const byPay: Weight = ({ payroll }) => payroll ?? 0;

/** An organization's figures over all roles that could be scored; null when there are none. */
export function sumUp(assessed: readonly AssessedRole[]): ExposureTotals | null {
  const scored = assessed.filter(({ judgement }) => judgement.score !== null);
  const shares = weightedShares(scored, byHours);
  if (shares === null) return null;
  const headcount = totalHeadcount(assessed.map(({ result }) => result));
  const sure = scored.filter(({ result }) => result.state === "confirmed" || result.state === "matched");
  const paid = paidOf(scored);
  return {
    ...shares,
    headcount,
    coverage: totalHeadcount(sure.map(({ result }) => result)) / headcount,
    hoursExposed: sumPart(scored, "score", byHours),
    payrollExposed: paid.length === 0 ? null : sumPart(paid, "score", byPay),
    byPayroll: weightedShares(paid, byPay),
    payKnown: totalHeadcount(paid.map(({ result }) => result)) / headcount,
  };
}

export function paidOf(assessed: readonly AssessedRole[]): readonly AssessedRole[] {
  return assessed.filter(({ judgement, result }) => judgement.score !== null && result.payroll !== null);
}

/** Mean shares of the roles that could be scored, draw by draw; null when they weigh nothing. */
export function weightedShares(assessed: readonly AssessedRole[], weight: Weight): WeightedShares | null {
  const scored = assessed.filter(({ judgement }) => judgement.score !== null);
  const total = scored.reduce((sum, { result }) => sum + weight(result), 0);
  if (total === 0) return null;
  const automatable = drawnSum(scored, "automatable", weight);
  const augmentable = drawnSum(scored, "augmentable", weight);
  const score = scaled(
    estimateFromDraws(
      automatable.draws.map((value, at) => value + (augmentable.draws[at] ?? 0)),
      exposureLevel,
      automatable.expected + augmentable.expected,
    ),
    1 / total,
  );
  const mean = ({ draws, expected }: DrawnSum) => scaled(estimateFromDraws(draws, exposureLevel, expected), 1 / total);
  return {
    automatable: mean(automatable),
    augmentable: mean(augmentable),
    human: estimate(1 - score.value, 1 - score.high, 1 - score.low),
    score,
  };
}

/** A part of hours, pay or another weight over all scored roles, draw by draw, so that errors that roles share do not cancel. */
export function sumPart(assessed: readonly AssessedRole[], part: Part, weight: Weight): Estimate {
  const { draws, expected } = drawnSum(assessed, part, weight);
  return draws.length === 0 ? { value: 0, low: 0, high: 0 } : estimateFromDraws(draws, exposureLevel, expected);
}

export type DrawnSum = { readonly draws: Float64Array; readonly expected: number };

export function drawnSum(assessed: readonly AssessedRole[], part: Part, weight: Weight): DrawnSum {
  const weights = new Map<Score, number>();
  let expected = 0;
  for (const { judgement, result } of assessed) {
    if (judgement.score === null) continue;
    weights.set(judgement.score, (weights.get(judgement.score) ?? 0) + weight(result));
    expected += weight(result) * expectedPart(result, part);
  }
  const draws = new Float64Array([...weights.keys()][0]?.draws.today.length ?? 0);
  for (const [score, factor] of weights) {
    for (let at = 0; at < draws.length; at++) draws[at] = (draws[at] ?? 0) + factor * drawnPart(score.draws, part, at);
  }
  return { draws, expected };
}

function expectedPart(result: RoleExposure, part: Part): number {
  return part === "software" ? Math.max(0, result.score.value - result.today.value) : result[part].value;
}

function drawnPart(draws: Score["draws"], part: Part, at: number): number {
  if (part === "automatable" || part === "augmentable" || part === "today") return draws[part][at] ?? 0;
  const score = (draws.automatable[at] ?? 0) + (draws.augmentable[at] ?? 0);
  return part === "score" ? score : Math.max(0, score - (draws.today[at] ?? 0));
}
