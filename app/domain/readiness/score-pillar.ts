import { estimateFromDraws } from "#app/domain/kernel/estimate.ts";
import type { GateResult, PillarResult, QuestionScore } from "./assessment.ts";
import { drawCount, drawQuestion, evenDraws } from "./draw-scores.ts";
import type { Level, Pillar, Question, ReadinessPack } from "./pack.ts";
import { levelOfScore, scoreOfLevel } from "./score-question.ts";

/** A pillar's result beside the draws that its interval came from. `draws` is null where nothing applies. */
export type ScoredPillar = {
  readonly result: Omit<PillarResult, "weight">;
  readonly draws: Float64Array | null;
};

/** Level of the interval on every readiness score. */
export const scoreInterval = 0.8;

export function scorePillar(
  pillar: Pillar,
  questions: readonly Question[],
  scores: ReadonlyMap<string, QuestionScore>,
  target: Level,
  pack: ReadinessPack,
): ScoredPillar {
  const own = questions.flatMap((question) => {
    const scored = scores.get(question.id);
    return scored === undefined ? [] : [{ question, scored }];
  });
  const applicable = own.filter(({ scored }) => scored.state !== "not-applicable");
  const value = weightedScore(applicable);
  const draws = drawPillar(pillar, applicable, value, pack.confidence.sharedError);
  const gates = pack.gates.filter((gate) => gate.pillar === pillar.id).map((gate) => judgeGate(gate, scores));
  const levelByScore = value === null ? null : levelOfScore(value);
  const caps = gates.filter((gate) => gate.state !== "met").map((gate) => gate.atMost);
  return {
    draws,
    result: {
      pillar: pillar.id,
      title: pillar.title,
      score: value === null || draws === null ? null : estimateFromDraws(draws, scoreInterval, value),
      level: levelByScore === null ? null : (Math.min(levelByScore, ...caps) as Level),
      levelByScore,
      target,
      gates,
      questions: own.map(({ scored }) => scored),
      coverage: coverageOf(own),
    },
  };
}

type Own = { readonly question: Question; readonly scored: QuestionScore };

/** Weighted mean over what is answered, fed or said to be unknown; null while there is none of these. */
export function weightedScore(own: readonly Own[]): number | null {
  let sum = 0;
  let weight = 0;
  for (const { question, scored } of own) {
    if (scored.score === null) continue;
    sum += question.weight * scored.score;
    weight += question.weight;
  }
  return weight === 0 ? null : sum / weight;
}

/** Of the pillars that have a score, by their weights. */
export function geometricMean(pillars: readonly Pick<PillarResult, "score" | "weight">[]): number {
  let sum = 0;
  for (const { score, weight } of pillars) if (score !== null) sum += weight * Math.log(score.value);
  return Math.exp(sum);
}

/** A gate or blocker needs a level that is known; what does not apply cannot hold anybody back. */
export function standingOf(needs: Level, scored: QuestionScore | undefined): GateResult["state"] {
  if (scored === undefined) return "not-known";
  if (scored.state === "not-applicable") return "met";
  if (scored.level === null) return "not-known";
  return scored.level >= needs ? "met" : "unmet";
}

function judgeGate(gate: ReadinessPack["gates"][number], scores: ReadonlyMap<string, QuestionScore>): GateResult {
  const { id, title, question, needs, atMost } = gate;
  return { id, title, question, needs, atMost, state: standingOf(needs, scores.get(question)) };
}

function drawPillar(
  pillar: Pillar,
  applicable: readonly Own[],
  value: number | null,
  sharedError: number,
): Float64Array | null {
  if (applicable.length === 0) return null;
  if (value === null) return evenDraws(pillar.id, sharedError).map((u) => scoreOfLevel(1 + 4 * u));
  const level = (value + 10) / 20;
  const total = applicable.reduce((sum, { question }) => sum + question.weight, 0);
  const draws = new Float64Array(drawCount);
  for (const { question, scored } of applicable) {
    const share = question.weight / total;
    drawQuestion(scored, level, sharedError).forEach((score, at) => {
      draws[at] = (draws[at] ?? 0) + share * score;
    });
  }
  return draws;
}

function coverageOf(own: readonly Own[]): number {
  const total = own.reduce((sum, { question }) => sum + question.weight, 0);
  const covered = own
    .filter(({ scored }) => scored.state !== "not-answered" && scored.state !== "unknown")
    .reduce((sum, { question }) => sum + question.weight, 0);
  return total === 0 ? 0 : covered / total;
}
