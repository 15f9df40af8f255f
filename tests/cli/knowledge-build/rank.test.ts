import { expect, test } from "vitest";
import { coverage, scaleFor80 } from "#app/cli/knowledge-build/calibrate-intervals.ts";
import { spearman } from "#app/cli/knowledge-build/rank.ts";
import { solveRidge } from "#app/cli/knowledge-build/ridge.ts";

test("rank correlation sees order alone, and ties share their rank", () => {
  expect(spearman([1, 2, 3], [10, 100, 1000])).toBeCloseTo(1);
  expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
  expect(spearman([1, 1, 2, 2], [1, 1, 2, 2])).toBeCloseTo(1);
});

test("the scale makes four of five checks fall inside", () => {
  const checks = Array.from({ length: 100 }, (_, at) => ({ key: String(at), predicted: 0, sd: 0.1, actual: at / 100 }));
  expect(coverage(checks, scaleFor80(checks))).toBeCloseTo(0.8, 1);
});

test("ridge regression finds the line behind noiseless points", () => {
  const observations = [0, 1, 2, 3].map((x) => ({ row: [1, x], target: 2 + 3 * x, weight: 1 }));
  const [intercept = 0, slope = 0] = solveRidge(observations, 1e-9);
  expect(intercept).toBeCloseTo(2);
  expect(slope).toBeCloseTo(3);
});
