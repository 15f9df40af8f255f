import fc from "fast-check";
import { expect, test } from "vitest";
import type { Estimate } from "#app/domain/kernel/estimate.ts";
import { gateNames } from "#app/domain/workforce/role.ts";
import { aRole, assessed } from "#tests/builders/an-exposure.ts";

const titles = [
  "Payroll clerk",
  "Forklift driver",
  "Disponent",
  "Software developer",
  "Head of operations",
  "Recruiter",
  "Nurse",
];
const someRole = fc
  .record({
    title: fc.constantFrom(...titles),
    headcount: fc.integer({ min: 1, max: 80 }),
    annualPay: fc.option(fc.integer({ min: 20_000, max: 90_000 }), { nil: null }),
    gates: fc.subarray([...gateNames]),
  })
  .map(({ annualPay, gates, ...role }) =>
    aRole({
      ...role,
      ...(annualPay === null ? {} : { annualPay }),
      gates: Object.fromEntries(gates.map((gate) => [gate, true])),
    }),
  );

const holds = ({ value, low, high }: Estimate) => low <= value && value <= high;

test("three shares sum to 1, stay within 0 and 1, and every interval holds its value", () => {
  fc.assert(
    fc.property(fc.array(someRole, { minLength: 1, maxLength: 6 }), (roles) => {
      const { totals, roles: results } = assessed(roles);
      for (const { automatable, augmentable, human, score } of [...results, ...(totals === null ? [] : [totals])]) {
        expect(automatable.value + augmentable.value + human.value).toBeCloseTo(1);
        expect(score.value).toBeCloseTo(automatable.value + augmentable.value);
        for (const estimate of [automatable, augmentable, human, score]) {
          expect(holds(estimate)).toBe(true);
          expect(estimate.low).toBeGreaterThanOrEqual(-1e-9);
          expect(estimate.high).toBeLessThanOrEqual(1 + 1e-9);
        }
      }
    }),
    { numRuns: 25 },
  );
});

test("order, and a role listed in parts, do not change the organization's score", () => {
  fc.assert(
    fc.property(
      fc.array(someRole, { minLength: 2, maxLength: 6 }),
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      (roles, part) => {
        const [first, ...others] = roles;
        if (first === undefined) return;
        const parts = [
          { ...first, headcount: first.headcount * part },
          { ...first, id: aRole().id, headcount: first.headcount * (1 - part) },
        ];
        const whole = assessed(roles).totals;
        const split = assessed([...others].reverse().concat(parts)).totals;
        for (const end of ["low", "value", "high"] as const)
          expect(split?.score[end]).toBeCloseTo(whole?.score[end] ?? -1, 9);
        expect(split?.coverage).toBeCloseTo(whole?.coverage ?? -1);
      },
    ),
    { numRuns: 25 },
  );
});

test("a gate never raises what is automatable", () => {
  const [plain] = assessed([aRole({ title: "Payroll clerk" })]).roles;
  for (const gate of gateNames) {
    const [gated] = assessed([aRole({ title: "Payroll clerk", gates: { [gate]: true } })]).roles;
    expect(gated?.automatable.value).toBeLessThan(plain?.automatable.value ?? 0);
  }
});

test("names the roles it could not match instead of guessing", () => {
  const result = assessed([aRole({ id: "a", title: "🚚" })]);
  expect(result.unmatched).toEqual(["a"]);
  expect(result.totals).toBeNull();
});

test("coverage counts the people whose occupation is sure", () => {
  const result = assessed([
    aRole({ title: "Software developer", headcount: 30 }),
    aRole({ id: "vague", title: "Head of operations", headcount: 10 }),
  ]);
  expect(result.unconfirmed).toEqual(["vague"]);
  expect(result.totals?.coverage).toBe(0.75);
});

test("what a person confirmed counts alone and narrows the interval", () => {
  const width = ({ low, high }: Estimate) => high - low;
  const [open] = assessed([aRole({ title: "Dispatcher" })]).roles;
  const [confirmed] = assessed([aRole({ title: "Dispatcher", onet: "43-5032.00" })]).roles;
  expect(confirmed).toMatchObject({
    state: "confirmed",
    match: { onet: "43-5032.00", probability: 1, confirmed: true },
  });
  expect(width(confirmed?.score ?? { value: 0, low: 0, high: 0 })).toBeLessThan(
    width(open?.score ?? { value: 0, low: 0, high: 0 }),
  );
});

test("pay in a currency without a rate is not known, never guessed", () => {
  const role = aRole({ annualPay: 50_000, currency: "USD" });
  expect(assessed([role]).roles[0]?.payroll).toBeNull();
  expect(assessed([role]).totals?.payKnown).toBe(0);
  const rates = { asOf: "2026-11-20", base: "EUR", perUnit: { USD: 0.9 } };
  expect(assessed([role], { rates }).roles[0]?.payroll).toBeCloseTo(450_000);
});

test("the same role in other words and languages scores within five points", () => {
  const wordings = [
    "Warehouse worker",
    "Warehouse operative",
    "Lagermitarbeiter (m/w/d)",
    "Mozo de almacén",
    "Magasinier",
    "Sr. Warehouse Worker",
    "warehouse workers",
    "Warehouse Worker - Night Shift",
    "Lagerist",
    "WAREHOUSE WORKER II",
  ];
  const scores = assessed(wordings.map((title) => aRole({ title }))).roles.map(({ score }) => score.value);
  expect(Math.max(...scores) - Math.min(...scores)).toBeLessThan(0.05);
});

test("says five activities that make up the score, heaviest first", () => {
  const [role] = assessed([aRole({ title: "Accounts payable clerk" })]).roles;
  const drivers = role?.drivers ?? [];
  expect(drivers).toHaveLength(5);
  expect([...drivers].sort((a, b) => b.contribution - a.contribution)).toEqual(drivers);
  expect(drivers.every(({ label, sources }) => label.length > 3 && sources.length > 0)).toBe(true);
});
