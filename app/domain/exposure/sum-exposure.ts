import { type Estimate, estimateFromDraws, scaled } from "../kernel/estimate.ts";
import { totalHeadcount } from "../workforce/headcount.ts";
import type { ExposureTotals, RoleExposure } from "./exposure-assessment.ts";
import type { JudgedRole } from "./judge-role.ts";
import { exposureLevel, type Score } from "./score-role.ts";

export type AssessedRole = { readonly judgement: JudgedRole; readonly result: RoleExposure };

type Part = "automatable" | "augmentable" | "score" | "today";

/** An organization's figures over all roles that could be scored, weighted by hours; null when there are none. */
export function sumUp(assessed: readonly AssessedRole[]): ExposureTotals | null {
  const scored = assessed.filter(({ judgement }) => judgement.score !== null);
  const hours = scored.reduce((sum, { result }) => sum + result.hours, 0);
  if (hours === 0) return null;
  const hoursExposed = sumHours(scored, "score");
  const score = scaled(hoursExposed, 1 / hours);
  const headcount = totalHeadcount(assessed.map(({ result }) => result));
  const sure = scored.filter(({ result }) => result.state === "confirmed" || result.state === "matched");
  const paid = scored.filter(({ result }) => result.payroll !== null);
  return {
    automatable: scaled(sumHours(scored, "automatable"), 1 / hours),
    augmentable: scaled(sumHours(scored, "augmentable"), 1 / hours),
    human: { value: 1 - score.value, low: 1 - score.high, high: 1 - score.low },
    score,
    headcount,
    coverage: totalHeadcount(sure.map(({ result }) => result)) / headcount,
    hoursExposed,
    payrollExposed: paid.length === 0 ? null : sumDraws(paid, ({ payroll }) => payroll ?? 0, "score"),
    payKnown: totalHeadcount(paid.map(({ result }) => result)) / headcount,
  };
}

/** Hours a year over all scored roles, draw by draw, so that errors that roles share do not cancel. */
export function sumHours(assessed: readonly AssessedRole[], part: Part): Estimate {
  return sumDraws(assessed, ({ hours }) => hours, part);
}

function sumDraws(assessed: readonly AssessedRole[], weight: (result: RoleExposure) => number, part: Part): Estimate {
  const weights = new Map<Score, number>();
  let expected = 0;
  for (const { judgement, result } of assessed) {
    if (judgement.score === null) continue;
    weights.set(judgement.score, (weights.get(judgement.score) ?? 0) + weight(result));
    expected += weight(result) * result[part].value;
  }
  const sums = new Float64Array([...weights.keys()][0]?.draws.today.length ?? 0);
  for (const [{ draws }, factor] of weights) {
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + factor * drawnPart(draws, part, at);
  }
  return sums.length === 0 ? { value: 0, low: 0, high: 0 } : estimateFromDraws(sums, exposureLevel, expected);
}

function drawnPart(draws: Score["draws"], part: Part, at: number): number {
  if (part !== "score") return draws[part][at] ?? 0;
  return (draws.automatable[at] ?? 0) + (draws.augmentable[at] ?? 0);
}
