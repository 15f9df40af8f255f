import fc from "fast-check";
import { expect, test } from "vitest";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Answer, EvidenceGrade, RespondentGroup } from "#app/domain/readiness/answers.ts";
import { assessReadiness } from "#app/domain/readiness/assess-readiness.ts";
import type { Level } from "#app/domain/readiness/pack.ts";
import { readiness } from "#app/knowledge/readiness/index.ts";
import { anAnswer, aReadinessInput, aReadinessPack } from "#tests/builders/readiness.ts";

const pack = aReadinessPack();
const questions = pack.questions.map(({ id }) => id);
const everything = (level: Answer["level"], ids = questions) => ids.map((id) => anAnswer(id, level));

const answer = fc.record({
  question: fc.constantFrom(...questions),
  level: fc.constantFrom<Answer["level"]>(1, 2, 3, 4, 5, "unknown", "na"),
  evidence: fc.constantFrom<EvidenceGrade>(0, 1, 2, 3, 4),
  respondent: fc.constantFrom("r1", "r2", "r3"),
  group: fc.constantFrom<RespondentGroup>("executive", "manager", "front-line"),
  answeredOn: fc.constantFrom("2024-01-01" as IsoDate, "2026-05-01" as IsoDate, "2026-11-20" as IsoDate),
});
const answers = fc.uniqueArray(answer, {
  minLength: 0,
  maxLength: 14,
  selector: (each) => `${each.respondent}/${each.question}`,
});

test("raising one answer never lowers a pillar, the overall score, a level or the verdict", () => {
  fc.assert(
    fc.property(answers, fc.nat(), (given, pick) => {
      const raisable = given.filter(({ level }) => typeof level === "number" && level < 5);
      const chosen = raisable[pick % Math.max(1, raisable.length)];
      if (chosen === undefined) return;
      const raised = given.map((each) =>
        each === chosen ? { ...each, level: ((each.level as number) + 1) as Level } : each,
      );
      const before = assessReadiness(aReadinessInput(given), pack);
      const after = assessReadiness(aReadinessInput(raised), pack);
      expect(after.score?.value ?? 0).toBeGreaterThanOrEqual((before.score?.value ?? 0) - 1e-9);
      before.pillars.forEach((pillar, at) => {
        expect(after.pillars[at]?.score?.value ?? 0).toBeGreaterThanOrEqual((pillar.score?.value ?? 0) - 1e-9);
        expect(after.pillars[at]?.level ?? 0).toBeGreaterThanOrEqual(pillar.level ?? 0);
      });
      if (before.verdict.answer === "ready") expect(after.verdict.answer).toBe("ready");
      expect(after.blockers.length).toBeLessThanOrEqual(before.blockers.length);
    }),
    { numRuns: 1_500 },
  );
});

test("raising the only answer to a question never lowers an end of an interval", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 6, maxLength: 6 }), fc.nat(5), (levels, at) => {
      const given = questions.map((id, index) => anAnswer(id, (levels[index] ?? 1) as Level));
      const raised = given.map((each, index) =>
        index === at ? { ...each, level: Math.min(5, (each.level as number) + 1) as Level } : each,
      );
      const before = assessReadiness(aReadinessInput(given), pack).score;
      const after = assessReadiness(aReadinessInput(raised), pack).score;
      expect(after?.low ?? 0).toBeGreaterThanOrEqual((before?.low ?? 0) - 1e-9);
      expect(after?.high ?? 0).toBeGreaterThanOrEqual((before?.high ?? 0) - 1e-9);
    }),
    { numRuns: 500 },
  );
});

test("the order of answers does not matter, and the same input gives the same result to the last bit", () => {
  fc.assert(
    fc.property(
      answers.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
      ([given, shuffled]) => {
        const result = assessReadiness(aReadinessInput(given), pack);
        expect(assessReadiness(aReadinessInput(shuffled), pack)).toEqual(result);
        const stored = JSON.parse(JSON.stringify({ input: aReadinessInput(given), result }));
        expect(assessReadiness(stored.input, pack)).toEqual(stored.result);
      },
    ),
    { numRuns: 1_500 },
  );
});

test("scores stay within 10 and 90, inside their intervals, and weights sum to one", () => {
  fc.assert(
    fc.property(
      answers,
      fc.dictionary(fc.constantFrom("strategy", "outcomes"), fc.double({ noNaN: true })),
      (given, weights) => {
        const result = assessReadiness(aReadinessInput(given, { weights }), pack);
        for (const score of [result.score, ...result.pillars.map((pillar) => pillar.score)]) {
          if (score === null) continue;
          expect(score.low).toBeGreaterThanOrEqual(10 - 1e-9);
          expect(score.low).toBeLessThanOrEqual(score.value);
          expect(score.value).toBeLessThanOrEqual(score.high);
          expect(score.high).toBeLessThanOrEqual(90 + 1e-9);
        }
        const total = result.pillars.reduce((sum, { weight }) => sum + weight, 0);
        expect(result.score === null ? total : total - 1).toBeCloseTo(0, 9);
      },
    ),
    { numRuns: 1_500 },
  );
});

test("levels map to 10, 30, 50, 70 and 90", () => {
  const scores = ([1, 2, 3, 4, 5] as const).map(
    (level) => assessReadiness(aReadinessInput(everything(level)), pack).score?.value,
  );
  expect(scores.map((score) => Math.round(score ?? 0))).toEqual([10, 30, 50, 70, 90]);
});

test("a weak pillar cannot be bought off: the overall score is below the weighted mean", () => {
  const mixed = questions.map((id) => anAnswer(id, id.startsWith("strategy") ? 1 : 5));
  const { score, pillars } = assessReadiness(aReadinessInput(mixed), pack);
  const mean = pillars.reduce((sum, pillar) => sum + pillar.weight * (pillar.score?.value ?? 0), 0);
  expect(score?.value).toBeLessThan(mean - 5);
});

test("an unmet gate holds the level down, whatever the score", () => {
  const given = [anAnswer("strategy.a", 2), anAnswer("strategy.b", 5)];
  const strategy = assessReadiness(
    aReadinessInput(given),
    aReadinessPack({
      questions: pack.questions.map((each) => (each.id === "strategy.b" ? { ...each, weight: 20 } : each)),
    }),
  ).pillars[0];
  expect(strategy).toMatchObject({ levelByScore: 5, level: 2, gates: [{ state: "unmet" }] });
});

test("a named blocker forces not yet at the highest score otherwise", () => {
  const given = everything(5).map((each) => (each.question === "outcomes.a" ? { ...each, level: 2 as const } : each));
  const { verdict, blockers } = assessReadiness(aReadinessInput(given), pack);
  expect(verdict.answer).toBe("not-yet");
  expect(blockers).toMatchObject([{ id: "no-baseline", state: "unmet" }]);
  expect(assessReadiness(aReadinessInput(everything(5)), pack).verdict.answer).toBe("ready");
});

test("nobody becomes ready by not knowing", () => {
  const given = everything(5).map((each) =>
    each.question === "outcomes.a" ? { ...each, level: "unknown" as const } : each,
  );
  const { verdict, blockers } = assessReadiness(aReadinessInput(given), pack);
  expect(verdict.answer).toBe("not-yet");
  expect(blockers).toMatchObject([{ id: "no-baseline", state: "not-known" }]);
});

test("says that too little is known instead of judging two answers", () => {
  const { verdict } = assessReadiness(aReadinessInput([anAnswer("strategy.a", 5), anAnswer("strategy.b", 5)]), pack);
  expect(verdict.answer).toBe("not-known");
});

test("with no answer there is no score rather than a zero", () => {
  const result = assessReadiness(aReadinessInput([]), pack);
  expect(result.score).toBeNull();
  expect(result.pillars.every(({ score, level }) => score === null && level === null)).toBe(true);
});

test("evidence, agreement and freshness narrow the interval without moving the score", () => {
  const width = (given: readonly Answer[]) => {
    const { score } = assessReadiness(aReadinessInput(given), pack);
    return { value: score?.value, width: (score?.high ?? 0) - (score?.low ?? 0) };
  };
  const claim = width(everything(3));
  const record = width(everything(3).map((each) => ({ ...each, evidence: 3 as const })));
  const stale = width(everything(3).map((each) => ({ ...each, answeredOn: "2023-01-01" as IsoDate })));
  const apart = width([...everything(2), ...everything(4).map((each) => ({ ...each, respondent: "r2" }))]);
  expect(new Set([claim.value, record.value, stale.value, apart.value].map((value) => value?.toFixed(9))).size).toBe(1);
  expect(record.width).toBeLessThan(claim.width * 0.6);
  expect(stale.width).toBeGreaterThan(claim.width);
  expect(apart.width).toBeGreaterThan(claim.width);
});

test("a question that was not asked widens its pillar around its own mean", () => {
  const one = assessReadiness(aReadinessInput([anAnswer("strategy.a", 3, { evidence: 4 })]), pack).pillars[0]?.score;
  const both = assessReadiness(
    aReadinessInput([anAnswer("strategy.a", 3, { evidence: 4 }), anAnswer("strategy.b", 3, { evidence: 4 })]),
    pack,
  ).pillars[0]?.score;
  expect(one?.value).toBe(both?.value);
  expect((one?.high ?? 0) - (one?.low ?? 0)).toBeGreaterThan(2 * ((both?.high ?? 0) - (both?.low ?? 0)));
});

test("a pillar that does not apply leaves the others their full weight", () => {
  const given = questions.map((id) => anAnswer(id, id.startsWith("leadership") ? "na" : 3));
  const { pillars, score, verdict } = assessReadiness(aReadinessInput(given), pack);
  expect(pillars.find(({ pillar }) => pillar === "leadership")).toMatchObject({ score: null, weight: 0 });
  expect(score?.value).toBeCloseTo(50, 9);
  expect(verdict.answer).toBe("ready");
});

test("an organization's own weights are used and shown", () => {
  const given = questions.map((id) => anAnswer(id, id.startsWith("strategy") ? 1 : 5));
  const heavy = assessReadiness(aReadinessInput(given, { weights: { strategy: 100 } }), pack);
  expect(heavy.pillars[0]?.weight).toBeGreaterThan(0.95);
  expect(heavy.score?.value).toBeLessThan(12);
});

test("what an assessment found stands before what people said", () => {
  const feeds = [
    {
      question: "strategy.a",
      source: "exposure" as const,
      level: 2.5,
      confidence: 0.8,
      asOf: "2026-11-01" as IsoDate,
      finding: "half is matched",
    },
  ];
  const { pillars } = assessReadiness(aReadinessInput([anAnswer("strategy.a", 5)], { feeds }), pack);
  expect(pillars[0]?.questions[0]).toMatchObject({ state: "fed", level: 2.5, score: 40, finding: "half is matched" });
});

test("the gain of a next step is what the score really gains", () => {
  const given = everything(2);
  const before = assessReadiness(aReadinessInput(given), pack);
  for (const step of before.nextSteps) {
    const raised = given.map((each) => (each.question === step.question ? { ...each, level: step.to } : each));
    const after = assessReadiness(aReadinessInput(raised), pack);
    expect((after.score?.value ?? 0) - (before.score?.value ?? 0)).toBeCloseTo(step.gain, 9);
  }
  expect(before.nextSteps[0]).toMatchObject({ question: "outcomes.a", clears: "no-baseline", to: 3 });
});

test("the whole pack is monotone too, and its quick check gives a result with every pillar scored", () => {
  const quick = readiness.questions.filter((question) => question.quick).map(({ id }) => id);
  const at = (level: Level) =>
    assessReadiness(aReadinessInput(everything(level, quick), { scope: "quick", decision: "first-pilot" }), readiness);
  const values = ([1, 2, 3, 4, 5] as const).map((level) => at(level).score?.value ?? 0);
  expect(values).toEqual([...values].sort((a, b) => a - b));
  expect(at(3).pillars.every(({ score }) => score !== null)).toBe(true);
  expect(at(2).verdict.answer).toBe("not-yet");
  expect(at(4).verdict.answer).toBe("ready");
});
