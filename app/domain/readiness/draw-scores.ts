import { normalShare } from "#app/domain/kernel/normal.ts";
import { normalDraw, randomFrom, seedFrom } from "#app/domain/kernel/random.ts";
import type { QuestionScore } from "./assessment.ts";
import { scoreOfLevel } from "./score-question.ts";

/** Draws behind every interval of a readiness result. */
export const drawCount = 2000;

/** Half the width, in levels, of an answer that nobody vouches for. */
const widestSpread = 1.5;

/** What `evenDraws` answered before: it is a pure function of two small sets, and most of the work of a result. */
const remembered = new Map<string, Float64Array>();

/** Even numbers in 0..1, the same for the same name in every run, so that two results differ by their answers alone. */
export function evenDraws(name: string, sharedError: number): Float64Array {
  const key = `${sharedError}/${name}`;
  const before = remembered.get(key);
  if (before !== undefined) return before;
  const draws = computeDraws(name, sharedError);
  remembered.set(key, draws);
  return draws;
}

function computeDraws(name: string, sharedError: number): Float64Array {
  const shared = randomFrom(seedFrom("readiness/shared"));
  const own = randomFrom(seedFrom(`readiness/${name}`));
  const a = Math.sqrt(sharedError);
  const b = Math.sqrt(1 - sharedError);
  return Float64Array.from({ length: drawCount }, () => normalShare(a * normalDraw(shared) + b * normalDraw(own)));
}

/**
 * Draws of one question's score. An answer of confidence c spreads +-1.5 (1 - c) levels, "don't know" over all five
 * (METHODS 3); a question nobody was asked spreads as an answer of confidence 0 around `pillarLevel`, or over all five.
 */
export function drawQuestion(scored: QuestionScore, pillarLevel: number | null, sharedError: number): Float64Array {
  const centre = scored.level ?? (scored.state === "not-answered" ? pillarLevel : null);
  const half = widestSpread * (1 - scored.confidence);
  return evenDraws(scored.question, sharedError).map((u) =>
    scoreOfLevel(centre === null ? 1 + 4 * u : Math.min(5, Math.max(1, centre + half * (2 * u - 1)))),
  );
}
