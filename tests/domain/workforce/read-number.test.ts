import fc from "fast-check";
import { expect, test } from "vitest";
import { findDecimalSign, readNumber } from "#app/domain/workforce/read-number.ts";

test.each([
  ["12", 12],
  ["12.5", 12.5],
  ["12,5", 12.5],
  ["0,5", 0.5],
  ["0.500", 0.5],
  ["41.500", 41500],
  ["41,500", 41500],
  ["41.500,00", 41500],
  ["41,500.00", 41500],
  ["1.234.567", 1234567],
  ["1'234'567.50", 1234567.5],
  ["41 500", 41500],
  ["41 500 €", 41500],
  ["€41,500", 41500],
  ["EUR 41.500", 41500],
  ["41500 USD", 41500],
  ["$ 41,500.75", 41500.75],
  ["-3", -3],
  ["−3", -3],
  ["１２", 12],
  [".5", 0.5],
])("%s is %d", (cell, number) => {
  expect(readNumber(cell)).toBe(number);
});

test.each(["", "twelve", "12 people", "1e9", "0x10", "12-15", "=1+1", "∞", "NaN", "1.2.3,4,5x", "👷"])(
  "“%s” is no number",
  (cell) => {
    expect(readNumber(cell)).toBe(null);
  },
);

test("a file's other numbers settle what a single sign means", () => {
  expect(findDecimalSign(["41.500", "39.000,50"])).toBe(",");
  expect(findDecimalSign(["41,500", "39,000.50"])).toBe(".");
  expect(findDecimalSign(["7,5", "12"])).toBe(",");
  expect(findDecimalSign(["1.234.567"])).toBe(",");
  expect(findDecimalSign(["41.500", "12"])).toBe(null);
  expect(readNumber("1.125", ".")).toBe(1.125);
  expect(readNumber("1.125", ",")).toBe(1125);
});

test("every amount written the English or the German way is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.constantFrom("en", "de", "de-CH"), (cents, locale) => {
      const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100);
      expect(readNumber(written)).toBeCloseTo(cents / 100, 6);
    }),
  );
});

test("no text, however odd, is read as anything but a finite number or nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      const number = readNumber(text);
      expect(number === null || Number.isFinite(number)).toBe(true);
    }),
  );
});

test("hostile cells of 4,000 characters are refused at once", () => {
  for (const piece of [" ", "€", "1", "1,", ".", "'", "A"]) expect(readNumber(`${piece.repeat(4_000)}x`)).toBe(null);
});
