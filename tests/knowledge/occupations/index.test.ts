import { expect, test } from "vitest";
import { occupations } from "#app/knowledge/occupations/index.ts";
import { titles } from "#app/knowledge/occupations/titles.ts";

const assessable = occupations.occupations.filter((occupation) => occupation.assessable);

test("at least 890 occupations can be assessed, each with weights that sum to 1", () => {
  expect(assessable.length).toBeGreaterThanOrEqual(890);
  for (const { activities } of assessable) {
    expect(activities.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 2);
    for (const { e1, e2, automation, activity } of activities) {
      expect(e1 + e2).toBeLessThanOrEqual(1.001);
      expect(automation).toBeGreaterThan(0);
      expect(occupations.activities[activity]).toBeDefined();
    }
  }
});

test("every activity has a label of its own", () => {
  const labels = occupations.activities.map(({ label, id }) => (label === id ? "" : label));
  expect(labels).toHaveLength(332);
  expect(labels).not.toContain("");
  expect(new Set(labels).size).toBe(332);
});

test("codes are unique and related occupations exist", () => {
  expect(occupations.byOnet.size).toBe(occupations.occupations.length);
  for (const { related } of occupations.occupations)
    for (const { onet } of related) expect(occupations.byOnet.has(onet)).toBe(true);
});

test("every parameter that is judgement names its source", () => {
  expect(Object.keys(occupations.parameterSources)).toEqual(
    expect.arrayContaining(["gates", "adoption", "hoursPerYear", "weightSd", "softwareLag"]),
  );
});

test("the title model names occupations of the pack and keeps within its tables", () => {
  expect(titles.onets.every((onet) => occupations.byOnet.has(onet))).toBe(true);
  expect(Math.max(...titles.known.classes)).toBeLessThan(titles.onets.length);
  const { network, spelling, known } = titles;
  expect(network.rows.length).toBe(network.rarity.length * network.width);
  expect(network.output.length).toBe(titles.onets.length * network.hiddenBias.length);
  expect(network.mix.length).toBe(network.width * network.hiddenBias.length);
  expect(network.byMeaning.length).toBe(2 * titles.vectors.width * network.hiddenBias.length);
  expect(titles.vectors.rows.length).toBe(titles.vectors.keys.length * titles.vectors.width);
  expect(network.rows.every(Number.isFinite)).toBe(true);
  for (const { keys } of [spelling, titles.vectors])
    expect(keys.every((key, at) => at === 0 || key > (keys[at - 1] ?? 0))).toBe(true);
  expect(Math.max(...known.titleWords.slice(0, 10_000))).toBeLessThan(known.words.length);
});
