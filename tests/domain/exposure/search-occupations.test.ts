import fc from "fast-check";
import { expect, test } from "vitest";
import { searchOccupations } from "#app/domain/exposure/search-occupations.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";

const firstOf = (query: string) => searchOccupations(query, occupations)[0]?.onet;

test.each([
  ["customer service representative", "43-4051.00"],
  ["cust svc rep", "43-4051.00"],
  ["software dev", "15-1252.00"],
  ["infirmière", "29-1141.00"],
  ["contable", "13-2011.00"],
  ["Buchhalter", "43-3031.00"],
  ["43-3051.00", "43-3051.00"],
])("%s finds %s first", (query, onet) => {
  expect(firstOf(query)).toBe(onet);
});

test("a beginning of a code finds the occupations of its group, and nonsense finds nothing", () => {
  for (const { onet } of searchOccupations(" 43-30 ", occupations)) expect(onet).toMatch(/^43-30/);
  expect(searchOccupations("qqqqq", occupations)).toEqual([]);
  expect(searchOccupations("   ", occupations)).toEqual([]);
});

test("what the title model knows is found beside names, and no occupation twice", () => {
  const match = () => ({
    confident: true,
    matches: [
      { onet: "53-7065.00", soc: "53-7065", title: "", probability: 0.9 },
      { onet: "43-5071.00", soc: "43-5071", title: "", probability: 0.05 },
    ],
  });
  const found = searchOccupations("picker", occupations, match).map(({ onet }) => onet);
  expect(found[0]).toBe("53-7065.00");
  expect(found).not.toContain("43-5071.00");
  expect(new Set(found).size).toBe(found.length);
});

test("any text ends in at most eight occupations, best first", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), (query) => {
      const fits = searchOccupations(query, occupations).map(({ fit }) => fit);
      expect(fits.length).toBeLessThanOrEqual(8);
      expect(fits).toEqual(fits.toSorted((a, b) => b - a));
    }),
    { numRuns: 50 },
  );
});
