import { expect, test } from "vitest";
import { explainRole } from "#app/domain/exposure/explain-role.ts";
import { aRole, assessed, exposureKnowledge } from "#tests/builders/an-exposure.ts";

test("the activities of a role add up to its score", () => {
  const role = aRole({ title: "Customs clerk" });
  const [result] = assessed([role]).roles;
  const { activities } = explainRole(role, exposureKnowledge);
  expect(activities.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(result?.score.value ?? 0, 6);
  expect(activities.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 3);
});

test("every activity says what each rater alone says, and its figures lie in their intervals", () => {
  const unsure = aRole({ title: "Clerk" });
  for (const role of [aRole({ title: "Customs clerk" }), unsure]) {
    const { activities } = explainRole(role, exposureKnowledge);
    expect(activities.length).toBeGreaterThan(5);
    for (const { evidence, believed, score, automatable, augmentable, human, tasks } of activities) {
      for (const of of [score, automatable, augmentable, human]) {
        expect(of.low).toBeLessThanOrEqual(of.value);
        expect(of.value).toBeLessThanOrEqual(of.high);
      }
      expect(score.value + human.value).toBeCloseTo(1);
      expect(believed).toBeCloseTo(score.value);
      if (tasks > 0) expect(evidence.raters.length).toBeGreaterThan(0);
    }
  }
});

test("each gate says what switching it would do", () => {
  const { gateChanges } = explainRole(
    aRole({ title: "Customs clerk", gates: { licensedSignOff: true } }),
    exposureKnowledge,
  );
  expect(gateChanges.find(({ gate }) => gate === "licensedSignOff")?.on).toBe(false);
  expect(gateChanges.find(({ gate }) => gate === "physicalPresence")?.on).toBe(true);
});

test("a role that cannot be assessed has nothing to explain", () => {
  expect(explainRole(aRole({ title: "🚚" }), exposureKnowledge)).toEqual({
    occupation: null,
    activities: [],
    gateChanges: [],
    width: [],
    changes: [],
    ways: [],
    byPay: false,
  });
});

test("the width of a title in doubt comes partly from the title, and of a confirmed one not at all", () => {
  const sources = (over: Parameters<typeof aRole>[0]) =>
    explainRole(aRole(over), exposureKnowledge).width.map(({ source }) => source);
  expect(sources({ title: "Dispatcher" }).toSorted()).toEqual(["labels", "raters", "title", "weights"]);
  expect(sources({ title: "Dispatcher", onet: "43-5032.00" }).toSorted()).toEqual(["labels", "raters", "weights"]);
});

test("with every source settled but one, no interval is wider than the whole by more than the noise of draws", () => {
  const { width } = explainRole(aRole({ title: "Dispatcher" }), exposureKnowledge);
  for (const { low, high, narrower } of width) {
    expect(low).toBeLessThanOrEqual(high);
    expect(narrower).toBeGreaterThanOrEqual(0);
    expect(narrower).toBeLessThanOrEqual(1);
  }
  expect(width.map(({ narrower }) => narrower)).toEqual(
    width.map(({ narrower }) => narrower).toSorted((a, b) => b - a),
  );
});

test("what would change the score is ranked, and each change says where the score would stand", () => {
  const role = aRole({ title: "Dispatcher" });
  const score = assessed([role]).roles[0]?.score.value ?? 0;
  const { changes } = explainRole(role, exposureKnowledge);
  const sizes = changes.map(({ by }) => Math.abs(by));
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  for (const change of changes) if (change.kind !== "activity") expect(change.to - score).toBeCloseTo(change.by, 6);
  expect(changes.some(({ kind }) => kind === "title")).toBe(true);
  const confirmed = explainRole(aRole({ title: "Dispatcher", onet: "43-5032.00" }), exposureKnowledge);
  expect(confirmed.changes.some(({ kind }) => kind === "title")).toBe(false);
});
