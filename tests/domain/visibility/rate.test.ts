import fc from "fast-check";
import { expect, test } from "vitest";
import { normalDraw, randomFrom } from "#app/domain/kernel/random.ts";
import { clusterInterval, rateOf, wilson } from "#app/domain/visibility/rate.ts";
import { halfWidth95, studentAt } from "#app/domain/visibility/student.ts";

test("Wilson’s interval, by its textbook values", () => {
  expect(wilson(0, 5).high).toBeCloseTo(0.4345, 3);
  expect(wilson(5, 5)).toMatchObject({ value: 1, high: 1 });
});

test("Student’s t, by its table", () => {
  for (const [degrees, t] of [
    [1, 12.706],
    [2, 4.303],
    [4, 2.776],
    [10, 2.228],
    [26, 2.056],
  ] as const)
    expect(studentAt(halfWidth95, degrees)).toBeCloseTo(t, 2);
});

test("an interval over prompts is in bounds, holds its value, and is never narrower than that of so many answers apart", () => {
  const prompt = fc
    .integer({ min: 1, max: 6 })
    .chain((of) => fc.record({ hit: fc.integer({ min: 0, max: of }), of: fc.constant(of) }));
  fc.assert(
    fc.property(fc.array(prompt, { minLength: 2, maxLength: 30 }), (sums) => {
      const { value, low, high } = clusterInterval(sums);
      const of = sums.reduce((total, each) => total + each.of, 0);
      const apart = wilson(Math.round(value * of), of);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low <= value && value <= high).toBe(true);
      expect(high - low).toBeGreaterThanOrEqual(apart.high - apart.low - 1e-9);
    }),
  );
});

test("prompts that all say the same count as so many prompts, not as so many answers", () => {
  const all = Array.from({ length: 20 }, () => ({ hit: 5, of: 5 }));
  expect(clusterInterval(all).low).toBeLessThan(wilson(20, 20).low);
  expect(rateOf([], 0)).toBeNull();
});

test("the interval covers the truth where runs resemble each other", () => {
  const random = randomFrom(7);
  let covered = 0;
  const worlds = 500;
  for (let world = 0; world < worlds; world++) {
    const sums = Array.from({ length: 30 }, () => {
      const chance = 1 / (1 + Math.exp(-(-0.5 + 1.5 * normalDraw(random))));
      return { hit: Array.from({ length: 5 }, () => Number(random() < chance)).reduce((a, b) => a + b, 0), of: 5 };
    });
    const { low, high } = clusterInterval(sums);
    // The mean of the logistic-normal chance above, integrated numerically.
    if (low <= 0.4116 && 0.4116 <= high) covered += 1;
  }
  expect(covered / worlds).toBeGreaterThan(0.925);
  expect(covered / worlds).toBeLessThan(0.98);
});
