import fc from "fast-check";
import { expect, test } from "vitest";
import type { TitleMatch } from "#app/domain/exposure/exposure-assessment.ts";
import { placeRole } from "#app/domain/exposure/place-role.ts";
import { usPayBand, weighPay } from "#app/domain/exposure/weigh-pay.ts";
import { occupations } from "#app/knowledge/occupations/index.ts";
import { aRole, exposureKnowledge } from "#tests/builders/an-exposure.ts";

/** Two occupations far apart in pay: cashiers, and general and operations managers. */
const [cashier, manager] = ["41-2011.00", "11-1021.00"].map((onet) => {
  const found = occupations.byOnet.get(onet);
  if (found === undefined) throw new Error(onet);
  return found;
}) as [(typeof occupations.occupations)[number], (typeof occupations.occupations)[number]];

const doubt = (first: number, confident = false): TitleMatch => ({
  confident,
  matches: [
    { soc: cashier.soc, onet: cashier.onet, title: cashier.title, probability: first },
    { soc: manager.soc, onet: manager.onet, title: manager.title, probability: 0.9 - first },
  ],
});
const inUs = (annualPay: number) => ({ annualPay, currency: "USD" as const, country: "US-TX" });
const shareOf = ({ found }: ReturnType<typeof weighPay>, onet: string) =>
  found.matches.find((match) => match.onet === onet)?.probability ?? 0;

test("pay moves a doubtful title toward the occupation that is paid so, and says that it did", () => {
  const low = weighPay(doubt(0.5), inUs(30_000), occupations);
  const high = weighPay(doubt(0.5), inUs(120_000), occupations);
  expect([low.byPay, high.byPay]).toEqual([true, true]);
  expect(shareOf(low, cashier.onet)).toBeGreaterThan(0.5);
  expect(shareOf(high, cashier.onet)).toBeLessThan(0.5);
});

test("pay moves two occupations against each other by no more than the bound, and keeps their sum", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.46, max: 0.89, noNaN: true }),
      fc.integer({ min: 10_000, max: 400_000 }),
      (first, pay) => {
        const weighed = weighPay(doubt(first), inUs(pay), occupations);
        const [own, other] = [shareOf(weighed, cashier.onet), shareOf(weighed, manager.onet)];
        const moved = Math.abs(Math.log(own / other / (first / (0.9 - first))));
        expect(moved).toBeLessThanOrEqual(Math.log(occupations.model.payEvidence.most) + 1e-3);
        expect(own + other).toBeCloseTo(0.9, 4);
        expect(weighed.found.confident).toBe(false);
      },
    ),
  );
});

test("a title that is sure is never touched", () => {
  const sure = doubt(0.85, true);
  expect(weighPay(sure, inUs(150_000), occupations)).toEqual({ found: sure, byPay: false });
});

test.each([
  ["missing pay", {}],
  ["an hourly rate", inUs(19.5)],
  ["a monthly sum", inUs(2_600)],
  ["a sum in cents", inUs(3_000_000)],
  ["no pay at all", inUs(0)],
  ["euros", { ...inUs(30_000), currency: "EUR" as const }],
  ["no currency", { annualPay: 30_000, country: "US" }],
  ["another country", { ...inUs(30_000), country: "CA" }],
  ["no country", { annualPay: 30_000, currency: "USD" as const }],
])("%s changes nothing", (_, role) => {
  const found = doubt(0.5);
  expect(weighPay(found, role, occupations)).toEqual({ found, byPay: false });
});

test("roles whose pay differs by little are judged alike, and a person's choice stands whatever the pay", () => {
  expect(usPayBand(inUs(50_000))).toBe(usPayBand(inUs(50_400)));
  expect(usPayBand(inUs(50_000))).not.toBe(usPayBand(inUs(80_000)));
  const role = aRole({ title: "Warehouse manager", onet: cashier.onet, ...inUs(150_000) });
  const placed = placeRole(role, exposureKnowledge.titles.match, occupations);
  expect([placed.state, placed.match?.onet, placed.byPay]).toEqual(["confirmed", cashier.onet, false]);
});
