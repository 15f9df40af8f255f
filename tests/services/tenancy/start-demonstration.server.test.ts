import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { AssessmentId, AuditId, OrganizationId, RoleId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { claimGuestOrganizations } from "#app/services/tenancy/claim-guest-organizations.server.ts";
import { findActor } from "#app/services/tenancy/find-actor.server.ts";
import { resetDemonstration, startDemonstration } from "#app/services/tenancy/start-demonstration.server.ts";
import type { Database } from "#db/client.server.ts";
import { findOrganizationBySlug } from "#db/repositories/tenancy.server.ts";
import { assessments } from "#db/schema/assessments.ts";
import { facts } from "#db/schema/compliance.ts";
import { auditPages, audits } from "#db/schema/visibility.ts";
import { roles } from "#db/schema/workforce.ts";
import { aPersonRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

const at = new Date("2026-11-22T10:00:00Z");

function deps(db: Database, now = at) {
  return { db, now: () => now, newId: randomUUID };
}

/** A sample with two roles, a fact, an assessment that names a role by id, and an audit with a page. */
async function aSample(db: Database): Promise<OrganizationId> {
  const { id } = await anOrganizationRow(db, { kind: "template", slug: "sample", name: "Sample" });
  const role = randomUUID() as RoleId;
  const more = { organizationId: id, headcount: 7, tasks: [], gates: {}, createdAt: at, updatedAt: at };
  await db.insert(roles).values([
    { ...more, id: role, title: "Dispatcher" },
    { ...more, id: randomUUID() as RoleId, title: "Driver" },
  ]);
  await db
    .insert(facts)
    .values({ organizationId: id, fact: "org.headcount", value: 14, answeredBy: "system", answeredAt: at });
  const asOf = "2026-11-22" as IsoDate;
  const kept = { organizationId: id, asOf, knowledgeVersion: "1", createdAt: at, createdBy: "system" };
  await db.insert(assessments).values({
    ...kept,
    id: randomUUID() as AssessmentId,
    kind: "exposure",
    inputHash: "x",
    input: { roles: [{ id: role }] },
    result: { [role]: { score: 0.3 } },
  });
  const audit = randomUUID() as AuditId;
  await db.insert(audits).values({ ...kept, id: audit, homepage: "https://a.example", pageLimit: 1, status: "done" });
  await db
    .insert(auditPages)
    .values({ organizationId: id, auditId: audit, url: "https://a.example", status: 200, page: {}, fetchedAt: at });
  return id;
}

async function started(db: Database, now = at) {
  const result = await startDemonstration(deps(db, now), "request-1");
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

test("a visitor gets an own copy in which every id is new and every reference leads to the copy", async () => {
  await using fresh = await freshDatabase();
  const sample = await aSample(fresh.db);
  const { actor } = await started(fresh.db);

  const [copied] = await fresh.db.select().from(roles).where(eq(roles.organizationId, actor.organizationId));
  const [assessment] = await fresh.db
    .select()
    .from(assessments)
    .where(eq(assessments.organizationId, actor.organizationId));
  expect(copied?.title).toBe("Dispatcher");
  expect(assessment?.input).toEqual({ roles: [{ id: copied?.id }] });
  expect(assessment?.result).toEqual({ [String(copied?.id)]: { score: 0.3 } });
  const [page] = await fresh.db
    .select({ homepage: audits.homepage })
    .from(auditPages)
    .innerJoin(audits, eq(audits.id, auditPages.auditId))
    .where(eq(audits.organizationId, actor.organizationId));
  expect(page?.homepage).toBe("https://a.example");

  const before = await fresh.db.select().from(roles).where(eq(roles.organizationId, sample));
  expect(before.map((role) => role.id)).not.toContain(copied?.id);
  expect(before).toHaveLength(2);
});

test("the copy is opened by its visitor's cookie for seven days, and the sample by nobody", async () => {
  await using fresh = await freshDatabase();
  await aSample(fresh.db);
  const { slug, actor } = await started(fresh.db);
  const asking = { userId: null, guestOrganizationIds: [actor.organizationId], requestId: "request-2" };
  const found = await findActor(deps(fresh.db), { ...asking, slug });
  expect(found?.actor).toMatchObject({ role: "owner", organizationId: actor.organizationId });
  expect(found?.organization.kind).toBe("demonstration");
  expect(await findActor(deps(fresh.db), { ...asking, slug, guestOrganizationIds: [] })).toBeNull();
  expect(await findActor(deps(fresh.db, new Date("2026-11-29T10:00:00Z")), { ...asking, slug })).toBeNull();
  expect(await findActor(deps(fresh.db), { ...asking, slug: "sample" })).toBeNull();
});

test("a reset brings back what was there, under the same address", async () => {
  await using fresh = await freshDatabase();
  await aSample(fresh.db);
  const { slug, actor } = await started(fresh.db);
  await fresh.db.update(roles).set({ title: "Changed" }).where(eq(roles.organizationId, actor.organizationId));
  await fresh.db.delete(assessments).where(eq(assessments.organizationId, actor.organizationId));

  expect(await resetDemonstration(deps(fresh.db), actor)).toEqual({ ok: true, value: undefined });
  const titles = await fresh.db
    .select({ title: roles.title })
    .from(roles)
    .where(eq(roles.organizationId, actor.organizationId));
  expect(titles.map((row) => row.title)).toEqual(["Dispatcher", "Driver"]);
  expect((await findOrganizationBySlug(fresh.db, slug))?.id).toBe(actor.organizationId);
});

test("signing up makes a copy the person's for good, and the cookie opens it no more", async () => {
  await using fresh = await freshDatabase();
  await aSample(fresh.db);
  const { slug, actor } = await started(fresh.db);
  const person = await aPersonRow(fresh.db);
  const user = { userId: person.userId, requestId: "request-3" };
  expect(await claimGuestOrganizations(deps(fresh.db), user, [actor.organizationId])).toMatchObject({
    slug: slug,
    described: true,
  });

  const later = deps(fresh.db, new Date("2027-11-22T10:00:00Z"));
  const asking = { slug, requestId: "request-4" };
  const cookie = { userId: null, guestOrganizationIds: [actor.organizationId] };
  expect(await findActor(deps(fresh.db), { ...asking, ...cookie })).toBeNull();
  const mine = await findActor(later, { ...asking, userId: person.userId, guestOrganizationIds: [] });
  expect(mine?.actor.role).toBe("owner");
});

test("nobody claims what is somebody's already, has expired, or is no guest's", async () => {
  await using fresh = await freshDatabase();
  const sample = await aSample(fresh.db);
  const own = await anOrganizationRow(fresh.db);
  const old = await anOrganizationRow(fresh.db, { kind: "guest", expiresAt: at });
  const { userId } = await aPersonRow(fresh.db);
  const claimed = await claimGuestOrganizations(deps(fresh.db), { userId, requestId: "r" }, [sample, own.id, old.id]);
  expect(claimed).toBeNull();
});

test("there is no demonstration before the sample is seeded", async () => {
  await using fresh = await freshDatabase();
  expect(await startDemonstration(deps(fresh.db), "r")).toEqual({ ok: false, failure: { kind: "unavailable" } });
});
