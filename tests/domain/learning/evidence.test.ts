import { expect, test } from "vitest";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { evidenceFrom, forecastRatio, priorFrom, segmentOf } from "#app/domain/learning/evidence.ts";
import { aPrior } from "#tests/builders/learning.ts";

const forecast = (value: number) => ({ effect: { value, low: value - 1, high: value + 1 } });
const outcome = { observed: 4, standardError: null, observedOn: "2026-10-01" as IsoDate, basis: "measured" as const };
const who = { organization: "self", segment: segmentOf("logistics", 340) };

test("twice what was forecast for an item is twice the belief that the forecast rested on", () => {
  const ratio = forecastRatio(aPrior(), forecast(2), 0.25);
  expect(evidenceFrom(aPrior(), ratio, outcome, who).effect).toBeCloseTo(0.5, 12);
});

test("a forecast or a belief of nothing cannot be multiplied, so that the outcome is taken as it stands", () => {
  expect(forecastRatio(aPrior(), forecast(0), 0.25)).toBe(1);
  expect(forecastRatio(aPrior(), forecast(2), 0)).toBe(1);
});

test("a stated standard error is used on the prior's scale, an unstated one is wider for a report", () => {
  const variance = (over: Partial<typeof outcome> | { standardError: number } | { basis: "reported" }) =>
    evidenceFrom(aPrior(), 0.5, { ...outcome, ...over }, who).variance;
  expect(variance({ standardError: 0.2 })).toBeCloseTo(0.01, 12);
  expect(variance({ basis: "reported" })).toBeGreaterThan(variance({}));
  expect(variance({ standardError: 0 })).toBeGreaterThan(0);
});

test("beside standard deviations a prior's unit follows from its width", () => {
  expect(priorFrom({ id: "a", scale: "smd", mean: 0.2, sd: 0.15 }).unit).toBe(1);
  expect(priorFrom({ id: "a", scale: "hours", mean: 2, sd: 1.5 }).unit).toBeCloseTo(5, 12);
});

test.each([
  [49, "1-49"],
  [50, "50-249"],
  [340, "250-999"],
  [1000, "1000+"],
  [null, ""],
])("an organization of %s people is in the band %s", (headcount, size) => {
  expect(segmentOf("logistics", headcount)).toEqual({ sector: "logistics", size });
});
