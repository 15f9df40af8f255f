import { expect, test } from "vitest";
import { standardError, titleAccuracy } from "#app/domain/exposure/title-accuracy.ts";

test("figures come in lines by split, set and who reads, whatever was measured", () => {
  const found = titleAccuracy({
    "reported.top1": 0.8,
    "reported.nearest.top1": 0.7,
    "noisy.top1": 0.75,
    "noisy.newFigure": 0.5,
    "byTitle.reported.nearest.top1": 0.72,
    threshold: 0.6,
    "confident.right": 0.9,
    "byTitle.confident.right": 0.91,
  });
  expect(found.sets).toEqual([
    { split: "family", set: "reported", by: "shipped", figures: { top1: 0.8 } },
    { split: "family", set: "reported", by: "nearest", figures: { top1: 0.7 } },
    { split: "family", set: "noisy", by: "shipped", figures: { top1: 0.75, newFigure: 0.5 } },
    { split: "title", set: "reported", by: "nearest", figures: { top1: 0.72 } },
  ]);
  expect(found.names).toEqual(["top1", "newFigure"]);
  expect(found.others).toEqual({ threshold: 0.6, "confident.right": 0.9, "byTitle.confident.right": 0.91 });
});

test("what was said and what came true stand together, bin by bin", () => {
  const found = titleAccuracy({
    "reliability.error": 0.03,
    "reliability.7.forecast": 0.75,
    "reliability.7.observed": 0.8,
    "reliability.7.titles": 40,
    "uncalibrated.error": 0.1,
  });
  expect(found.reliability).toEqual([
    { set: "reliability", error: 0.03, bins: [{ forecast: 0.75, observed: 0.8, titles: 40 }] },
    { set: "uncalibrated", error: 0.1, bins: [] },
  ]);
  expect(found.others).toEqual({});
});

test("a share of more titles is surer", () => {
  expect(standardError(0.5, 400)).toBeCloseTo(0.025);
  expect(standardError(0.5, 1600)).toBeCloseTo(0.0125);
});
