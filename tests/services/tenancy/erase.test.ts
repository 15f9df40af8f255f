import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { record, sha256 } from "#app/services/governance/record.server.ts";
import { askForErasure, loadErasing, undoErasure } from "#app/services/tenancy/erase-organization.server.ts";
import { erasePerson, exportPerson } from "#app/services/tenancy/erase-person.server.ts";
import { exportOrganization } from "#app/services/tenancy/export-organization.server.ts";
import { findActor } from "#app/services/tenancy/find-actor.server.ts";
import { removeExpired } from "#app/services/tenancy/remove-expired.server.ts";
import type { Database } from "#db/client.server.ts";
import { followAuditLog } from "#db/repositories/governance.server.ts";
import { ownedTables } from "#db/repositories/organization-rows.server.ts";
import { facts } from "#db/schema/compliance.ts";
import { jobs } from "#db/schema/jobs.ts";
import { fileChunks, files } from "#db/schema/reports.ts";
import { organizations } from "#db/schema/tenancy.ts";
import { roles } from "#db/schema/workforce.ts";
import { aMemberRow, aPersonRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

const at = new Date("2026-11-22T10:00:00Z");
const canary = "Zebulonia Quartermain";

const depsOf = (db: Database, now = at) => ({ db, now: () => now });
const daysLater = (days: number) => new Date(at.getTime() + days * 86_400_000);

/** An organization whose rows, jobs, files and log name one person in many places. */
async function aFullOrganization(db: Database) {
  const organization = await anOrganizationRow(db, { name: `${canary} Ltd` });
  const owner = await aMemberRow(db, organization.id);
  const id = randomUUID() as RoleId;
  const organizationId = organization.id;
  await db.insert(roles).values({
    id,
    organizationId,
    title: `Assistant to ${canary}`,
    headcount: 1,
    tasks: [{ text: canary }],
    gates: {},
    createdAt: at,
    updatedAt: at,
  });
  await db
    .insert(facts)
    .values({ organizationId, fact: "org.contact", value: canary, answeredBy: owner.userId, answeredAt: at });
  const job = {
    id: randomUUID() as never,
    kind: "reports.render",
    organizationId,
    payload: { canary },
    status: "queued",
  } as const;
  await db.insert(jobs).values({ ...job, runAt: at, createdAt: at });
  const file = {
    id: randomUUID() as never,
    organizationId,
    name: `${canary}.pdf`,
    type: "text/plain",
    size: 4,
    sha256: "x",
  };
  await db.insert(files).values({ ...file, createdAt: at, createdBy: owner.userId });
  await db.insert(fileChunks).values({ fileId: file.id, organizationId, part: 0, bytes: Buffer.from(canary) });
  await db.transaction((tx) =>
    record(tx, owner.actor, { action: "workforce.add-role", subject: `role:${id}`, after: { title: canary } }),
  );
  return { organization, owner };
}

function bytesOf(place: string): Buffer {
  const parts = ["", "-wal"].map((ending) => {
    try {
      return readFileSync(place + ending);
    } catch {
      return Buffer.alloc(0);
    }
  });
  return Buffer.concat(parts);
}

test("the export holds every row of every table of the organization, and of no other", async () => {
  await using fresh = await freshDatabase();
  const { owner } = await aFullOrganization(fresh.db);
  const other = await anOrganizationRow(fresh.db, { name: "Other canary" });
  await aMemberRow(fresh.db, other.id);
  const exported = await exportOrganization(depsOf(fresh.db), owner.actor);
  let text = "";
  if (exported.ok) for await (const piece of exported.value) text += piece;
  const parsed = JSON.parse(text);
  expect(Object.keys(parsed.tables)).toEqual(ownedTables.map((table) => table.name));
  expect(parsed.tables.roles[0].tasks).toEqual([{ text: canary }]);
  expect(parsed.tables.file_chunks[0].bytes).toBe(Buffer.from(canary).toString("base64"));
  expect(parsed.tables.audit_log.map((row: { action: string }) => row.action)).toEqual([
    "workforce.add-role",
    "data.export",
  ]);
  expect(parsed.members).toHaveLength(1);
  expect(text).not.toContain("Other canary");
});

test("erasure closes at once, can be undone for thirty days, then leaves no byte and a whole chain", async () => {
  await using fresh = await freshDatabase();
  const { organization, owner } = await aFullOrganization(fresh.db);
  const enter = () =>
    findActor(depsOf(fresh.db), {
      slug: organization.slug,
      userId: owner.userId,
      guestOrganizationIds: [],
      requestId: "r",
    });
  const asking = { userId: owner.userId, requestId: "r" };
  const differs = await askForErasure(depsOf(fresh.db), owner.actor, "another name");
  expect(differs).toEqual({ ok: false, failure: { kind: "name-differs" } });

  expect((await askForErasure(depsOf(fresh.db), owner.actor, organization.name)).ok).toBe(true);
  expect(await enter()).toBeNull();
  expect(await loadErasing(depsOf(fresh.db), owner.userId)).toHaveLength(1);
  await removeExpired(depsOf(fresh.db, daysLater(29)));
  expect((await undoErasure(depsOf(fresh.db), asking, organization.slug)).ok).toBe(true);
  expect((await enter())?.actor.role).toBe("owner");

  await askForErasure(depsOf(fresh.db), owner.actor, organization.name);
  expect(bytesOf(fresh.place).includes(canary)).toBe(true);
  expect(await removeExpired(depsOf(fresh.db, daysLater(31)))).toEqual({ ok: true, value: 1 });
  expect(bytesOf(fresh.place).includes(canary)).toBe(false);
  expect(await fresh.db.select().from(organizations)).toEqual([]);
  expect(await followAuditLog(fresh.db, sha256)).toMatchObject({ entries: 5, firstBroken: null });
});

test("a guest is removed after seven days and nobody else is", async () => {
  await using fresh = await freshDatabase();
  const stays = await anOrganizationRow(fresh.db);
  await anOrganizationRow(fresh.db, { kind: "guest", expiresAt: daysLater(7) });
  await removeExpired(depsOf(fresh.db, daysLater(6)));
  expect(await fresh.db.select().from(organizations)).toHaveLength(2);
  await removeExpired(depsOf(fresh.db, daysLater(7)));
  expect((await fresh.db.select().from(organizations)).map((row) => row.id)).toEqual([stays.id]);
});

test("an erased account leaves neither name nor address in the file, and what it did stays in the log", async () => {
  await using fresh = await freshDatabase();
  const organization = await anOrganizationRow(fresh.db);
  await aMemberRow(fresh.db, organization.id);
  const person = await aPersonRow(fresh.db, { name: canary, email: "zebulonia@quartermain.example" });
  await fresh.db.run(
    sql`INSERT INTO memberships (organization_id, user_id, role, sees_people, created_at) VALUES (${organization.id}, ${person.userId}, 'editor', 0, 0)`,
  );
  await fresh.db.run(sql`INSERT INTO outbox_mails VALUES ('m', ${person.email}, 's', ${canary}, 0)`);
  const actor = { userId: person.userId, organizationId: organization.id, requestId: "r" };
  await fresh.db.transaction((tx) =>
    record(tx, actor, { action: "members.invite", subject: "invitation:1", after: { email: person.email } }),
  );
  const asking = { ...person, requestId: "r" };
  const mine = JSON.stringify(await exportPerson(fresh, asking));
  expect(mine).toContain("members.invite");

  expect((await erasePerson(depsOf(fresh.db), asking)).ok).toBe(true);
  const bytes = bytesOf(fresh.place);
  for (const personal of [canary, person.email]) expect(bytes.includes(personal)).toBe(false);
  expect(await followAuditLog(fresh.db, sha256)).toMatchObject({ entries: 2, firstBroken: null });
});

test("an account that is the only owner of an organization is not erased", async () => {
  await using fresh = await freshDatabase();
  const organization = await anOrganizationRow(fresh.db);
  const owner = await aMemberRow(fresh.db, organization.id);
  const refused = await erasePerson(depsOf(fresh.db), { ...owner, requestId: "r" });
  expect(refused).toEqual({ ok: false, failure: { kind: "sole-owner", organizations: [organization.name] } });
});

test("every table with an organization's rows is known to copy, export and erasure", async () => {
  await using fresh = await freshDatabase();
  const tables = await fresh.db.all<{ name: string; sql: string }>(
    sql`SELECT name, sql FROM sqlite_master WHERE type = 'table'`,
  );
  const owning = tables.filter((table) => table.sql.includes("organization_id")).map((table) => table.name);
  expect(ownedTables.map((table) => table.name).sort()).toEqual(owning.sort());
});
