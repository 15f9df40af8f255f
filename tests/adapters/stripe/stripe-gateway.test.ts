import { expect, test } from "vitest";
import { type StripeOptions, stripeGateway } from "#app/adapters/stripe/stripe-gateway.ts";
import type { CheckoutRequest } from "#app/services/ports/billing-gateway.ts";
import { aStripeSubscription, noon } from "#tests/builders/billing.ts";
import { type StripeMode, stripePayload, stripeServer, stripeSignature } from "#tests/fakes/stripe-server.ts";

const webhookSecret = "whsec_test";

function aGateway(apiBase: string, options: Partial<StripeOptions> = {}) {
  const now = () => new Date(noon * 1000);
  return stripeGateway({
    secretKey: "sk_test_groundwork",
    webhookSecret,
    apiBase,
    timeoutMs: 150,
    maxRetries: 0,
    now,
    ...options,
  });
}

const request: CheckoutRequest = {
  organizationId: "org-1",
  lookupKey: "groundwork_team_monthly",
  customerId: null,
  email: "ana@kestrel.example",
  successUrl: "https://groundwork.example/o/kestrel/settings/billing?paid",
  cancelUrl: "https://groundwork.example/o/kestrel/settings/billing",
  idempotencyKey: "checkout-1",
};

test("a checkout names the organization in the subscription, so that every later event names it", async () => {
  await using server = await stripeServer();
  const result = await aGateway(server.apiBase).startCheckout(request);
  expect(result).toEqual({ ok: true, value: { url: "https://checkout.stripe.test/cs_test_1" } });
  const form = server.sessions.get("checkout-1")?.form;
  expect(form?.get("mode")).toBe("subscription");
  expect(form?.get("line_items[0][price]")).toBe("price_groundwork_team_monthly");
  expect(form?.get("subscription_data[metadata][organization_id]")).toBe("org-1");
  expect(form?.get("customer_email")).toBe("ana@kestrel.example");
});

test("the same request twice opens one session", async () => {
  await using server = await stripeServer();
  const gateway = aGateway(server.apiBase);
  expect(await gateway.startCheckout(request)).toEqual(await gateway.startCheckout(request));
  expect(server.sessions.size).toBe(1);
});

test("a known customer is used again instead of a mail address", async () => {
  await using server = await stripeServer();
  await aGateway(server.apiBase).startCheckout({ ...request, customerId: "cus_9" });
  const form = server.sessions.get("checkout-1")?.form;
  expect([form?.get("customer"), form?.get("customer_email")]).toEqual(["cus_9", null]);
});

test("a price that nobody made at Stripe is named", async () => {
  await using server = await stripeServer();
  const result = await aGateway(server.apiBase).startCheckout({ ...request, lookupKey: "groundwork_gold" });
  expect(result).toEqual({ ok: false, failure: { kind: "price-not-found", lookupKey: "groundwork_gold" } });
});

test("the portal opens for a customer", async () => {
  await using server = await stripeServer();
  const result = await aGateway(server.apiBase).openPortal("cus_1", "https://groundwork.example/");
  expect(result).toEqual({ ok: true, value: { url: "https://portal.stripe.test/cus_1" } });
});

const troubles: readonly [StripeMode, boolean][] = [
  ["hang", true],
  ["429", true],
  ["500", true],
  ["401", false],
];

test.each(troubles)("%s at the provider is a failure that says whether to try again", async (mode, retry) => {
  await using server = await stripeServer({ modes: [mode] });
  const result = await aGateway(server.apiBase).openPortal("cus_1", "https://groundwork.example/");
  expect(result).toEqual({ ok: false, failure: { kind: "billing-unavailable", retry } });
});

const payload = stripePayload({
  id: "evt_1",
  type: "customer.subscription.updated",
  created: noon,
  object: aStripeSubscription(),
});
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const gateway = aGateway("http://127.0.0.1:9");

test("a genuine delivery is read into our words", () => {
  const result = gateway.readWebhook(bytes(payload), stripeSignature(payload, webhookSecret, noon));
  expect(result).toMatchObject({
    ok: true,
    value: {
      eventId: "evt_1",
      organizationId: "org-1",
      event: {
        kind: "subscription-changed",
        status: "active",
        lookupKey: "groundwork_team_monthly",
        change: "updated",
      },
    },
  });
});

test.each([
  ["no signature", null],
  ["a signature by another secret", stripeSignature(payload, "whsec_forged", noon)],
  ["a signature of 301 seconds ago", stripeSignature(payload, webhookSecret, noon - 301)],
  ["no signature at all in the header", "t=1,v0=abc"],
  ["rubbish", "%%%"],
])("%s is refused", (_name, signature) => {
  expect(gateway.readWebhook(bytes(payload), signature)).toEqual({ ok: false, failure: { kind: "bad-signature" } });
});

test("a signature of 300 seconds ago still holds", () => {
  expect(gateway.readWebhook(bytes(payload), stripeSignature(payload, webhookSecret, noon - 300)).ok).toBe(true);
});

test("every change of one byte is refused", () => {
  const signature = stripeSignature(payload, webhookSecret, noon);
  const good = bytes(payload);
  for (let at = 0; at < good.length; at++) {
    const changed = good.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(gateway.readWebhook(changed, signature).ok, `byte ${at}`).toBe(false);
  }
});

test("a genuine event of a kind that changes nothing here is read as such", () => {
  const other = stripePayload({ id: "evt_7", type: "customer.updated", created: noon, object: { id: "cus_1" } });
  expect(gateway.readWebhook(bytes(other), stripeSignature(other, webhookSecret, noon))).toEqual({
    ok: true,
    value: { eventId: "evt_7", type: "customer.updated", organizationId: null, event: null },
  });
});

test("a genuine event without the shape that its type promises is unreadable, not a crash", () => {
  for (const type of ["customer.subscription.updated", "invoice.paid", "checkout.session.completed", "toString"]) {
    const odd = stripePayload({ id: "evt_8", type, created: noon, object: "nothing" });
    const result = gateway.readWebhook(bytes(odd), stripeSignature(odd, webhookSecret, noon));
    expect(result.ok ? result.value.event : result.failure).toEqual(
      type === "toString" ? null : { kind: "unreadable-event" },
    );
  }
});
