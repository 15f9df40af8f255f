import { type Estimate, estimateFromDraws } from "#app/domain/kernel/estimate.ts";
import type { Answer, ReadinessInput } from "./answers.ts";
import type { Blocker, Gap, PillarResult, QuestionScore, ReadinessAssessment, Verdict } from "./assessment.ts";
import { drawCount } from "./draw-scores.ts";
import { rankNextSteps } from "./next-steps.ts";
import type { Decision, PillarId, ReadinessPack } from "./pack.ts";
import { geometricMean, type ScoredPillar, scoreInterval, scorePillar, standingOf } from "./score-pillar.ts";
import { levelOfScore, scoreOfLevel, scoreQuestion } from "./score-question.ts";

/**
 * Scores an organization's answers (METHODS 3, PRODUCT 1.2). The result depends on `input` and `pack` alone: the same two
 * give it again to the last bit. Answers to questions that the pack does not hold are ignored; of an unknown decision
 * the pack's first is taken.
 */
export function assessReadiness(input: ReadinessInput, pack: ReadinessPack): ReadinessAssessment {
  const decision = decisionOf(input.decision, pack);
  const scores = scoreQuestions(input, pack);
  const scored = pack.pillars.map((pillar) =>
    scorePillar(
      pillar,
      pack.questions.filter((question) => question.pillar === pillar.id),
      scores,
      decision.targets[pillar.id],
      pack,
    ),
  );
  const weights = shareWeights(scored, input, pack);
  const pillars = scored.map(({ result }) => ({ ...result, weight: weights.get(result.pillar) ?? 0 }));
  const score = overallScore(scored, pillars, input, pack);
  const blockers = findBlockers(decision, scores, pack);
  const asked = pack.questions.filter((question) => input.scope === "full" || question.quick);
  const answered = asked.filter((question) => (scores.get(question.id)?.state ?? "not-answered") !== "not-answered");
  const ranked = rankByMargin(pillars);
  const strengths = ranked.slice(0, 3).map(({ pillar }) => pillar);
  const weaknesses = ranked
    .filter(({ pillar }) => !strengths.includes(pillar))
    .slice(-3)
    .reverse();
  return {
    asOf: input.asOf,
    scope: input.scope,
    knowledge: { pack: "readiness", version: pack.version },
    score,
    level: score === null ? null : levelOfScore(score.value),
    pillars,
    blockers,
    verdict: judge(decision, scored, pillars, blockers, answered.length / Math.max(1, asked.length)),
    strengths,
    weaknesses: weaknesses.map(({ pillar }) => pillar),
    nextSteps: rankNextSteps(pillars, blockers, pack),
    answered: answered.length,
    asked: asked.length,
    coverage: coverageOf(scores, pack),
  };
}

function decisionOf(id: string, pack: ReadinessPack): Decision {
  const found = pack.decisions.find((decision) => decision.id === id) ?? pack.decisions[0];
  if (found === undefined) throw new RangeError("a readiness pack without a decision");
  return found;
}

function scoreQuestions(input: ReadinessInput, pack: ReadinessPack): ReadonlyMap<string, QuestionScore> {
  const answers = new Map<string, Answer[]>();
  for (const answer of input.answers) answers.set(answer.question, [...(answers.get(answer.question) ?? []), answer]);
  const feeds = new Map(input.feeds.map((feed) => [feed.question, feed]));
  return new Map(
    pack.questions.map((question) => [
      question.id,
      scoreQuestion(
        question,
        answers.get(question.id) ?? [],
        feeds.get(question.id) ?? null,
        pack.confidence,
        input.asOf,
      ),
    ]),
  );
}

/** Own weights are held within these, so that no pillar vanishes beside another. */
const ownWeights = { least: 0.01, most: 100 };

/** The weight that holds for a pillar: the organization's own where it is a number above 0, otherwise the pack's. */
export function weightOf(pillar: PillarId, input: Pick<ReadinessInput, "weights">, pack: ReadinessPack): number {
  const own = input.weights[pillar];
  if (own !== undefined && own > 0) return Math.min(ownWeights.most, Math.max(ownWeights.least, own));
  return pack.pillars.find(({ id }) => id === pillar)?.weight ?? 1;
}

function shareWeights(scored: readonly ScoredPillar[], input: ReadinessInput, pack: ReadinessPack) {
  const assessed = scored.filter(({ result }) => result.score !== null).map(({ result }) => result.pillar);
  const total = assessed.reduce((sum, pillar) => sum + weightOf(pillar, input, pack), 0);
  return new Map(assessed.map((pillar) => [pillar, weightOf(pillar, input, pack) / total]));
}

/** The weighted geometric mean of the assessed pillars; a pillar not yet assessed widens the interval instead. */
function overallScore(
  scored: readonly ScoredPillar[],
  pillars: readonly PillarResult[],
  input: ReadinessInput,
  pack: ReadinessPack,
): Estimate | null {
  if (pillars.every(({ score }) => score === null)) return null;
  const applicable = scored.flatMap(({ result, draws }) =>
    draws === null ? [] : [{ draws, weight: weightOf(result.pillar, input, pack) }],
  );
  const total = applicable.reduce((sum, { weight }) => sum + weight, 0);
  const logs = new Float64Array(drawCount);
  for (const { draws, weight } of applicable) {
    const share = weight / total;
    for (let at = 0; at < drawCount; at++) logs[at] = (logs[at] ?? 0) + share * Math.log(draws[at] ?? 1);
  }
  return estimateFromDraws(logs.map(Math.exp), scoreInterval, geometricMean(pillars));
}

function findBlockers(
  decision: Decision,
  scores: ReadonlyMap<string, QuestionScore>,
  pack: ReadinessPack,
): readonly Blocker[] {
  return pack.blockers.flatMap((rule) => {
    if (!decision.blockers.includes(rule.id)) return [];
    const state = standingOf(rule.needs, scores.get(rule.question));
    const pillar = pack.questions.find(({ id }) => id === rule.question)?.pillar;
    if (state === "met" || pillar === undefined) return [];
    const { id, title, because, unblock, owner, question } = rule;
    return [{ id, title, because, unblock, owner, question, pillar, state }];
  });
}

/** Half of the questions asked must be covered before anything but a named blocker is said. */
const leastAnswered = 0.5;

function judge(
  decision: Decision,
  scored: readonly ScoredPillar[],
  pillars: readonly PillarResult[],
  blockers: readonly Blocker[],
  shareAnswered: number,
): Verdict {
  const bound = scored.filter(({ draws }) => draws !== null);
  const gaps: Gap[] = pillars
    .filter(({ pillar }) => bound.some(({ result }) => result.pillar === pillar))
    .filter(({ level, target }) => level === null || level < target)
    .map(({ pillar, title, level, target }) => ({ pillar, title, level, target }));
  let reached = 0;
  for (let at = 0; at < drawCount; at++) {
    const all = bound.every(({ draws, result }) => levelOfScore(draws?.[at] ?? 0) >= result.target);
    if (all) reached++;
  }
  const refused = blockers.some(({ state }) => state === "unmet");
  const known = refused || shareAnswered >= leastAnswered;
  const ready = blockers.length === 0 && gaps.length === 0;
  const answer = !known ? "not-known" : ready ? "ready" : "not-yet";
  return { answer, decision: decision.id, decisionTitle: decision.title, chance: reached / drawCount, gaps };
}

/** Assessed pillars, the one furthest above its target first. */
function rankByMargin(pillars: readonly PillarResult[]): readonly PillarResult[] {
  const margin = ({ score, target }: PillarResult) => (score?.value ?? 0) - scoreOfLevel(target);
  return pillars.filter(({ score }) => score !== null).sort((a, b) => margin(b) - margin(a));
}

function coverageOf(scores: ReadonlyMap<string, QuestionScore>, pack: ReadinessPack): number {
  let total = 0;
  let covered = 0;
  for (const question of pack.questions) {
    total += question.weight;
    const state = scores.get(question.id)?.state ?? "not-answered";
    if (state !== "not-answered" && state !== "unknown") covered += question.weight;
  }
  return total === 0 ? 0 : covered / total;
}
