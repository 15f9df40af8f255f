import { expect, test } from "vitest";
import { formatsFor, supportedDigits } from "#app/strings/format.ts";

const f = formatsFor("en-GB", "Europe/Berlin");

test("writes numbers, shares and money as the reader does", () => {
  expect(f.number(12_345.6, 1)).toBe("12,345.6");
  expect(f.share(0.314)).toBe("31%");
  expect(f.money({ amount: 1_250_000, currency: "EUR" })).toBe("€1,250,000");
  expect(formatsFor("de-DE", "UTC").share(0.31)).toBe("31\u00a0%");
});

test("short money says thousands and millions with the digits that matter", () => {
  const short = (amount: number) => f.moneyShort({ amount, currency: "EUR" });
  expect([950, 9_999, 12_400, 999_400, 999_600, 2_430_000, 24_300_000].map(short)).toEqual([
    "€950",
    "€9,999",
    "€12 k",
    "€999 k",
    "€1.0 m",
    "€2.4 m",
    "€24 m",
  ]);
});

test("what rounds to nothing has no minus sign", () => {
  expect([f.number(-0.2), f.share(-0.001), f.signed(-0.3)]).toEqual(["0", "0%", "0"]);
  expect([f.signed(4), f.signed(-2.25, 1)]).toEqual(["+4", "-2.3"]);
});

test("days have no time zone, moments have the reader's", () => {
  expect(f.date("2027-12-02")).toBe("2 Dec 2027");
  expect(f.clock(new Date("2026-11-22T23:30:00Z"))).toBe("00:30");
});

test("from one day to another says the year once where it is the same", () => {
  expect(f.dateRange("2026-08-17", "2026-10-12")).toBe("17 Aug – 12 Oct 2026");
  expect(f.dateRange("2026-11-09", "2027-01-11")).toBe("9 Nov 2026 – 11 Jan 2027");
});

test("no more digits than the interval supports, nor than two digits need", () => {
  expect(supportedDigits({ value: 43, low: 38, high: 48 }, "points")).toBe(0);
  expect(supportedDigits({ value: 43.8, low: 43.3, high: 44.2 }, "points")).toBe(0);
  expect(supportedDigits({ value: 0.054, low: 0.052, high: 0.056 }, "share")).toBe(1);
  expect(supportedDigits({ value: 0.4, low: 0.2, high: 0.6 }, "effect")).toBe(2);
});
