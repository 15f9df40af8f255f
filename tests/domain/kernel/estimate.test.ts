import fc from "fast-check";
import { expect, test } from "vitest";
import { estimateFromDraws, quantile } from "#app/domain/kernel/estimate.ts";

test("the interval of draws in any order is the one of the same draws in ascending order, and they stay as they are", () => {
  const draw = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 }));
  fc.assert(
    fc.property(
      fc.array(draw, { minLength: 1, maxLength: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (draws, level) => {
        const given = [...draws];
        const ascending = Float64Array.from(draws).sort();
        const tail = (1 - level) / 2;
        const middle = quantile(ascending, 0.5);
        const [low, high] = [quantile(ascending, tail), quantile(ascending, 1 - tail)];
        const found = estimateFromDraws(draws, level);
        expect([found.value, found.low, found.high].map((one) => one + 0)).toEqual(
          [middle, Math.min(low, middle), Math.max(high, middle)].map((one) => one + 0),
        );
        expect(draws).toEqual(given);
      },
    ),
  );
});

test("draws that are all alike have an interval without width, and no draws have none", () => {
  expect(estimateFromDraws(new Float64Array(2_000).fill(7), 0.8)).toEqual({ value: 7, low: 7, high: 7 });
  expect(() => estimateFromDraws([], 0.8)).toThrow(RangeError);
});
