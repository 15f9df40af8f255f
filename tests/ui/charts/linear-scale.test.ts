import fc from "fast-check";
import { expect, test } from "vitest";
import { dateTicks, dayNumber, linearScale, niceTicks, tickDigits } from "#app/ui/charts/linear-scale.ts";

test("a scale maps the ends of its domain to the ends of its range", () => {
  const x = linearScale([10, 20], [0, 300]);
  expect([x(10), x(15), x(20), x(25)]).toEqual([0, 150, 300, 450]);
});

test("a domain without extent maps to the middle", () => {
  expect(linearScale([3, 3], [0, 10])(3)).toBe(5);
});

test("ticks are round, cover the data and are few", () => {
  expect(niceTicks(0, 2_400_000, 4)).toEqual([0, 1_000_000, 2_000_000, 3_000_000]);
  expect(niceTicks(0, 0.31, 4)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      (low, extent) => {
        const ticks = niceTicks(low, low + extent, 4);
        expect(ticks[0]).toBeLessThanOrEqual(low + 1e-6 * extent + 1e-6);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + extent - 1e-6 * extent - 1e-6);
        expect(ticks.length).toBeLessThanOrEqual(7);
      },
    ),
  );
});

test("digits tell neighbouring ticks apart", () => {
  expect(tickDigits([0, 0.25, 0.5])).toBe(2);
  expect(tickDigits([0, 20, 40])).toBe(0);
});

test("ticks of the calendar are first days, the finest that fit", () => {
  const ticks = dateTicks(dayNumber("2026-11-22"), dayNumber("2027-12-02"), 6);
  expect(ticks.map(({ iso }) => iso)).toEqual(["2027-01-01", "2027-04-01", "2027-07-01", "2027-10-01"]);
});
