import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { record, sha256 } from "#app/services/governance/record.server.ts";
import { followAuditLog, listAuditEntries } from "#db/repositories/governance.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

test("each change is one entry with who, what, before, after and the request, and the chain holds", async () => {
  await using fresh = await freshDatabase();
  const organization = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, organization.id);
  await fresh.db.transaction((tx) =>
    record(tx, actor, {
      action: "workforce.change-role",
      subject: "role:1",
      before: { heads: 3 },
      after: { heads: 4 },
    }),
  );
  await fresh.db.transaction((tx) => record(tx, actor, { action: "workforce.remove-role", subject: "role:1" }));

  const entries = await listAuditEntries(fresh.db, organization.id, {}, 10);
  expect(entries).toHaveLength(2);
  expect(entries[1]).toMatchObject({
    seq: 1,
    actor: actor.userId,
    action: "workforce.change-role",
    subject: "role:1",
    requestId: actor.requestId,
    before: { heads: 3 },
    after: { heads: 4 },
  });
  expect(await followAuditLog(fresh.db, sha256)).toMatchObject({ entries: 2, firstBroken: null });
});

test("an entry does not outlive the change it belongs to", async () => {
  await using fresh = await freshDatabase();
  const organization = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, organization.id);
  const change = fresh.db.transaction(async (tx) => {
    await record(tx, actor, { action: "workforce.change-role", subject: "role:1" });
    throw new Error("the change failed");
  });
  await expect(change).rejects.toThrow("the change failed");
  expect(await followAuditLog(fresh.db, sha256)).toMatchObject({ entries: 0 });
});

test("a hundred changes at once make one chain", async () => {
  await using fresh = await freshDatabase();
  const organization = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, organization.id);
  await Promise.all(
    Array.from({ length: 100 }, (_, at) =>
      fresh.db.transaction((tx) => record(tx, actor, { action: "workforce.change-role", subject: `role:${at}` })),
    ),
  );
  expect(await followAuditLog(fresh.db, sha256)).toMatchObject({ entries: 100, firstBroken: null });
});

test("an edited entry is found, and erasing what entries changed breaks nothing", async () => {
  await using fresh = await freshDatabase();
  const organization = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, organization.id);
  for (const at of [1, 2, 3]) {
    await fresh.db.transaction((tx) =>
      record(tx, actor, { action: "a.b", subject: `role:${at}`, after: { name: "Ana" } }),
    );
  }
  await fresh.db.run(sql`DELETE FROM audit_payloads`);
  expect(await followAuditLog(fresh.db, sha256)).toMatchObject({ entries: 3, firstBroken: null });
  await fresh.db.run(sql`UPDATE audit_log SET subject = 'role:9' WHERE seq = 2`);
  expect(await followAuditLog(fresh.db, sha256)).toMatchObject({ entries: 3, firstBroken: 2 });
});
