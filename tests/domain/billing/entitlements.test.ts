import { expect, test } from "vitest";
import { customerOf, entitlementsOn, payingSubscriptions } from "#app/domain/billing/entitlements.ts";
import { foldEvents, noBilling } from "#app/domain/billing/fold-events.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { pricePlans } from "#app/knowledge/price-plans/index.ts";
import { aCheckout, aSubscriptionChange, noon } from "#tests/builders/billing.ts";

const day = (text: string): IsoDate => text as IsoDate;
const today = day("2026-11-22");
const subscribed = (...given: Parameters<typeof aSubscriptionChange>[0][]) =>
  foldEvents(given.map((change, at) => aSubscriptionChange({ id: `evt_${at}`, ...change })));

test("an organization that never paid has the free plan without an end", () => {
  expect(entitlementsOn(noBilling, pricePlans, today)).toMatchObject({ plan: "free", standing: "free", until: null });
});

test("an active subscription gives its plan and limits", () => {
  const entitlements = entitlementsOn(subscribed({}), pricePlans, today);
  expect(entitlements).toMatchObject({ plan: "team", standing: "active", until: null });
  expect(entitlements.limits.members).toBeGreaterThan(3);
});

test("a price that is not in our list gives nothing", () => {
  expect(entitlementsOn(subscribed({ lookupKey: "somebody_elses" }), pricePlans, today).plan).toBe("free");
  expect(entitlementsOn(subscribed({ lookupKey: null }), pricePlans, today).plan).toBe("free");
});

test("a cancelled subscription stays to the end of what is paid, and not a day longer", () => {
  const state = subscribed({ endsAtPeriodEnd: true });
  expect(entitlementsOn(state, pricePlans, day("2026-12-22"))).toMatchObject({
    plan: "team",
    standing: "ending",
    until: "2026-12-22",
  });
  expect(entitlementsOn(state, pricePlans, day("2026-12-23")).plan).toBe("free");
});

test("a failed payment leaves the grace days of the price list, counted from the unpaid period's start", () => {
  const state = subscribed({ status: "past_due", at: noon + 86_400 });
  expect(entitlementsOn(state, pricePlans, day("2026-12-06"))).toMatchObject({
    plan: "team",
    standing: "grace",
    until: "2026-12-06",
  });
  expect(entitlementsOn(state, pricePlans, day("2026-12-07")).plan).toBe("free");
});

test("an active subscription whose renewal is never heard of ends some days after its period", () => {
  expect(entitlementsOn(subscribed({}), pricePlans, day("2026-12-26")).plan).toBe("team");
  expect(entitlementsOn(subscribed({}), pricePlans, day("2026-12-27")).plan).toBe("free");
});

test.each(["incomplete", "incomplete_expired", "unpaid", "paused", "canceled"] as const)(
  "%s gives no plan",
  (status) => {
    expect(entitlementsOn(subscribed({ status }), pricePlans, today).plan).toBe("free");
  },
);

test("two subscriptions at once give the larger plan once, and both are shown as paying", () => {
  const state = subscribed(
    { subscriptionId: "sub_1", lookupKey: "groundwork_consultancy_monthly" },
    { subscriptionId: "sub_2", lookupKey: "groundwork_team_monthly" },
  );
  expect(entitlementsOn(state, pricePlans, today).plan).toBe("consultancy");
  expect(payingSubscriptions(state)).toHaveLength(2);
});

test("the portal's customer is the one who pays", () => {
  expect(customerOf(noBilling)).toBe(null);
  expect(customerOf(foldEvents([aCheckout({ customerId: "cus_2" })]))).toBe("cus_2");
  expect(
    customerOf(foldEvents([aCheckout({ customerId: "cus_2" }), aSubscriptionChange({ customerId: "cus_1" })])),
  ).toBe("cus_1");
});
