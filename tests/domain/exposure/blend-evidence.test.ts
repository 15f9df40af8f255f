import { expect, test } from "vitest";
import { blendEvidence } from "#app/domain/exposure/blend-evidence.ts";
import type { ActivityEvidence } from "#app/domain/exposure/occupation-pack.ts";

const clerk: ActivityEvidence = {
  raters: [{ source: "human-raters", score: 0.2, tasks: 3 }],
  alone: 0.2,
  similar: 0.4,
  observed: null,
};
const analyst: ActivityEvidence = {
  raters: [
    { source: "human-raters", score: 0.6, tasks: 1 },
    { source: "model-rubric-1", score: 1, tasks: 1 },
  ],
  alone: 0.8,
  similar: 0.4,
  observed: { automation: 0.7, tasks: 1 },
};

test("raters of two occupations are mixed by time, and one that speaks of only one is kept as it is", () => {
  const mixed = blendEvidence(clerk, analyst, 0.25);
  expect(mixed.raters[0]?.score).toBeCloseTo(0.3);
  expect(mixed.raters[0]?.tasks).toBe(4);
  expect(mixed.raters[1]).toEqual({ source: "model-rubric-1", score: 1, tasks: 1 });
  expect(mixed.alone).toBeCloseTo(0.35);
  expect(mixed.similar).toBeCloseTo(0.4);
  expect(mixed.observed).toEqual({ automation: 0.7, tasks: 1 });
});

test("the order of the two does not matter", () => {
  const back = blendEvidence(analyst, clerk, 0.75);
  expect(back.alone).toBeCloseTo(0.35);
  expect(back.raters.map(({ source }) => source)).toEqual(["human-raters", "model-rubric-1"]);
});
