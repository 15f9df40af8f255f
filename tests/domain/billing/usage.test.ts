import { expect, test } from "vitest";
import { entitlementsOn } from "#app/domain/billing/entitlements.ts";
import { noBilling } from "#app/domain/billing/fold-events.ts";
import { entitlementLeft, monthOf, roomFor } from "#app/domain/billing/usage.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { pricePlans } from "#app/knowledge/price-plans/index.ts";

const free = entitlementsOn(noBilling, pricePlans, "2026-11-22" as IsoDate);
const limit = free.limits.roles;

test("what fits says what is left, and what does not says in what terms", () => {
  expect(roomFor(free, { roles: limit - 2 }, "roles", 2)).toEqual({ fits: true, left: 0 });
  expect(roomFor(free, { roles: limit - 2 }, "roles", 3)).toEqual({
    fits: false,
    allowance: "roles",
    limit,
    used: limit - 2,
    plan: "free",
  });
});

test("a plan that became smaller stops growth and takes nothing away", () => {
  expect(entitlementLeft(free, { roles: limit + 500 }, "roles")).toBe(0);
  expect(roomFor(free, { roles: limit + 500 }, "roles", 0)).toEqual({ fits: true, left: 0 });
});

test("a month is counted in UTC", () => {
  expect(monthOf(new Date("2026-12-01T00:30:00+01:00"))).toBe("2026-11");
});
