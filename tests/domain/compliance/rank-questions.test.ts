import { expect, test } from "vitest";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import type { Rule } from "#app/domain/compliance/obligation-pack.ts";
import { anInstrument, anObligation, anObligationPack, day, someFacts } from "#tests/builders/obligations.ts";

const publicBody: Rule = { fact: "org.public_body", op: "eq", value: true };
const large: Rule = { fact: "org.headcount", op: "gte", value: 50 };
const inIllinois: Rule = { fact: "org.workers_in", op: "touches", value: ["US-IL"] };
const isAi: Rule = { fact: "system.is_ai", op: "eq", value: true };

function questionsFor(rules: readonly Rule[], facts: ReturnType<typeof someFacts>) {
  const duties = rules.map((rule, at) => anObligation(rule, { id: `duty-${at}` }));
  return assessCompliance(facts, anObligationPack([anInstrument(duties)]), day("2026-11-22")).questions;
}

test("asks first what settles most, counting what an answer is expected to settle and not what it touches", () => {
  const rules = [publicBody, publicBody, { all: [large, publicBody] }, { all: [large, isAi] }];
  const questions = questionsFor(rules, someFacts({}, [{ id: "a" }]));
  expect(questions.map(({ fact, decides }) => [fact, decides])).toEqual([
    ["org.public_body", 2.5],
    ["org.headcount", 1],
    ["system.is_ai", 0.5],
  ]);
});

test("a question about a system names the systems in which it is open", () => {
  const questions = questionsFor([isAi], someFacts({}, [{ id: "a" }, { id: "b", is_ai: false }]));
  expect(questions).toEqual([expect.objectContaining({ fact: "system.is_ai", decides: 1, systems: ["a"] })]);
});

test("nothing is asked about systems for a duty that another system settled", () => {
  expect(questionsFor([isAi], someFacts({}, [{ id: "a", is_ai: true }, { id: "b" }]))).toEqual([]);
});

test("a place that is too coarse is asked for again, with the part that is missing", () => {
  const [question] = questionsFor([inIllinois], someFacts({ workers_in: ["US", "DE"] }));
  expect(question?.question).toBe("Where do people work? The answer so far is too coarse: which part of US?");
});

test("the inventory is asked for when nobody has said which systems there are", () => {
  expect(questionsFor([isAi], someFacts({}, null))[0]).toMatchObject({ fact: "systems", decides: 0.5 });
});
