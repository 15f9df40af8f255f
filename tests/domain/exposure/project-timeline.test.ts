import { expect, test } from "vitest";
import { adopted, projectTimeline } from "#app/domain/exposure/project-timeline.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";

const { model } = occupations;
const input = {
  asOf: "2026-11-22" as IsoDate,
  headcount: 340,
  today: { value: 40_000, low: 30_000, high: 50_000 },
  software: { value: 60_000, low: 40_000, high: 80_000 },
};

test("use grows from the start to at most the ceiling", () => {
  const curve = model.adoption.central;
  expect(adopted(0, curve, 0.07)).toBe(0.07);
  expect(adopted(200, curve, 0.07)).toBeCloseTo(curve.ceiling);
  for (let quarter = 1; quarter < 40; quarter++)
    expect(adopted(quarter, curve, 0.07)).toBeGreaterThanOrEqual(adopted(quarter - 1, curve, 0.07));
});

test("quarters follow one another across the year and hours stay inside the band and the exposure", () => {
  const { points } = projectTimeline({ ...input, scenario: "central" }, model);
  expect(points.slice(0, 3).map(({ quarter }) => quarter)).toEqual(["2026-Q4", "2027-Q1", "2027-Q2"]);
  for (const { hours } of points) {
    expect(hours.low).toBeLessThanOrEqual(hours.value);
    expect(hours.value).toBeLessThanOrEqual(hours.high);
    expect(hours.high).toBeLessThanOrEqual(130_000 / 4);
  }
});

test("slow is below central and central below fast at the end", () => {
  const last = (scenario: "slow" | "central" | "fast") =>
    projectTimeline({ ...input, scenario }, model).points.at(-1)?.hours.value ?? 0;
  expect(last("slow")).toBeLessThan(last("central"));
  expect(last("central")).toBeLessThan(last("fast"));
});

test("a small firm starts lower", () => {
  const start = (headcount: number) =>
    projectTimeline({ ...input, headcount, scenario: "central" }, model).points[0]?.hours.value ?? 0;
  expect(start(20)).toBeLessThan(start(250));
});
