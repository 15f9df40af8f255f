import { expect, test } from "vitest";
import { allowances, offersOn, planOfLookupKey } from "#app/domain/billing/plans.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { pricePlans } from "#app/knowledge/price-plans/index.ts";

const offers = offersOn(pricePlans, "2026-11-22" as IsoDate);

test("three plans are sold, each with at least what the smaller one has", () => {
  expect(offers.map(({ id }) => id)).toEqual(["free", "team", "consultancy"]);
  for (const allowance of allowances) {
    const limits = offers.map((offer) => offer.limits[allowance]);
    expect(limits, allowance).toEqual([...limits].sort((a, b) => a - b));
  }
});

test("what costs money has a price name at the provider and what is free has none", () => {
  for (const { id, monthly, lookupKey } of offers) {
    expect(lookupKey === null, id).toBe(monthly.amount === 0);
    if (lookupKey !== null) expect(planOfLookupKey(pricePlans, lookupKey)).toBe(id);
  }
});

test("histories are in order, and every plan has terms on any day, because demonstrations are seeded in the past", () => {
  for (const { history } of pricePlans.plans) {
    const days = history.map(({ from }) => from ?? "");
    expect(days).toEqual([...days].sort());
  }
  expect(offersOn(pricePlans, "2020-01-01" as IsoDate).map(({ id }) => id)).toEqual(["free", "team", "consultancy"]);
});
