import fc from "fast-check";
import { expect, test } from "vitest";
import { commonWork } from "#app/domain/exposure/common-work.ts";
import { findRedeployment, findWaysForward } from "#app/domain/exposure/find-redeployment.ts";
import type { Occupation } from "#app/domain/exposure/occupation-pack.ts";
import { scoreCache, scoreOccupation } from "#app/domain/exposure/score-role.ts";
import { nearnessOf, shareFarther, skillDistance, skillGaps } from "#app/domain/exposure/skill-space.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";

const exposed = [
  "43-3051.00",
  "43-3031.00",
  "43-4051.00",
  "13-1041.00",
  "15-1252.00",
  "43-5011.00",
  "13-2082.00",
  "27-3042.00",
  "43-9021.00",
  "23-2011.00",
];

const cache = scoreCache();
const occupation = (onet: string): Occupation => {
  const found = occupations.byOnet.get(onet);
  if (found === undefined) throw new Error(`no ${onet}`);
  return found;
};
const startOf = (onet: string) => ({
  mixture: [{ occupation: occupation(onet), share: 1 }],
  score: scoreOccupation(occupation(onet), undefined, occupations, cache),
});

test.each(exposed)(
  "%s has ways to work that is less exposed by five points at least, each with what it asks",
  (onet) => {
    const start = startOf(onet);
    const ways = findWaysForward(start, occupations, cache);
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) {
      expect(way.score.value).toBeLessThanOrEqual(start.score.score.value - 0.05);
      expect(way.onet).not.toBe(onet);
      expect(way.clearlyLower).toBe(way.lower >= 0.9);
      expect(way.relation).toBe(
        occupation(onet).related.some(({ onet: listed }) => listed === way.onet) ? "related" : "near",
      );
      if (way.relation === "near") expect(way.nearness).toBe("near");
      for (const { now, needed } of way.gaps ?? []) expect(needed).toBeGreaterThan(now);
    }
  },
);

test("what an assessment keeps of the ways is their first facts, in the same order", () => {
  const start = startOf("43-4051.00");
  const kept = findRedeployment(start, occupations, cache);
  expect(kept.map(({ onet }) => onet)).toEqual(findWaysForward(start, occupations, cache).map(({ onet }) => onet));
  expect(Object.keys(kept[0] ?? {}).toSorted()).toEqual([
    "onet",
    "payChange",
    "score",
    "skillDistance",
    "skillsToAdd",
    "title",
  ]);
});

test("no way leads to what the title may itself be", () => {
  const start = startOf("43-3051.00");
  const [best] = findWaysForward(start, occupations, cache);
  const mixture = [
    { occupation: occupation("43-3051.00"), share: 0.6 },
    { occupation: occupation(best?.onet ?? ""), share: 0.4 },
  ];
  const onets = findWaysForward({ ...start, mixture }, occupations, cache).map(({ onet }) => onet);
  expect(onets).not.toContain(best?.onet);
});

test("an occupation is at distance 0 from itself, has all its work in common and no skill to add", () => {
  const nurse = occupation("29-1141.00");
  expect(skillDistance(nurse, nurse)).toBe(0);
  expect(commonWork(nurse, nurse)).toBeCloseTo(1, 3);
  expect(skillGaps(nurse, nurse, occupations)).toEqual([]);
});

test("near, some way and far are shares of all pairs", () => {
  expect(shareFarther(0, occupations)).toBe(1);
  expect(shareFarther(1, occupations)).toBe(0);
  expect(nearnessOf(0.03, occupations)).toBe("near");
  expect(nearnessOf(0.3, occupations)).toBe("far");
  const distances = Array.from({ length: 40 }, (_, step) => step / 100);
  const farther = distances.map((distance) => shareFarther(distance, occupations));
  expect(farther).toEqual(farther.toSorted((a, b) => b - a));
});

test("work that pays less than the bound allows comes after all that does not, whatever the bound and the start", () => {
  const starts = occupations.occupations.filter(({ assessable }) => assessable).map(({ onet }) => onet);
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.constantFrom(0, 0.05, 0.1, 0.25), (onet, lowerPay) => {
      const pack = { ...occupations, model: { ...occupations.model, lowerPay } };
      const ways = findWaysForward(startOf(onet), pack, cache);
      for (const { payChange, paysLess } of ways) expect(paysLess).toBe(payChange !== null && payChange < -lowerPay);
      const marks = ways.map(({ paysLess }) => Number(paysLess));
      expect(marks).toEqual(marks.toSorted());
    }),
    { numRuns: 40 },
  );
});

test("a bound that no pay falls under leaves the order to reach and gain alone", () => {
  const pack = { ...occupations, model: { ...occupations.model, lowerPay: 1 } };
  const free = findWaysForward(startOf("43-4051.00"), pack, cache);
  expect(free.some(({ paysLess }) => paysLess)).toBe(false);
  const bound = findWaysForward(startOf("43-4051.00"), occupations, cache);
  const [first] = bound;
  expect(first?.payChange ?? 0).toBeGreaterThanOrEqual(-occupations.model.lowerPay);
  expect(free[0]?.payChange ?? 0).toBeLessThan(-occupations.model.lowerPay);
});
