import { daysBetween, type IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Answer, Feed } from "./answers.ts";
import type { QuestionScore } from "./assessment.ts";
import type { ConfidenceRules, Level, Question } from "./pack.ts";

/** Levels 1..5 stand for 10, 30, 50, 70 and 90 of 100. */
export function scoreOfLevel(level: number): number {
  return 20 * level - 10;
}

/** The least score of 100 that reaches a level, unless a gate holds the pillar down. */
export function leastScoreOf(level: number): number {
  return 20 * (level - 1);
}

/** The level whose score lies nearest; a score between two levels counts for the upper one. */
export function levelOfScore(score: number): Level {
  const band = Math.floor((score + 1e-9) / 20) + 1;
  return Math.min(5, Math.max(1, band)) as Level;
}

/** One question from everything known of it. What an assessment found stands before what people said. */
export function scoreQuestion(
  question: Question,
  answers: readonly Answer[],
  feed: Feed | null,
  rules: ConfidenceRules,
  asOf: IsoDate,
): QuestionScore {
  if (feed !== null) {
    const level = Math.min(5, Math.max(1, feed.level));
    const confidence = clampShare(feed.confidence) * freshness(feed.asOf, rules, asOf);
    return { ...blank(question, "fed"), level, score: scoreOfLevel(level), confidence, finding: feed.finding };
  }
  const known = answers.filter((answer) => typeof answer.level === "number");
  if (known.length > 0) {
    const levels = known.map((answer) => answer.level as Level).sort((a, b) => a - b);
    const level = mean(levels);
    const respondents = answers.filter((answer) => answer.level !== "na").length;
    return {
      ...blank(question, "answered"),
      level,
      score: scoreOfLevel(level),
      confidence: confidenceOf(known, known.length / respondents, rules, asOf),
      respondents,
    };
  }
  if (answers.some((answer) => answer.level === "unknown")) {
    return { ...blank(question, "unknown"), score: scoreOfLevel(3), respondents: answers.length };
  }
  if (answers.length > 0) return { ...blank(question, "not-applicable"), respondents: answers.length };
  return blank(question, "not-answered");
}

/** Evidence grade x agreement x freshness, each 0..1 (PRODUCT 1.2), averaged over those who named a level. */
export function confidenceOf(
  known: readonly Answer[],
  shareWhoKnow: number,
  rules: ConfidenceRules,
  asOf: IsoDate,
): number {
  const single = known
    .map((answer) => rules.byGrade[answer.evidence] * freshness(answer.answeredOn, rules, asOf))
    .sort((a, b) => a - b);
  return mean(single) * agreement(known, rules) * shareWhoKnow;
}

/** 1 when all named the same level, falling with their standard deviation: two levels apart is the least. */
function agreement(known: readonly Answer[], rules: ConfidenceRules): number {
  const levels = known.map((answer) => Number(answer.level)).sort((a, b) => a - b);
  const centre = mean(levels);
  const deviation = Math.sqrt(mean(levels.map((level) => (level - centre) ** 2)));
  return Math.max(rules.leastAgreement, 1 - deviation / 2);
}

function freshness(answeredOn: IsoDate, rules: ConfidenceRules, asOf: IsoDate): number {
  const stale = Math.max(0, daysBetween(answeredOn, asOf) - rules.freshDays);
  return Math.max(rules.leastFreshness, 0.5 ** (stale / rules.halfLifeDays));
}

function blank(question: Question, state: QuestionScore["state"]): QuestionScore {
  return { question: question.id, state, level: null, score: null, confidence: 0, respondents: 0, finding: null };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function clampShare(value: number): number {
  return Math.min(1, Math.max(0, value));
}
