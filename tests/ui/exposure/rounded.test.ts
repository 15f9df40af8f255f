import { expect, test } from "vitest";
import { rounded, roundedEstimate } from "#app/ui/exposure/rounded.ts";

test("keeps two significant digits and never fractions", () => {
  expect([21_816, 986, 59, 7.4, 0].map(rounded)).toEqual([22_000, 990, 59, 7, 0]);
});

test("rounds every part of an estimate", () => {
  expect(roundedEstimate({ value: 21_816, low: 10_960, high: 27_238 })).toEqual({
    value: 22_000,
    low: 11_000,
    high: 27_000,
  });
});
