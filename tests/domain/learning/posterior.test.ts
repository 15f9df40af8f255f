import fc from "fast-check";
import { expect, test } from "vitest";
import type { Evidence, Scope } from "#app/domain/learning/evidence.ts";
import { nothingLearnt, posteriorOf, winsorise } from "#app/domain/learning/posterior.ts";
import { anOutcome, aPrior } from "#tests/builders/learning.ts";

const scope: Scope = {
  organization: "kestrel",
  interventionId: "course",
  segment: { sector: "logistics", size: "250-999" },
};
const prior = aPrior();
const believe = (evidence: readonly Evidence[], over: Partial<Scope> = {}) =>
  posteriorOf(prior, evidence, { ...scope, ...over }, nothingLearnt);

const outcome = fc
  .record({
    organization: fc.constantFrom("kestrel", "b", "c", "d"),
    sector: fc.constantFrom("logistics", "care"),
    effect: fc.double({ min: -2, max: 2, noNaN: true }),
    variance: fc.double({ min: 0.001, max: 4, noNaN: true }),
    basis: fc.constantFrom<Evidence["basis"]>("measured", "reported"),
  })
  .map(({ sector, ...rest }) => anOutcome({ ...rest, segment: { sector, size: "any" } }));

test("without outcomes the belief is the prior, widened by how much organizations differ", () => {
  const before = believe([]);
  expect(before.mean).toBeCloseTo(0.2, 12);
  expect(before.sd).toBeCloseTo(Math.sqrt(0.3 ** 2 + 0.12 ** 2 + 0.15 ** 2), 9);
  expect(before.weightOfEvidence).toBeCloseTo(0, 12);
});

test("one measured outcome agrees with the normal model worked out by hand", () => {
  const { mean, sd } = believe([anOutcome({ effect: 0.5, variance: 0.04 })]);
  const before = 0.3 ** 2 + 0.12 ** 2 + 0.15 ** 2;
  const precision = 1 / before + 1 / 0.04;
  expect(mean).toBeCloseTo((0.2 / before + 0.5 / 0.04) / precision, 9);
  expect(sd).toBeCloseTo(Math.sqrt(1 / precision), 9);
});

test("the order of outcomes does not matter, to the last bit", () => {
  fc.assert(
    fc.property(
      fc
        .array(outcome, { maxLength: 15 })
        .chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
      ([given, shuffled]) => {
        expect(believe(shuffled)).toEqual(believe(given));
      },
    ),
    { numRuns: 2_000 },
  );
});

test("an outcome without weight changes nothing", () => {
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 8 }), outcome, (given, extra) => {
      const weightless = { ...extra, variance: Number.POSITIVE_INFINITY };
      const before = believe(given);
      const after = believe([...given, weightless]);
      expect(after.mean).toBeCloseTo(before.mean, 9);
      expect(after.sd).toBeCloseTo(before.sd, 9);
    }),
    { numRuns: 2_000 },
  );
});

test("a higher measured outcome never lowers the belief, and more outcomes never widen it", () => {
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 8 }), fc.double({ min: 0, max: 1, noNaN: true }), (given, rise) => {
      const low = believe([...given, anOutcome({ effect: 0.1 })]);
      const high = believe([...given, anOutcome({ effect: 0.1 + rise })]);
      expect(high.mean).toBeGreaterThanOrEqual(low.mean - 1e-9);
      expect(low.sd).toBeLessThanOrEqual(believe(given).sd + 1e-9);
    }),
    { numRuns: 2_000 },
  );
});

test("another organization's report moves nobody else", () => {
  const before = believe([]);
  expect(believe([anOutcome({ organization: "b", basis: "reported", effect: 2 })])).toEqual(before);
  expect(believe([anOutcome({ organization: "b", effect: 1 })]).mean).toBeGreaterThan(before.mean);
});

test("a report moves its own organization less than a measurement, with the usual bias taken off", () => {
  const measured = believe([anOutcome({ effect: 0.4 })]);
  const reported = believe([anOutcome({ effect: 0.4, basis: "reported" })]);
  expect(reported.mean).toBeLessThan(measured.mean);
  expect(believe([anOutcome({ effect: 0.4, basis: "reported" })], { organization: "all" }).mean).toBeCloseTo(0.2, 12);
});

test("a flagged source's reports are not used", () => {
  const selfReport = { ...nothingLearnt.selfReport, flagged: new Set(["kestrel"]) };
  const after = posteriorOf(prior, [anOutcome({ basis: "reported", effect: 2 })], scope, {
    ...nothingLearnt,
    selfReport,
  });
  expect(after.mean).toBeCloseTo(0.2, 12);
  expect(after.evidence.ownReported).toBe(0);
});

test("outcomes of the same segment say more than those of another", () => {
  const near = believe([anOutcome({ organization: "b", effect: 1 })]);
  const far = believe([anOutcome({ organization: "b", effect: 1, segment: { sector: "care", size: "10-49" } })]);
  expect(near.mean).toBeGreaterThan(far.mean);
  expect(far.mean).toBeGreaterThan(0.2);
});

test("one wild outcome is pulled in to 2.5 predictive standard deviations", () => {
  const wild = winsorise(anOutcome({ effect: 50 }), prior, nothingLearnt.spread);
  expect(wild.effect).toBeLessThan(2);
  expect(winsorise(anOutcome({ effect: 0.4 }), prior, nothingLearnt.spread).effect).toBe(0.4);
});

test("counts whose evidence it rests on, and how much of it is evidence", () => {
  const { evidence, weightOfEvidence } = believe([
    anOutcome(),
    anOutcome({ basis: "reported" }),
    anOutcome({ organization: "b" }),
    anOutcome({ organization: "b" }),
    anOutcome({ organization: "c", basis: "reported" }),
  ]);
  expect(evidence).toEqual({ ownMeasured: 1, ownReported: 1, pooledMeasured: 2, pooledOrganizations: 1 });
  expect(weightOfEvidence).toBeGreaterThan(0.5);
  expect(weightOfEvidence).toBeLessThan(1);
});
