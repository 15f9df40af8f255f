import fc from "fast-check";
import { expect, test } from "vitest";
import {
  differenceInDifferences,
  holm,
  pairedChange,
  pairedPermutation,
  smallestChangeSeen,
} from "#app/domain/visibility/compare-periods.ts";

test("a difference that flips with the coin is not distinguishable, a steady one is", () => {
  expect(pairedPermutation([0.2, -0.2, 0.4, -0.4, 0, 0])).toBeGreaterThan(0.5);
  expect(pairedChange(Array.from({ length: 15 }, () => 0.4))).toMatchObject({ distinguishable: true, prompts: 15 });
  expect(pairedPermutation([0, 0, 0])).toBe(1);
  expect(pairedChange([0.4])).toBeNull();
});

test("interval and verdict agree, and both sides are treated alike", () => {
  const difference = fc.integer({ min: -5, max: 5 }).map((fifths) => fifths / 5);
  fc.assert(
    fc.property(fc.array(difference, { minLength: 6, maxLength: 20 }), (differences) => {
      const change = pairedChange(differences);
      if (change === null) return;
      const { estimate, p } = change;
      // Chance of the draws aside, 0 lies outside the interval where p is small and inside where it is not.
      if (p < 0.035) expect(estimate.low > -1e-9 || estimate.high < 1e-9).toBe(true);
      if (p > 0.07) expect(estimate.low <= 1e-9 && estimate.high >= -1e-9).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("Holm refuses the smallest first and stops at the first that stands", () => {
  expect(holm([0.01, 0.04, 0.03])).toEqual([true, false, false]);
  expect(holm([0.01, 0.02, 0.03])).toEqual([true, true, true]);
  expect(holm([])).toEqual([]);
});

test("what moves every prompt is no effect of the change", () => {
  const moved = [0.2, 0.4, 0.2, 0.4, 0.2, 0.4, 0.2, 0.4];
  expect(pairedChange(moved)?.distinguishable).toBe(true);
  expect(differenceInDifferences(moved, moved)).toMatchObject({ distinguishable: false, estimate: { value: 0 } });
  const still = moved.map((each) => each - 0.3);
  expect(differenceInDifferences(moved, still)?.distinguishable).toBe(true);
  expect(differenceInDifferences(moved, [0.1])).toBeNull();
});

test("more prompts and more runs see smaller changes; prompts held out cost some", () => {
  const shares = (count: number) => Array.from({ length: count }, (_, at) => (at % 5) / 5);
  const with10 = smallestChangeSeen(shares(10), 5, null) ?? 0;
  expect(smallestChangeSeen(shares(20), 5, null)).toBeLessThan(with10);
  expect(smallestChangeSeen(shares(10), 20, null)).toBeLessThan(with10);
  expect(smallestChangeSeen(shares(10), 5, 10)).toBeGreaterThan(with10);
  expect(smallestChangeSeen([0.5], 5, null)).toBeNull();
});
