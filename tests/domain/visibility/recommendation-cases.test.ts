import { expect, test } from "vitest";
import { type RecommendationCase, recommendationCases, tellsRightly } from "#app/bench/recommendation-cases.ts";

const cases = recommendationCases();
const wrong = (of: readonly RecommendationCase[]) => of.filter((each) => !tellsRightly(each));

test("the cases are in fifteen languages, of both answers, in two halves", () => {
  expect(cases.length).toBeGreaterThanOrEqual(120);
  expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
  for (const language of new Set(cases.map((each) => each.language))) {
    const own = cases.filter((each) => each.language === language);
    expect(own.length, language).toBeGreaterThanOrEqual(10);
    expect(new Set(own.map(({ recommended }) => recommended)).size, language).toBe(2);
  }
  expect(new Set(cases.map(({ language }) => language)).size).toBe(15);
});

test("of the tuning half only irony is not seen", () => {
  const tuning = cases.filter(({ part }) => part === "tuning");
  expect(wrong(tuning).filter(({ kind }) => kind !== "irony")).toEqual([]);
});

test("of the half held out nine in ten are told rightly", () => {
  const heldOut = cases.filter(({ part }) => part === "held-out");
  expect(wrong(heldOut).length).toBeLessThanOrEqual(heldOut.length / 10);
});
