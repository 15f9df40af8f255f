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
  expect(explainRole(aRole({ title: "🚚" }), exposureKnowledge)).toEqual({ activities: [], gateChanges: [] });
});
