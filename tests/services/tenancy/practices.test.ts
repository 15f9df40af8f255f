import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { foldEvents } from "#app/domain/billing/fold-events.ts";
import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import { pricePlans } from "#app/knowledge/price-plans/index.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { changeGrant } from "#app/services/tenancy/change-grant.server.ts";
import { addColleague, removeColleague } from "#app/services/tenancy/change-practice-member.server.ts";
import { createClientWorkspace } from "#app/services/tenancy/create-client-workspace.server.ts";
import { createPractice } from "#app/services/tenancy/create-practice.server.ts";
import { findActor } from "#app/services/tenancy/find-actor.server.ts";
import { handOver } from "#app/services/tenancy/hand-over.server.ts";
import { loadPractice } from "#app/services/tenancy/load-practice.server.ts";
import { loadWorkspaces } from "#app/services/tenancy/load-workspaces.server.ts";
import type { Database } from "#db/client.server.ts";
import { saveBillingState } from "#db/repositories/billing.server.ts";
import { aMemberRow, aPersonRow } from "#tests/builders/a-person.ts";
import { aSubscriptionChange } from "#tests/builders/billing.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

const at = new Date("2026-11-22T10:00:00Z");
const profile = {
  name: "Client Ltd",
  sector: null,
  headcount: 80,
  country: "GB",
  places: ["GB"],
  currency: "GBP",
  website: null,
};

const knowledge = { pricePlans } as Knowledge;
const depsOf = (db: Database) => ({ db, knowledge, now: () => at, newId: randomUUID });

async function aPractice(db: Database) {
  const deps = depsOf(db);
  const owner = { ...(await aPersonRow(db)), requestId: "r" };
  const practice = await createPractice(deps, owner, "Ahead Consulting");
  const created = await createClientWorkspace(deps, owner, practice.slug, profile);
  if (!created.ok) throw new Error(created.failure.kind);
  const enter = (userId: UserId) =>
    findActor(deps, { slug: created.value.slug, userId, guestOrganizationIds: [], requestId: "r" });
  const entered = await enter(owner.userId);
  if (entered === null) throw new Error("the owner cannot enter");
  return { deps, owner, practice, enter, actor: entered.actor, slug: created.value.slug };
}

test("who belongs to a practice enters a client's workspace only with a grant", async () => {
  await using fresh = await freshDatabase();
  const { deps, owner, practice, enter, actor } = await aPractice(fresh.db);
  const colleague = { ...(await aPersonRow(fresh.db)), requestId: "r" };
  expect((await addColleague(deps, owner, practice.slug, colleague.email)).ok).toBe(true);
  expect(await enter(colleague.userId)).toBeNull();
  const view = await loadPractice(deps, colleague, practice.slug);
  expect(view.ok && view.value.workspaces).toEqual([]);

  await changeGrant(deps, actor, { userId: colleague.userId, role: "viewer", seesPeople: false });
  expect((await enter(colleague.userId))?.actor).toMatchObject({ role: "viewer", seesPeople: false });
  expect((await loadWorkspaces(deps, colleague.userId)).workspaces.map((row) => row.name)).toEqual(["Client Ltd"]);
});

test("leaving the practice ends every grant at once", async () => {
  await using fresh = await freshDatabase();
  const { deps, owner, practice, enter, actor } = await aPractice(fresh.db);
  const colleague = await aPersonRow(fresh.db);
  await addColleague(deps, owner, practice.slug, colleague.email);
  await changeGrant(deps, actor, { userId: colleague.userId, role: "editor", seesPeople: false });
  await removeColleague(deps, owner, practice.slug, colleague.userId);
  expect(await enter(colleague.userId)).toBeNull();
});

test("a grant goes to nobody outside the practice", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor } = await aPractice(fresh.db);
  const stranger = await aPersonRow(fresh.db);
  const granted = await changeGrant(deps, actor, { userId: stranger.userId, role: "viewer", seesPeople: false });
  expect(granted).toEqual({ ok: false, failure: { kind: "not-found" } });
});

test("a practice is not found by whoever does not belong to it", async () => {
  await using fresh = await freshDatabase();
  const { deps, practice } = await aPractice(fresh.db);
  const stranger = { ...(await aPersonRow(fresh.db)), requestId: "r" };
  const notFound = { ok: false, failure: { kind: "not-found" } };
  expect(await loadPractice(deps, stranger, practice.slug)).toEqual(notFound);
  expect(await createClientWorkspace(deps, stranger, practice.slug, profile)).toEqual(notFound);
  expect(await addColleague(deps, stranger, practice.slug, stranger.email)).toEqual(notFound);
});

test("a workspace is handed over to an owner of the client, and the practice is out", async () => {
  await using fresh = await freshDatabase();
  const { deps, owner, enter, actor } = await aPractice(fresh.db);
  expect(await handOver(deps, actor)).toEqual({ ok: false, failure: { kind: "no-owner" } });
  const client = await aMemberRow(fresh.db, actor.organizationId as OrganizationId);
  expect((await handOver(deps, actor)).ok).toBe(true);
  expect(await enter(owner.userId)).toBeNull();
  expect((await enter(client.userId))?.actor.role).toBe("owner");
});

test("the first workspace needs no plan, and the next ones fit the plan that is bought in it", async () => {
  await using fresh = await freshDatabase();
  const { deps, owner, practice, actor, slug } = await aPractice(fresh.db);
  const over = { kind: "over-limit", allowance: "client-workspaces", limit: 0, used: 1, plan: "Free" };
  expect(await createClientWorkspace(deps, owner, practice.slug, profile)).toEqual({
    ok: false,
    failure: { ...over, workspace: slug },
  });

  const colleague = { ...(await aPersonRow(fresh.db)), requestId: "r" };
  await addColleague(deps, owner, practice.slug, colleague.email);
  expect(await createClientWorkspace(deps, colleague, practice.slug, profile)).toMatchObject({
    failure: { ...over, workspace: null },
  });

  const bought = foldEvents([aSubscriptionChange({ lookupKey: "groundwork_consultancy_monthly" })]);
  await saveBillingState(fresh.db, actor.organizationId, bought, "cus_1", at);
  expect((await createClientWorkspace(deps, owner, practice.slug, profile)).ok).toBe(true);
  expect((await createClientWorkspace(deps, colleague, practice.slug, profile)).ok).toBe(true);
});
