import { expect, test } from "vitest";
import { coverageOf } from "#app/domain/compliance/coverage.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import { anInstrument, anObligation, anObligationPack, day } from "#tests/builders/obligations.ts";

test("counts every law and duty of the packs once, by place and by how it was checked", () => {
  const { laws, places, checked, obligations, instruments } = coverageOf(pack, pack.asOf);
  expect([laws.length, instruments, obligations]).toEqual([90, 90, 354]);
  expect(laws.reduce((sum, { duties }) => sum + duties, 0)).toBe(354);
  expect(Object.values(checked).reduce((sum, count) => sum + count, 0)).toBe(354);
  expect(places.reduce((sum, one) => sum + one.instruments, 0)).toBe(90);
  expect(
    laws
      .filter(({ status }) => ["not_law", "pending", "stayed", "no_company_duties"].includes(status))
      .map(({ duties }) => duties),
  ).toEqual(expect.not.arrayContaining([1]));
});

test("a law has the status of the day, and its review is due from the day itself", () => {
  const law = anInstrument([anObligation({ always: true })], {
    inForceFrom: day("2027-01-01"),
    reviewBy: day("2027-01-01"),
  });
  const on = (date: string) => coverageOf(anObligationPack([law]), day(date)).laws[0];
  expect(on("2026-12-31")).toMatchObject({ status: "future", duties: 1, reviewDue: false });
  expect(on("2027-01-01")).toMatchObject({ status: "in_force", duties: 1, reviewDue: true });
});
