import { expect, test } from "vitest";
import { absentBilling } from "#app/adapters/offline/absent-billing.ts";
import { stripeGateway } from "#app/adapters/stripe/stripe-gateway.ts";
import { foldEvents } from "#app/domain/billing/fold-events.ts";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { action, loader } from "#app/routes/o.$org.settings.billing.tsx";
import type { BillingView } from "#app/services/billing/load-billing.server.ts";
import type { BillingGateway } from "#app/services/ports/billing-gateway.ts";
import type { Database } from "#db/client.server.ts";
import { saveBillingState } from "#db/repositories/billing.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { aSubscriptionChange, noon } from "#tests/builders/billing.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { stripeServer } from "#tests/fakes/stripe-server.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";
import { aBrowser } from "./a-browser.ts";

const now = () => new Date(noon * 1000);
const gatewayOf = (apiBase: string) =>
  stripeGateway({
    secretKey: "sk_test_groundwork",
    webhookSecret: "whsec",
    apiBase,
    maxRetries: 0,
    timeoutMs: 150,
    now,
  });

async function aHouse(db: Database, billing: BillingGateway, role: "owner" | "editor" = "owner") {
  const organization = await anOrganizationRow(db);
  const person = await aMemberRow(db, organization.id, role);
  const { userId, name, email } = person;
  const identity = { ...(await testDeps(db)).identity, findUser: async () => ({ userId, name, email }) };
  const browser = aBrowser(await testDeps(db, { billing, identity, now }));
  const path = `/o/${organization.slug}/settings/billing`;
  const params = { org: organization.slug };
  return {
    organization,
    open: async () => (await browser.open(loader, path, params)).data as BillingView,
    press: (fields: Record<string, string>) => browser.post(action, path, fields, params),
  };
}

const state = (id: OrganizationId, db: Database) =>
  saveBillingState(db, id, foldEvents([aSubscriptionChange()]), "cus_1", now());

test("without a key the page says so, sells nothing, and shows the free plan with what is used", async () => {
  await using fresh = await freshDatabase();
  const { open, press } = await aHouse(fresh.db, absentBilling);
  const view = await open();
  expect(view).toMatchObject({ configured: false, entitlements: { plan: "free" }, paying: 0 });
  expect(view.uses.find(({ allowance }) => allowance === "members")).toMatchObject({ used: 1, limit: 3 });
  expect(await press({ intent: "checkout", plan: "team" })).toMatchObject({
    status: 422,
    data: { kind: "billing-not-configured" },
  });
});

test("choosing a plan opens the provider's page, and coming back from it grants nothing by itself", async () => {
  await using fresh = await freshDatabase();
  await using server = await stripeServer();
  const { open, press } = await aHouse(fresh.db, gatewayOf(server.apiBase));
  const pressed = await press({ intent: "checkout", plan: "team" });
  expect(pressed).toMatchObject({ status: 303, to: "https://checkout.stripe.test/cs_test_1" });
  expect((await open()).entitlements.plan).toBe("free");
});

test("who pays already is sent to the portal instead of paying twice", async () => {
  await using fresh = await freshDatabase();
  await using server = await stripeServer();
  const { organization, open, press } = await aHouse(fresh.db, gatewayOf(server.apiBase));
  await state(organization.id, fresh.db);
  expect(await open()).toMatchObject({
    entitlements: { plan: "team", standing: "active" },
    paying: 1,
    hasCustomer: true,
  });
  expect(await press({ intent: "checkout", plan: "consultancy" })).toMatchObject({
    data: { kind: "already-subscribed" },
  });
  expect(await press({ intent: "portal" })).toMatchObject({ status: 303, to: "https://portal.stripe.test/cus_1" });
});

test("a provider that does not answer is said plainly", async () => {
  await using fresh = await freshDatabase();
  await using server = await stripeServer({ modes: ["hang"] });
  const { press } = await aHouse(fresh.db, gatewayOf(server.apiBase));
  expect(await press({ intent: "checkout", plan: "team" })).toMatchObject({
    status: 503,
    data: { kind: "billing-unavailable" },
  });
});

test("an editor may neither buy nor open the portal, and rubbish buys nothing", async () => {
  await using fresh = await freshDatabase();
  await using server = await stripeServer();
  const editor = await aHouse(fresh.db, gatewayOf(server.apiBase), "editor");
  expect((await editor.press({ intent: "checkout", plan: "team" })).status).toBe(404);
  const owner = await aHouse(fresh.db, gatewayOf(server.apiBase));
  for (const fields of [
    { intent: "checkout", plan: "free" },
    { intent: "checkout", plan: "gold" },
    { intent: "refund" },
    {},
  ]) {
    expect((await owner.press(fields as Record<string, string>)).status).toBe(422);
  }
  expect(server.heard).toEqual([]);
});
