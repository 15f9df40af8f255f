import { expect, test } from "vitest";
import { titleAccuracy } from "#app/domain/exposure/title-accuracy.ts";

test("figures come in lines by set and by who reads, whatever was measured", () => {
  const found = titleAccuracy({
    "reported.top1": 0.8,
    "reported.nearest.top1": 0.7,
    "noisy.top1": 0.75,
    "noisy.newFigure": 0.5,
    threshold: 0.6,
    "confident.right": 0.9,
  });
  expect(found.sets).toEqual([
    { set: "reported", by: "shipped", figures: { top1: 0.8 } },
    { set: "reported", by: "nearest", figures: { top1: 0.7 } },
    { set: "noisy", by: "shipped", figures: { top1: 0.75, newFigure: 0.5 } },
  ]);
  expect(found.names).toEqual(["top1", "newFigure"]);
  expect(found.others).toEqual({ threshold: 0.6, "confident.right": 0.9 });
});
