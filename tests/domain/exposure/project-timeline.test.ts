import fc from "fast-check";
import { expect, test } from "vitest";
import type { AdoptionName, AdoptionParameters } from "#app/domain/exposure/occupation-pack.ts";
import { adopted, adoptionOf, projectTimeline } from "#app/domain/exposure/project-timeline.ts";
import { exactly } from "#app/domain/kernel/estimate.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";

const { model } = occupations;
const none = { today: exactly(0), software: exactly(0) };
const hours = {
  today: { value: 40_000, low: 30_000, high: 50_000 },
  software: { value: 60_000, low: 40_000, high: 80_000 },
};

function under(scenario: AdoptionName, headcount = 340, own: Partial<AdoptionParameters> = {}) {
  return projectTimeline({
    asOf: "2026-11-22" as IsoDate,
    adoption: adoptionOf(scenario, headcount, own, model),
    hours,
    automatable: hours,
    augmentable: none,
    pay: null,
  });
}

test("use grows from the start to at most the ceiling", () => {
  const curve = model.adoption.central;
  expect(adopted(0, curve, 0.07)).toBe(0.07);
  expect(adopted(200, curve, 0.07)).toBeCloseTo(curve.ceiling);
  for (let quarter = 1; quarter < 40; quarter++)
    expect(adopted(quarter, curve, 0.07)).toBeGreaterThanOrEqual(adopted(quarter - 1, curve, 0.07));
});

test("quarters follow one another across the year and hours stay inside the band and the exposure", () => {
  const points = under("central");
  expect(points.slice(0, 3).map(({ quarter }) => quarter)).toEqual(["2026-Q4", "2027-Q1", "2027-Q2"]);
  for (const { hours } of points) {
    expect(hours.low).toBeLessThanOrEqual(hours.value);
    expect(hours.value).toBeLessThanOrEqual(hours.high);
    expect(hours.high).toBeLessThanOrEqual(130_000 / 4);
  }
});

test("slow is below central and central below fast at the end", () => {
  const last = (scenario: "slow" | "central" | "fast") => under(scenario).at(-1)?.hours.value ?? 0;
  expect(last("slow")).toBeLessThan(last("central"));
  expect(last("central")).toBeLessThan(last("fast"));
});

test("a small firm starts lower", () => {
  const start = (headcount: number) => under("central", headcount)[0]?.hours.value ?? 0;
  expect(start(20)).toBeLessThan(start(250));
});

test("what a person sets replaces the setting's figure and nothing else", () => {
  const own = adoptionOf("central", 340, { ceiling: 0.5 }, model);
  expect(own).toEqual({ ...adoptionOf("central", 340, {}, model), ceiling: 0.5 });
});

test("a higher ceiling never lowers a quarter, and a start above the ceiling stays", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const own = fc.record({
    ceiling: share,
    midpoint: fc.double({ min: 1, max: 40, noNaN: true }),
    width: fc.double({ min: 0.5, max: 15, noNaN: true }),
    softwareLag: fc.double({ min: 0, max: 20, noNaN: true }),
    startShare: share,
    startDepth: share,
  });
  fc.assert(
    fc.property(own, share, (set, other) => {
      const [lower, higher] = [Math.min(set.ceiling, other), Math.max(set.ceiling, other)];
      const before = under("central", 340, { ...set, ceiling: lower });
      const after = under("central", 340, { ...set, ceiling: higher });
      before.forEach(({ hours }, at) => {
        for (const end of ["low", "value", "high"] as const)
          expect(after[at]?.hours[end]).toBeGreaterThanOrEqual(hours[end] - 1e-6);
        expect(hours.low).toBeLessThanOrEqual(hours.value);
        expect(hours.high).toBeGreaterThanOrEqual(hours.value);
      });
    }),
  );
});
