import fc from "fast-check";
import { expect, test } from "vitest";
import { periodOfHeader, readPay, readPeriod, yearly } from "#app/domain/workforce/read-pay.ts";

test.each([
  ["41.500", { amount: 41_500, period: null, range: false }],
  ["€ 50k", { amount: 50_000, period: null, range: false }],
  ["25 €/h", { amount: 25, period: "hour", range: false }],
  ["3.200 pro Monat", { amount: 3_200, period: "month", range: false }],
  ["50-60k", { amount: 55_000, period: null, range: true }],
  ["50,000 to 60,000", { amount: 55_000, period: null, range: true }],
  ["60-50k", null],
  ["by agreement", null],
  ["", null],
])("%j is read as pay", (cell, expected) => {
  expect(readPay(cell, null)).toEqual(expected);
});

test("what a pay is multiplied by is that of its period", () => {
  expect(["year", "month", "week", "day", "hour"].map((period) => yearly(period as "year", 1_800))).toEqual([
    1, 12, 52, 225, 1_800,
  ]);
});

test("a period is known by its word, and a header may name one", () => {
  expect(["Monthly", "per hour", "jährlich", "p.a.", "fortnight"].map(readPeriod)).toEqual([
    "month",
    "hour",
    "year",
    "year",
    null,
  ]);
  expect(["Monthly salary", "Stundenlohn", "Annual pay"].map(periodOfHeader)).toEqual(["month", "hour", null]);
});

test("no cell, however odd, is read as anything but a finite amount or nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 70 }), (cell) => {
      const read = readPay(cell, null);
      expect(read === null || Number.isFinite(read.amount)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
