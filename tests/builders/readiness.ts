import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Answer, ReadinessInput } from "#app/domain/readiness/answers.ts";
import type { Level, PillarId, Question, ReadinessPack } from "#app/domain/readiness/pack.ts";

const ids: readonly PillarId[] = ["strategy", "leadership", "outcomes"];

/** A pack of three pillars with two questions each, a gate and a blocker: small enough for thousands of results a second. */
export function aReadinessPack(overrides: Partial<ReadinessPack> = {}): ReadinessPack {
  const targets = Object.fromEntries(allPillars.map((id) => [id, 3])) as Record<PillarId, Level>;
  return {
    version: "test",
    pillars: ids.map((id, index) => ({ id, number: index + 1, title: id, meaning: "matters", weight: 1 + index / 2 })),
    questions: ids.flatMap((pillar) => [
      aQuestion({ id: `${pillar}.a`, pillar, weight: 2, quick: true }),
      aQuestion({ id: `${pillar}.b`, pillar }),
    ]),
    gates: [
      { id: "gate", pillar: "strategy", question: "strategy.a", needs: 3, atMost: 2, title: "A list of use cases" },
    ],
    blockers: [
      {
        id: "no-baseline",
        question: "outcomes.a",
        needs: 3,
        title: "no baseline",
        because: "Nobody can show a change.",
        unblock: "Measure before.",
        owner: "Owner",
      },
    ],
    decisions: [{ id: "pilot", title: "start a pilot", targets, blockers: ["no-baseline"] }],
    confidence: {
      byGrade: [0.35, 0.5, 0.65, 0.8, 0.95],
      freshDays: 180,
      halfLifeDays: 180,
      leastFreshness: 0.3,
      leastAgreement: 0.3,
      sharedError: 0.3,
    },
    ...overrides,
  };
}

export function aQuestion(overrides: Partial<Question> = {}): Question {
  return {
    id: "strategy.a",
    pillar: "strategy",
    indicator: "thing",
    text: "How do you do it?",
    anchors: ["not", "at times", "defined", "measured", "improving"],
    evidence: "a document",
    weight: 1,
    quick: false,
    pulse: false,
    mayNotApply: true,
    ...overrides,
  };
}

export function anAnswer(question: string, level: Answer["level"], overrides: Partial<Answer> = {}): Answer {
  return {
    question,
    level,
    evidence: 0,
    respondent: "r1",
    group: "executive",
    answeredOn: "2026-11-01" as IsoDate,
    ...overrides,
  };
}

export function aReadinessInput(answers: readonly Answer[], overrides: Partial<ReadinessInput> = {}): ReadinessInput {
  return {
    asOf: "2026-11-22" as IsoDate,
    decision: "pilot",
    scope: "full",
    answers,
    feeds: [],
    weights: {},
    ...overrides,
  };
}

const allPillars: readonly PillarId[] = [
  "strategy",
  "leadership",
  "data",
  "technology",
  "models",
  "security",
  "governance",
  "work",
  "people",
  "culture",
  "outcomes",
  "visibility",
];
