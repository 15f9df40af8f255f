import { expect, test } from "vitest";
import { variantFamilies } from "#app/domain/exposure/exposure-validation.ts";
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

test("each cell keeps what every rater says, and no more tasks than it has", () => {
  let withAll = 0;
  for (const { activities } of assessable) {
    for (const { evidence, tasks, sources } of activities) {
      expect(evidence.raters.every((rater) => rater.tasks <= tasks && rater.score >= 0 && rater.score <= 1)).toBe(true);
      for (const { source } of evidence.raters) expect(sources).toContain(source);
      expect(evidence.observed !== null).toBe(sources.includes("observed-use"));
      if (evidence.raters.length === 3) withAll += 1;
    }
  }
  expect(withAll).toBeGreaterThan(14_000);
});

test("what ships is one of the recorded variants of every family, and is beaten by none beyond chance on both sides", () => {
  const { variants, coverage, automation } = occupations.validation;
  for (const family of variantFamilies.filter((name) => name !== "baseline")) {
    const own = variants.filter((row) => row.family === family);
    expect(own.filter(({ kept }) => kept)).toHaveLength(1);
    expect(own.length).toBeGreaterThanOrEqual(5);
  }
  for (const { agreement, kept } of variants) {
    if (kept) continue;
    const gaps = Object.values(agreement).map(({ difference }) => difference?.office);
    expect(gaps.every((gap) => gap !== undefined && gap.low > 0)).toBe(false);
  }
  const baselines = variants.filter(({ family }) => family === "baseline");
  for (const { agreement } of baselines) expect(agreement.human.difference?.office.high).toBeLessThan(0);
  const at80 = coverage.find(({ nominal }) => nominal === 0.8);
  for (const covered of [at80?.all, at80?.office]) {
    expect(covered).toBeGreaterThan(0.75);
    expect(covered).toBeLessThan(0.85);
  }
  const shares = automation.variants.find(({ kept }) => kept);
  expect(shares?.byOccupation).toBeGreaterThan(0.5);
  expect(shares?.byTask).toBeGreaterThan(0.3);
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
