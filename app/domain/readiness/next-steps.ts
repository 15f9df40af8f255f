import type { Blocker, NextStep, PillarResult, QuestionScore } from "./assessment.ts";
import type { Level, Question, ReadinessPack } from "./pack.ts";
import { geometricMean } from "./score-pillar.ts";
import { scoreOfLevel } from "./score-question.ts";

const stepsShown = 5;

/** Nobody is advised to become "ad hoc": a step leads at least to "defined". */
const leastUseful: Level = 3;

/**
 * The questions whose next level moves most: those that clear a blocker first, then those of pillars below their target. The gain is the exact change of the overall
 * score when that one question stands a level higher and nothing else moves.
 */
export function rankNextSteps(
  pillars: readonly PillarResult[],
  blockers: readonly Blocker[],
  pack: ReadinessPack,
): readonly NextStep[] {
  const clearing = new Map(blockers.map((blocker) => [blocker.question, blocker]));
  const steps = pillars.flatMap((pillar) =>
    pillar.questions.flatMap((scored) => {
      const question = pack.questions.find(({ id }) => id === scored.question);
      if (question === undefined || scored.score === null) return [];
      const blocker = clearing.get(question.id);
      const needs = pack.blockers.find(({ id }) => id === blocker?.id)?.needs ?? 1;
      const from = scored.level ?? 1;
      const to = Math.max(needs, leastUseful, Math.min(5, Math.floor(from) + 1)) as Level;
      if (to <= from) return [];
      const gain = gainOf(pillars, pillar, scored, to, pack);
      const behaviour = question.anchors[to - 1] ?? "";
      return [{ question: question.id, pillar: pillar.pillar, from, to, behaviour, gain, clears: blocker?.id ?? null }];
    }),
  );
  const behind = new Set(pillars.filter(({ level, target }) => (level ?? 0) < target).map(({ pillar }) => pillar));
  const order = pack.questions.map(({ id }) => id);
  return steps
    .sort(
      (a, b) =>
        Number(b.clears !== null) - Number(a.clears !== null) ||
        Number(behind.has(b.pillar)) - Number(behind.has(a.pillar)) ||
        b.gain - a.gain ||
        order.indexOf(a.question) - order.indexOf(b.question),
    )
    .slice(0, stepsShown);
}

function gainOf(
  pillars: readonly PillarResult[],
  pillar: PillarResult,
  raised: QuestionScore,
  to: Level,
  pack: ReadinessPack,
): number {
  if (pillar.score === null || raised.score === null) return 0;
  const counted = pillar.questions.filter(({ score }) => score !== null);
  const total = counted.reduce((sum, { question }) => sum + weightOfQuestion(question, pack), 0);
  const lift = (weightOfQuestion(raised.question, pack) * Math.max(0, scoreOfLevel(to) - raised.score)) / total;
  const before = geometricMean(pillars);
  return before * (((pillar.score.value + lift) / pillar.score.value) ** pillar.weight - 1);
}

function weightOfQuestion(id: string, pack: ReadinessPack): number {
  return pack.questions.find((question: Question) => question.id === id)?.weight ?? 0;
}
