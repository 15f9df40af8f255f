import { expect, test } from "vitest";
import { liesIn, readPlace } from "#app/domain/compliance/places.ts";

test("reads the ways in which people write a place", () => {
  const written = ["DE", "de", "EU-DE", "UK", "uk-sct", "EL", "us_il", " CA-ON ", "NYC", "DE-BY", "CA"];
  expect(written.map(readPlace)).toEqual([
    "EU-DE",
    "EU-DE",
    "EU-DE",
    "GB",
    "GB-SCT",
    "EU-GR",
    "US-IL",
    "CA-ON",
    "US-NY-NYC",
    "EU-DE-BY",
    "CA",
  ]);
});

test("a place lies in itself and in what it is part of, not in what merely begins alike", () => {
  expect(liesIn("EU-DE", "EU")).toBe(true);
  expect(liesIn("US-NY-NYC", "US-NY")).toBe(true);
  expect(liesIn("US", "US")).toBe(true);
  expect(liesIn("US", "US-IL")).toBe(false);
  expect(liesIn("EUX", "EU")).toBe(false);
});
