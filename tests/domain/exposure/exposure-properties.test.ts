import fc from "fast-check";
import { expect, test } from "vitest";
import type { ExposureAssessment, WeightedShares } from "#app/domain/exposure/exposure-assessment.ts";
import { recompute, rolesUnder, type WhatIf } from "#app/domain/exposure/what-if.ts";
import { whatIfBase } from "#app/domain/exposure/what-if-base.ts";
import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { gateNames, type Role } from "#app/domain/workforce/role.ts";
import { aRole, assessed, exposureKnowledge } from "#tests/builders/an-exposure.ts";

const { occupations } = exposureKnowledge;

/** Occupations from all over the pack, assessable or not, as people would confirm them. */
const someOnet = fc.constantFrom(...occupations.occupations.map(({ onet }) => onet));
/** Titles that the model is sure of, unsure of, and does not know: mixtures of occupations. */
const someTitle = fc.constantFrom(
  "Head of operations",
  "Dispatcher",
  "Coordinator",
  "Disponent",
  "Payroll clerk",
  "Nurse",
  "🚚",
);
const someGates = fc
  .subarray([...gateNames])
  .map((names) => Object.fromEntries(names.map((name) => [name, true] as const)));
const part = fc.double({ min: 0.05, max: 0.95, noNaN: true });

const someRole = fc
  .record({
    known: fc.oneof(
      { weight: 3, arbitrary: someOnet.map((onet) => ({ title: "Confirmed", onet })) },
      { weight: 1, arbitrary: someTitle.map((title) => ({ title })) },
    ),
    headcount: fc.double({ min: 0.2, max: 900, noNaN: true }),
    gates: someGates,
    department: fc.constantFrom("North", "South", undefined),
    annualPay: fc.option(fc.integer({ min: 9_000, max: 300_000 }), { nil: undefined }),
    hoursPerYear: fc.option(fc.integer({ min: 200, max: 2400 }), { nil: undefined }),
  })
  .map(({ known, headcount, gates, department, annualPay, hoursPerYear }) =>
    aRole({
      ...known,
      headcount,
      gates,
      ...(department === undefined ? {} : { department }),
      ...(annualPay === undefined ? {} : { annualPay }),
      ...(hoursPerYear === undefined ? {} : { hoursPerYear }),
    }),
  );
const someRoles = fc.array(someRole, { minLength: 1, maxLength: 4 });
const runs = { numRuns: 8 };

const ends = ["low", "value", "high"] as const;

function alike(a: Estimate | null | undefined, b: Estimate | null | undefined, digits = 8) {
  expect(a == null).toBe(b == null);
  for (const end of ends) expect(a?.[end] ?? 0).toBeCloseTo(b?.[end] ?? 0, digits);
}

function sharesAlike(a: WeightedShares | null | undefined, b: WeightedShares | null | undefined) {
  for (const share of ["automatable", "augmentable", "human", "score"] as const) alike(a?.[share], b?.[share]);
}

/** Everything said of the organization and of its groups. */
function sharesOf({ totals, groups, roles }: ExposureAssessment): readonly WeightedShares[] {
  const all = [totals, totals?.byPayroll, ...roles];
  const grouped = [...(groups?.department ?? []), ...(groups?.site ?? [])].flatMap(({ hours, payroll }) => [
    hours,
    payroll,
  ]);
  return [...all, ...grouped].flatMap((shares) => shares ?? []);
}

test("shares of roles, groups and the organization sum to 1 and lie in their intervals, by hours and by pay", () => {
  fc.assert(
    fc.property(someRoles, (roles) => {
      for (const { automatable, augmentable, human, score } of sharesOf(assessed(roles))) {
        expect(automatable.value + augmentable.value + human.value).toBeCloseTo(1, 9);
        expect(score.value).toBeCloseTo(automatable.value + augmentable.value, 9);
        for (const { low, value, high } of [automatable, augmentable, human, score]) {
          expect(low).toBeLessThanOrEqual(value);
          expect(high).toBeGreaterThanOrEqual(value);
          expect(low).toBeGreaterThanOrEqual(-1e-9);
          expect(high).toBeLessThanOrEqual(1 + 1e-9);
        }
      }
    }),
    runs,
  );
});

test("order, duplicates and splits of a role change neither values nor intervals", () => {
  fc.assert(
    fc.property(someRoles, part, fc.nat(), (roles, cut, pick) => {
      const role = roles[pick % roles.length] as Role;
      const others = roles.filter((each) => each !== role);
      const pieces = [cut, 1 - cut].map((share) =>
        aRole({ ...role, id: aRole().id, headcount: role.headcount * share }),
      );
      const [whole, rearranged] = [assessed(roles), assessed([...pieces, ...[...others].reverse()])];
      sharesAlike(whole.totals, rearranged.totals);
      sharesAlike(whole.totals?.byPayroll, rearranged.totals?.byPayroll);
      expect(whole.totals?.coverage).toEqual(
        rearranged.totals === null ? undefined : expect.closeTo(rearranged.totals.coverage, 9),
      );
      alike(whole.comparison?.difference, rearranged.comparison?.difference);
      for (const [at, { hours }] of whole.timeline.points.entries())
        alike(hours, rearranged.timeline.points[at]?.hours, 3);
      const twice = assessed(roles.flatMap((each) => [each, aRole({ ...each, id: aRole().id })]));
      sharesAlike(whole.totals, twice.totals);
      for (const { name, hours } of whole.groups?.department ?? [])
        sharesAlike(hours, rearranged.groups?.department.find((group) => group.name === name)?.hours);
    }),
    runs,
  );
});

test("a gate more never raises what is automatable, in any end of any interval", () => {
  fc.assert(
    fc.property(someRoles, fc.constantFrom(...gateNames), fc.boolean(), (roles, gate, everywhere) => {
      const gated = roles.map((role, at) =>
        everywhere || at === 0 ? { ...role, gates: { ...role.gates, [gate]: true } } : role,
      );
      const [before, after] = [assessed(roles), assessed(gated)];
      const lower = (a: WeightedShares | null | undefined, b: WeightedShares | null | undefined) => {
        for (const end of ends) {
          expect(b?.automatable[end] ?? 0).toBeLessThanOrEqual((a?.automatable[end] ?? 0) + 1e-9);
          expect(b?.score[end] ?? 0).toBeLessThanOrEqual((a?.score[end] ?? 0) + 1e-9);
        }
      };
      for (const [at, role] of before.roles.entries()) lower(role, after.roles[at]);
      lower(before.totals, after.totals);
      lower(before.totals?.byPayroll, after.totals?.byPayroll);
    }),
    runs,
  );
});

test("with equal pay for every hour, payroll weighs as hours do", () => {
  fc.assert(
    fc.property(someRoles, fc.integer({ min: 5, max: 200 }), (roles, hourly) => {
      const paid = roles.map((role) => ({
        ...role,
        annualPay: hourly * (role.hoursPerYear ?? occupations.model.hoursPerYear),
      }));
      const { totals, groups } = assessed(paid);
      sharesAlike(totals?.byPayroll, totals);
      for (const { hours, payroll } of groups?.department ?? []) sharesAlike(payroll, hours);
    }),
    runs,
  );
});

test("the same organization with more people has the same shares", () => {
  fc.assert(
    fc.property(someRoles, fc.double({ min: 0.1, max: 50, noNaN: true }), (roles, factor) => {
      const larger = roles.map((role) => ({ ...role, headcount: role.headcount * factor }));
      const [before, after] = [assessed(roles), assessed(larger)];
      sharesAlike(before.totals, after.totals);
      alike(before.comparison?.own, after.comparison?.own);
      alike(before.comparison?.national, after.comparison?.national);
    }),
    runs,
  );
});

const someWhatIf: fc.Arbitrary<WhatIf> = fc.record({
  gates: fc.array(
    fc.record({
      gate: fc.constantFrom(...gateNames),
      on: fc.boolean(),
      where: fc.constantFrom({ kind: "all" as const }, { kind: "department" as const, department: "North" }),
    }),
    { maxLength: 3 },
  ),
  setting: fc.constantFrom("slow", "central", "fast"),
  adoption: fc.oneof(fc.constant({}), fc.record({ ceiling: part, midpoint: fc.integer({ min: 1, max: 30 }) })),
});

test("what a browser computes from the parts is what the server assesses, to the last figure that is shown", () => {
  fc.assert(
    fc.property(someRoles, someWhatIf, (roles, whatIf) => {
      const kept = assessed(roles);
      const base = whatIfBase(kept, roles, new Set(), occupations.model);
      const tried = base === null ? null : recompute(base, whatIf);
      const { totals, timeline } = assessed(rolesUnder(roles, whatIf, new Set()), {
        scenario: whatIf.setting,
        adoption: whatIf.adoption,
      });
      expect(tried === null).toBe(totals === null);
      if (tried === null || totals === null) return;
      for (const share of ["automatable", "augmentable", "human", "score"] as const)
        expect(tried.byHours[share].value).toBeCloseTo(totals[share].value, 9);
      expect(tried.byPayroll?.score.value).toEqual(
        totals.byPayroll == null ? undefined : expect.closeTo(totals.byPayroll.score.value, 9),
      );
      expect(tried.hoursExposed.value).toBeCloseTo(totals.hoursExposed.value, 3);
      expect(tried.adoption).toEqual(timeline.adoption);
      timeline.points.forEach(({ hours, automatable, pay }, at) => {
        expect(tried.points[at]?.hours.value).toBeCloseTo(hours.value, 3);
        expect(tried.points[at]?.automatable?.value).toBeCloseTo(automatable?.value ?? -1, 3);
        expect(tried.points[at]?.pay?.value ?? 0).toBeCloseTo(pay?.value ?? 0, 2);
      });
    }),
    runs,
  );
});

test("the two parts of a quarter add up to its hours", () => {
  fc.assert(
    fc.property(someRoles, (roles) => {
      for (const { hours, automatable, augmentable } of assessed(roles).timeline.points)
        expect((automatable?.value ?? 0) + (augmentable?.value ?? 0)).toBeCloseTo(hours.value, 3);
    }),
    runs,
  );
});
