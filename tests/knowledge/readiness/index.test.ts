import { expect, test } from "vitest";
import { readiness } from "#app/knowledge/readiness/index.ts";

const byId = new Map(readiness.questions.map((question) => [question.id, question]));

test("there are 12 pillars and 64 questions, 15 of them quick and 12 for the pulse, each with an own id", () => {
  expect(readiness.pillars.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(byId.size).toBe(64);
  expect(readiness.questions).toHaveLength(64);
  expect(readiness.questions.filter(({ quick }) => quick)).toHaveLength(15);
  expect(readiness.questions.filter(({ pulse }) => pulse)).toHaveLength(12);
});

test("every pillar has a quick question", () => {
  const covered = new Set(readiness.questions.filter(({ quick }) => quick).map(({ pillar }) => pillar));
  expect(covered.size).toBe(12);
});

test("a question is named after its pillar, and its five behaviours differ", () => {
  for (const question of readiness.questions) {
    expect(question.id.startsWith(`${question.pillar}.`)).toBe(true);
    expect(new Set(question.anchors).size, question.id).toBe(5);
  }
});

test("gates and blockers rest on quick questions, so that the short check can say not yet", () => {
  for (const rule of [...readiness.gates, ...readiness.blockers]) {
    expect(byId.get(rule.question)?.quick, rule.id).toBe(true);
  }
  for (const gate of readiness.gates) expect(byId.get(gate.question)?.pillar).toBe(gate.pillar);
});

test("every decision names blockers that exist, and a missing owner or baseline binds all of them", () => {
  const ids = readiness.blockers.map(({ id }) => id);
  for (const decision of readiness.decisions) {
    for (const id of decision.blockers) expect(ids).toContain(id);
    expect(decision.blockers).toEqual(expect.arrayContaining(["no-owner", "no-baseline"]));
  }
});

test("no question asks for agreement", () => {
  for (const { text, anchors } of readiness.questions) {
    expect([text, ...anchors].join(" ")).not.toMatch(/strongly|agree or disagree|on a scale/i);
  }
});
