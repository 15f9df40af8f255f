import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { stripeGateway } from "#app/adapters/stripe/stripe-gateway.ts";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { pricePlans } from "#app/knowledge/price-plans/index.ts";
import { loadEntitlements } from "#app/services/billing/load-entitlements.server.ts";
import { receiveWebhook } from "#app/services/billing/receive-webhook.server.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { findBillingState } from "#db/repositories/billing.server.ts";
import { stripeEvents, subscriptions } from "#db/schema/billing.ts";
import { auditLog } from "#db/schema/governance.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { aStripeSubscription, noon } from "#tests/builders/billing.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { stripePayload, stripeSignature } from "#tests/fakes/stripe-server.ts";

const webhookSecret = "whsec_test";
const now = () => new Date(noon * 1000);
const knowledge = { pricePlans } as Knowledge;
const billing = stripeGateway({ secretKey: "sk_test", webhookSecret, apiBase: "http://127.0.0.1:9", now });
const log = { info() {}, warn() {}, error() {} };

type Fresh = Awaited<ReturnType<typeof freshDatabase>>;

function depsOf(fresh: Fresh) {
  return { db: fresh.db, billing, knowledge, now, log };
}

function deliver(
  fresh: Fresh,
  payload: string,
  signature: string | null = stripeSignature(payload, webhookSecret, noon),
) {
  return receiveWebhook(depsOf(fresh), { body: new TextEncoder().encode(payload), signature, requestId: "request-1" });
}

function lifecycle(organizationId: OrganizationId): string[] {
  const subscription = (id: string, type: string, created: number, status: string) =>
    stripePayload({
      id,
      type: `customer.subscription.${type}`,
      created,
      object: aStripeSubscription({ organizationId, status }),
    });
  const metadata = { organization_id: organizationId };
  return [
    stripePayload({
      id: "evt_a",
      type: "checkout.session.completed",
      created: noon,
      object: {
        id: "cs_1",
        mode: "subscription",
        customer: "cus_1",
        subscription: "sub_1",
        client_reference_id: organizationId,
        metadata,
      },
    }),
    subscription("evt_b", "created", noon, "incomplete"),
    subscription("evt_c", "updated", noon + 1, "active"),
    stripePayload({
      id: "evt_d",
      type: "invoice.paid",
      created: noon + 1,
      object: { id: "in_1", customer: "cus_1", parent: { subscription_details: { metadata } } },
    }),
  ];
}

const orders = [
  [0, 1, 2, 3],
  [3, 2, 1, 0],
  [2, 0, 3, 1],
  [1, 3, 0, 2],
];

test.each(orders)("three deliveries of each event in the order %j end in one subscription", async (...order) => {
  await using fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const events = lifecycle(id);
  for (let round = 0; round < 3; round++) {
    for (const at of order) {
      const received = await deliver(fresh, events[at] ?? "");
      expect(received).toEqual({ ok: true, value: round === 0 ? "folded" : "duplicate" });
    }
  }
  const state = await findBillingState(fresh.db, id);
  expect(Object.values(state.subscriptions).map(({ subscriptionId, status }) => [subscriptionId, status])).toEqual([
    ["sub_1", "active"],
  ]);
  expect(await loadEntitlements({ knowledge, now }, fresh.db, id)).toMatchObject({ plan: "team", standing: "active" });
  expect(await fresh.db.select().from(stripeEvents)).toHaveLength(4);
  const log = await fresh.db.select().from(auditLog).where(eq(auditLog.action, "billing.plan-changed"));
  expect(log).toHaveLength(1);
});

test("deliveries at the same moment neither collide nor count twice", async () => {
  await using fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const events = [...lifecycle(id), ...lifecycle(id), ...lifecycle(id)];
  const received = await Promise.all(events.map((event) => deliver(fresh, event)));
  expect(received.filter((result) => result.ok && result.value === "folded")).toHaveLength(4);
  expect(Object.keys((await findBillingState(fresh.db, id)).subscriptions)).toEqual(["sub_1"]);
});

test.each([
  ["forged", (payload: string) => stripeSignature(payload, "whsec_other", noon)],
  ["301 seconds old", (payload: string) => stripeSignature(payload, webhookSecret, noon - 301)],
  ["missing", () => null],
])("a signature that is %s changes nothing", async (_name, sign) => {
  await using fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const payload = lifecycle(id)[2] ?? "";
  expect(await deliver(fresh, payload, sign(payload))).toEqual({ ok: false, failure: { kind: "bad-signature" } });
  expect(await fresh.db.select().from(stripeEvents)).toEqual([]);
  expect(await fresh.db.select().from(subscriptions)).toEqual([]);
});

test("an event without metadata finds its organization by the customer, and one of nobody is left alone", async () => {
  await using fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const failed = stripePayload({
    id: "evt_x",
    type: "invoice.payment_failed",
    created: noon + 5,
    object: { id: "in_2", customer: "cus_1" },
  });
  expect(await deliver(fresh, failed)).toEqual({ ok: true, value: "unplaced" });
  await deliver(fresh, lifecycle(id)[2] ?? "");
  expect(await deliver(fresh, failed)).toEqual({ ok: true, value: "folded" });
  expect((await findBillingState(fresh.db, id)).payment?.outcome).toBe("failed");

  const foreign = stripePayload({
    id: "evt_y",
    type: "customer.subscription.updated",
    created: noon,
    object: aStripeSubscription({ organizationId: "organization-of-nobody" }),
  });
  expect(await deliver(fresh, foreign)).toEqual({ ok: true, value: "unplaced" });
});
