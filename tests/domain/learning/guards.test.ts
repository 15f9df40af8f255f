import { expect, test } from "vitest";
import type { Forecast, Outcome } from "#app/domain/kernel/forecast.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { normalDraw, randomFrom } from "#app/domain/kernel/random.ts";
import { calibration } from "#app/domain/learning/calibration.ts";
import { afterAlarm, discounted, noDrift, watchDrift } from "#app/domain/learning/drift.ts";
import { studentHalfWidth } from "#app/domain/learning/interval.ts";
import { pool } from "#app/domain/learning/pool.ts";
import { nothingLearnt, posteriorOf } from "#app/domain/learning/posterior.ts";
import { judgeLook } from "#app/domain/learning/promotion.ts";
import { learnSelfReport } from "#app/domain/learning/self-report.ts";
import { mayChangeRecommendation, shouldReplan, usualPolicy } from "#app/domain/learning/should-replan.ts";
import { learnSilence } from "#app/domain/learning/silence.ts";
import { estimateSpread, leastSpread, usualSpread } from "#app/domain/learning/spread.ts";
import { anOutcome, aPrior } from "#tests/builders/learning.ts";

const day = "2026-10-01" as IsoDate;

test("nothing of another organization enters below five that share", () => {
  const others = ["b", "c", "d", "e"].map((organization) => anOutcome({ organization }));
  const everybody = new Set(["kestrel", "b", "c", "d", "e", "f"]);
  expect(pool(others, "kestrel", everybody)).toEqual([]);
  expect(pool([...others, anOutcome({ organization: "f" })], "kestrel", everybody)).toHaveLength(5);
});

test("neither reports nor the outcomes of those who do not share are pooled, and who does not share gets none", () => {
  const others = ["b", "c", "d", "e", "f"].map((organization) => anOutcome({ organization }));
  const report = anOutcome({ organization: "b", basis: "reported" });
  const everybody = new Set(["kestrel", "b", "c", "d", "e", "f"]);
  expect(pool([...others, report], "kestrel", everybody)).toEqual(others);
  expect(pool(others, "kestrel", new Set(["b", "c", "d", "e", "f"]))).toEqual([]);
  expect(pool([...others, anOutcome()], "kestrel", new Set(["kestrel"]))).toEqual([anOutcome()]);
});

test("the self-report bias is learnt slowly, and a source far above what was measured there is flagged", () => {
  expect(learnSelfReport([]).bias).toBe(0.2);
  const pairs = Array.from({ length: 60 }, (_, at) => [
    anOutcome({ organization: `o${at}`, effect: 0.2 }),
    anOutcome({ organization: `o${at}`, effect: 0.8, basis: "reported" }),
  ]).flat();
  expect(learnSelfReport(pairs).bias).toBeCloseTo(0.4, 9);
  const liar = Array.from({ length: 6 }, (_, at) => [
    anOutcome({ organization: "liar", interventionId: `a${at}`, effect: 0.1 }),
    anOutcome({ organization: "liar", interventionId: `a${at}`, effect: 1.6, basis: "reported" }),
  ]).flat();
  expect([...learnSelfReport(liar).flagged]).toEqual(["liar"]);
});

test("what silent owners say when asked is held against what came by itself", () => {
  const heard = Array.from({ length: 60 }, (_, at) => [
    { ...anOutcome({ organization: `o${at}`, effect: 0.5 }), followedUp: false },
    { ...anOutcome({ organization: `o${at}`, effect: 0.1 }), followedUp: true },
  ]).flat();
  const silence = learnSilence(heard, 0.75);
  expect(silence.volunteered).toBeGreaterThan(0.05);
  expect(silence.followedUp).toBeLessThan(-0.2);
  expect(0.75 * silence.volunteered + 0.25 * silence.followedUp).toBeCloseTo(0, 12);
});

test("spreads follow the outcomes, and never fall below their floors", () => {
  const random = randomFrom(7);
  const world = (sd: number) =>
    Array.from({ length: 8 }, (_, action) =>
      Array.from({ length: 40 }, (_unused, organization) =>
        anOutcome({
          interventionId: `a${action}`,
          organization: `o${organization}`,
          segment: { sector: `s${organization % 4}`, size: "any" },
          effect: 0.2 + sd * normalDraw(random) + 0.05 * normalDraw(random),
          variance: 0.05 ** 2,
        }),
      ),
    );
  expect(estimateSpread([])).toEqual(usualSpread);
  expect(estimateSpread(world(0)).betweenOrganizations).toBe(leastSpread.betweenOrganizations);
  const wide = estimateSpread(world(0.4)).betweenOrganizations;
  expect(wide).toBeGreaterThan(0.35);
  expect(wide).toBeLessThan(0.45);
});

test("a small shift keeps the plan as it is", () => {
  const before = { mean: 0.2, sd: 0.2 };
  expect(shouldReplan(before, { mean: 0.22 }, usualPolicy)).toMatchObject({
    replan: false,
    because: { kind: "too-small-a-shift" },
  });
  expect(shouldReplan(before, { mean: 0.35 }, usualPolicy)).toMatchObject({
    replan: true,
    because: { kind: "shifted" },
  });
});

test("a recommendation changes only with enough outcomes and nine chances in ten", () => {
  const scope = { organization: "kestrel", interventionId: "course", segment: anOutcome().segment };
  const current = posteriorOf(aPrior(), [], scope, nothingLearnt);
  const after = (n: number, effect: number) =>
    posteriorOf(
      aPrior(),
      Array.from({ length: n }, () => anOutcome({ effect, variance: 0.01 })),
      scope,
      nothingLearnt,
    );
  expect(mayChangeRecommendation(current, after(2, 1.2), 1, usualPolicy)).toMatchObject({
    change: false,
    because: "not-enough-outcomes",
  });
  expect(mayChangeRecommendation(current, after(3, 0.3), 1, usualPolicy)).toMatchObject({
    change: false,
    because: "not-sure-enough",
  });
  expect(mayChangeRecommendation(current, after(3, 1.2), 1, usualPolicy)).toMatchObject({ change: true });
});

test("drift raises an alarm on a lasting shift and starts afresh", () => {
  let drift = noDrift;
  for (let at = 0; at < 40 && drift.alarm === null; at++) drift = watchDrift(drift, -0.6);
  expect(drift.alarm).toBe("down");
  expect(watchDrift(drift, 0).alarm).toBeNull();
  expect(afterAlarm(drift)).toEqual(noDrift);
  expect(discounted(0.2, 2)).toBeCloseTo(0.2 / 0.64, 12);
});

test("a canary is promoted when sure, retired after its last look, and waits between", () => {
  expect(judgeLook({ number: 1, difference: 0.02, standardError: 0.05 })).toBe("wait");
  expect(judgeLook({ number: 2, difference: 0.2, standardError: 0.04 })).toBe("promote");
  expect(judgeLook({ number: 4, difference: 0.02, standardError: 0.05 })).toBe("retire");
});

const forecast = (value: number, sd: number): Forecast => ({
  interventionId: "course",
  measure: "test",
  scale: "smd",
  effect: { value, low: value - 1.645 * sd, high: value + 1.645 * sd },
  sd,
  statedOn: day,
});
const seen = (observed: number): Outcome => ({ observed, standardError: 0, observedOn: day, basis: "measured" });

test("says too early below eight outcomes", () => {
  expect(calibration([{ forecast: forecast(0.2, 0.1), outcome: seen(0.2) }]).verdict).toBe("too-early");
  expect(calibration([])).toMatchObject({ n: 0, coverage: null });
});

test("tells hopeful, overconfident and calibrated forecasts apart", () => {
  const random = randomFrom(11);
  const draws = Array.from({ length: 200 }, () => normalDraw(random));
  const report = (shift: number, spread: number) =>
    calibration(draws.map((z) => ({ forecast: forecast(0.3, 0.2), outcome: seen(0.3 + shift + spread * z) })));
  expect(report(0, 0.2).verdict).toBe("calibrated");
  expect(report(-0.15, 0.2).verdict).toBe("too-hopeful");
  expect(report(0, 0.5).verdict).toBe("too-confident");
  expect(report(0, 0.02).verdict).toBe("too-cautious");
});

test("Student's t agrees with the tables", () => {
  const tabled = [
    [1, 6.314],
    [2, 2.92],
    [3, 2.353],
    [5, 2.015],
    [10, 1.812],
    [30, 1.697],
  ] as const;
  for (const [degrees, value] of tabled) expect(studentHalfWidth(degrees)).toBeCloseTo(value, 2);
});
