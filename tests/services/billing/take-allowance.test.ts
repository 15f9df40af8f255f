import { expect, test } from "vitest";
import { foldEvents } from "#app/domain/billing/fold-events.ts";
import type { PracticeId } from "#app/domain/kernel/ids.ts";
import { pricePlans } from "#app/knowledge/price-plans/index.ts";
import { loadEntitlements } from "#app/services/billing/load-entitlements.server.ts";
import { takeAllowance } from "#app/services/billing/take-allowance.server.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { findUsage, saveBillingState } from "#db/repositories/billing.server.ts";
import { practices } from "#db/schema/tenancy.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { aSubscriptionChange } from "#tests/builders/billing.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

const knowledge = { pricePlans } as Knowledge;
const november = { knowledge, now: () => new Date("2026-11-22T12:00:00Z") };
const december = { knowledge, now: () => new Date("2026-12-01T00:00:00Z") };

test("a monthly allowance is counted until it is used up and starts anew with the month", async () => {
  await using fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const take = (deps: typeof november) => fresh.db.transaction((tx) => takeAllowance(deps, tx, id, "site-audits", 2));
  expect(await take(november)).toEqual({ ok: true, value: { left: 2 } });
  expect(await take(november)).toEqual({ ok: true, value: { left: 0 } });
  expect(await take(november)).toEqual({
    ok: false,
    failure: { kind: "over-limit", allowance: "site-audits", limit: 4, used: 4, plan: "Free" },
  });
  expect(await take(december)).toEqual({ ok: true, value: { left: 2 } });
});

test("what one organization uses is not counted for another", async () => {
  await using fresh = await freshDatabase();
  const [one, other] = [await anOrganizationRow(fresh.db), await anOrganizationRow(fresh.db)];
  await takeAllowance(november, fresh.db, one.id, "model-drafts", 3);
  expect((await findUsage(fresh.db, other.id, "2026-11"))["model-drafts"]).toBeUndefined();
});

test("a consultancy plan in one workspace covers the practice's others and nobody else", async () => {
  await using fresh = await freshDatabase();
  const practiceId = "practice-1" as PracticeId;
  await fresh.db.insert(practices).values({ id: practiceId, slug: "p", name: "P", createdAt: november.now() });
  const [paying, sibling] = [
    await anOrganizationRow(fresh.db, { practiceId }),
    await anOrganizationRow(fresh.db, { practiceId }),
  ];
  const stranger = await anOrganizationRow(fresh.db);
  const state = foldEvents([aSubscriptionChange({ lookupKey: "groundwork_consultancy_monthly" })]);
  await saveBillingState(fresh.db, paying.id, state, "cus_1", november.now());
  const plans = [paying, sibling, stranger].map(
    async ({ id }) => (await loadEntitlements(november, fresh.db, id)).plan,
  );
  expect(await Promise.all(plans)).toEqual(["consultancy", "consultancy", "free"]);
  expect((await findUsage(fresh.db, sibling.id, "2026-11"))["client-workspaces"]).toBe(2);
});
