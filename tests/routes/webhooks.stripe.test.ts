import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { absentBilling } from "#app/adapters/offline/absent-billing.ts";
import { stripeGateway } from "#app/adapters/stripe/stripe-gateway.ts";
import { pricePlans } from "#app/knowledge/price-plans/index.ts";
import { action } from "#app/routes/webhooks.stripe.ts";
import { stripeEvents } from "#db/schema/billing.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { aStripeSubscription, noon } from "#tests/builders/billing.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { stripePayload, stripeSignature } from "#tests/fakes/stripe-server.ts";

const secret = "whsec_test";
const now = () => new Date(noon * 1000);
const gateway = stripeGateway({ secretKey: "sk_test", webhookSecret: secret, apiBase: "http://127.0.0.1:9", now });

type Delivered = { readonly status: number; readonly events: number };

async function deliver(
  body: (organizationId: string) => BodyInit,
  sign: (body: string) => string | null,
  billing = gateway,
): Promise<Delivered> {
  await using fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const sent = body(id);
  const signature = sign(typeof sent === "string" ? sent : "");
  const headers = signature === null ? {} : { "stripe-signature": signature };
  const request = new Request("http://localhost/webhooks/stripe", {
    method: "POST",
    body: sent,
    headers,
    duplex: "half",
  } as RequestInit);
  const log = { info() {}, warn() {}, error() {} };
  const context = { deps: { db: fresh.db, billing, knowledge: { pricePlans }, now, log }, requestId: "request-1" };
  const response = await action({ request, params: {}, context } as unknown as ActionFunctionArgs);
  return { status: response.status, events: (await fresh.db.select().from(stripeEvents)).length };
}

const event = (organizationId: string) =>
  stripePayload({
    id: "evt_1",
    type: "customer.subscription.created",
    created: noon,
    object: aStripeSubscription({ organizationId }),
  });
const signed = (body: string) => stripeSignature(body, secret, noon);

test("a genuine delivery is answered 200 and kept once", async () => {
  expect(await deliver(event, signed)).toEqual({ status: 200, events: 1 });
});

test.each([
  ["missing", () => null],
  ["wrong", (body: string) => stripeSignature(body, "whsec_other", noon)],
  ["301 seconds old", (body: string) => stripeSignature(body, secret, noon - 301)],
  ["of another body", () => signed("{}")],
])("a signature that is %s is answered 400 and nothing is kept", async (_name, sign) => {
  expect(await deliver(event, sign)).toEqual({ status: 400, events: 0 });
});

test("two megabytes are answered 413, signed or not, with their length stated or not", async () => {
  const big = "x".repeat(2 * 1024 * 1024);
  const stream = () => new Blob([big]).stream();
  expect(await deliver(() => big, signed)).toEqual({ status: 413, events: 0 });
  expect(await deliver(stream, () => signed(big))).toEqual({ status: 413, events: 0 });
});

test("a genuine signature over what is no event is answered 400", async () => {
  expect(await deliver(() => "not json", signed)).toEqual({ status: 400, events: 0 });
  expect(await deliver(() => "[]", signed)).toEqual({ status: 400, events: 0 });
});

test("without a payment provider there is nothing at this address", async () => {
  expect(await deliver(event, signed, absentBilling)).toEqual({ status: 404, events: 0 });
});
