import fc from "fast-check";
import { expect, test } from "vitest";
import { writtenStories } from "#app/bench/compliance-cases.ts";
import { type Facts, isSystemFact } from "#app/domain/compliance/facts.ts";
import type { RankedQuestion } from "#app/domain/compliance/findings.ts";
import { judgeRule, subjectOf } from "#app/domain/compliance/judge-rule.ts";
import type { ObligationPack, Rule } from "#app/domain/compliance/obligation-pack.ts";
import { rankQuestions } from "#app/domain/compliance/rank-questions.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { shareRules } from "#app/domain/compliance/share-rules.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";
import { anInstrument, anObligation, anObligationPack } from "#tests/builders/obligations.ts";

/** Digits for `closeTo`: what a question decides is rounded to hundredths, so that it may be off by half of one. */
const rounded = 1.9;

const facts = ["org.a", "org.b", "system.c", "system.d"];

const { rule: rules } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    fc.record({ fact: fc.constantFrom(...facts), op: fc.constant("eq" as const), value: fc.boolean() }),
    fc.record({ not: tie("rule") }),
    fc.record({ all: fc.array(tie("rule"), { minLength: 2, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("rule"), { minLength: 2, maxLength: 3 }) }),
  ),
}));

const answers = (group: string) =>
  fc.record(
    Object.fromEntries(facts.filter((fact) => fact.startsWith(group)).map((fact) => [fact, fc.option(fc.boolean())])),
  );

const organizations: fc.Arbitrary<Facts> = fc.record({
  org: answers("org."),
  systems: fc
    .array(answers("system."), { minLength: 1, maxLength: 3 })
    .map((all) => all.map((one, at) => ({ id: `s${at}`, facts: one }))),
});

function packOf(some: readonly Rule[]): ObligationPack {
  const duties = some.map((rule, at) => anObligation(rule, { id: `duty-${at}` }));
  const asked = { question: "Is it so?", why: "Because.", label: "fact", kind: "yes-no" as const };
  return {
    ...anObligationPack(shareRules([anInstrument(duties)])),
    facts: facts.map((id) => ({ ...asked, id })),
  };
}

/** Every way to answer a yes-no question wherever it is open: for the organization, or for each of the systems named. */
function waysToAnswer(from: Facts, { fact, systems = [] }: RankedQuestion): Facts[] {
  if (!isSystemFact(fact)) return [true, false].map((value) => ({ ...from, org: { ...from.org, [fact]: value } }));
  return systems.reduce<Facts[]>(
    (ways, id) =>
      ways.flatMap((way) =>
        [true, false].map((value) => ({
          ...way,
          systems:
            way.systems?.map((one) => (one.id === id ? { ...one, facts: { ...one.facts, [fact]: value } } : one)) ??
            null,
        })),
      ),
    [from],
  );
}

function openDuties(from: Facts, pack: ObligationPack): Rule[] {
  const subject = subjectOf(from);
  const all = pack.instruments.flatMap((instrument) => instrument.obligations.map(({ applies }) => applies));
  return all.filter((rule) => judgeRule(rule, subject).answer === "unknown");
}

/** The expected number of open duties that an answer settles, by giving every answer and counting. */
function settledOnAverage(from: Facts, question: RankedQuestion, pack: ObligationPack): number {
  const before = openDuties(from, pack).length;
  const ways = waysToAnswer(from, question);
  const settled = ways.map((way) => before - openDuties(way, pack).length);
  return settled.reduce((sum, one) => sum + one, 0) / ways.length;
}

test("a question's worth is what its answers settle on average, by trying them all", () => {
  fc.assert(
    fc.property(fc.array(rules, { minLength: 1, maxLength: 6 }), organizations, (some, from) => {
      const pack = packOf(some);
      const questions = rankQuestions(subjectOf(from), pack);
      for (const question of questions) {
        expect([question.fact, question.decides]).toEqual([
          question.fact,
          expect.closeTo(settledOnAverage(from, question, pack), rounded),
        ]);
      }
      const worth = questions.map((question) => question.decides);
      expect(worth).toEqual([...worth].sort((a, b) => b - a));
    }),
    { numRuns: 400 },
  );
});

test("what is open can be asked for, and an answered fact is not asked again", () => {
  fc.assert(
    fc.property(fc.array(rules, { minLength: 1, maxLength: 4 }), organizations, (some, from) => {
      const pack = packOf(some);
      const questions = rankQuestions(subjectOf(from), pack);
      expect(questions.length > 0).toBe(openDuties(from, pack).length > 0);
      for (const { fact, systems = [] } of questions) {
        const answered = isSystemFact(fact)
          ? from.systems?.filter(({ id, facts: given }) => systems.includes(id) && (given[fact] ?? null) !== null)
          : (from.org[fact] ?? null) === null
            ? []
            : [fact];
        expect(answered).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});

test("the same holds for the yes-no questions that twenty real organizations are asked first", () => {
  const kinds = new Map(obligations.facts.map(({ id, kind }) => [id, kind]));
  let looked = 0;
  for (const story of writtenStories().filter((_, at) => at % 9 === 0)) {
    const read = readFacts(story, obligations.facts);
    if (!read.ok) throw new Error(story.name);
    const asked = rankQuestions(subjectOf(read.value), obligations).filter(({ fact }) => kinds.get(fact) === "yes-no");
    for (const question of asked.slice(0, 4)) {
      expect([story.name, question.fact, question.decides]).toEqual([
        story.name,
        question.fact,
        expect.closeTo(settledOnAverage(read.value, question, obligations), rounded),
      ]);
      looked += 1;
    }
  }
  expect(looked).toBeGreaterThan(60);
});
