import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { record } from "#app/services/governance/record.server.ts";
import { verifyLog } from "#app/services/governance/verify-log.server.ts";
import { BackupRefused, backUp, putBack } from "#db/backup.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { organizations } from "#db/schema/tenancy.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

function aFolder() {
  const path = mkdtempSync(join(tmpdir(), "groundwork-backup-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

test("a backup made while the database is written holds a whole state, and comes back as it was", async () => {
  await using fresh = await freshDatabase();
  using folder = aFolder();
  const organization = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, organization.id);
  const write = (at: number) =>
    fresh.db.transaction((tx) => record(tx, actor, { action: "a.b", subject: `role:${at}` }));
  const writes = Array.from({ length: 50 }, (_, at) => write(at));
  const copy = join(folder.path, "copy.backup");
  await backUp(fresh.place, copy);
  await Promise.all(writes);

  const to = join(folder.path, "restored.db");
  expect(await putBack(copy, to, new Date())).toBeNull();
  const restored = await openDatabase(`file:${to}`);
  const verdict = await verifyLog({ db: restored.db }, null);
  expect(verdict.ok).toBe(true);
  expect(await restored.db.select().from(organizations)).toHaveLength(1);
  restored.close();
});

test("restoring keeps what was there, and refuses while a process has it open", async () => {
  await using fresh = await freshDatabase();
  using folder = aFolder();
  const copy = join(folder.path, "copy.backup");
  await backUp(fresh.place, copy);
  const to = join(folder.path, "other.db");
  const other = await openDatabase(`file:${to}`);
  await other.db.run(sql`CREATE TABLE mine (x)`);
  writeFileSync(`${to}.lock`, String(process.ppid));
  await expect(putBack(copy, to, new Date())).rejects.toThrow("has");
  other.close();

  const kept = await putBack(copy, to, new Date("2026-11-22T10:00:00Z"));
  expect(kept).toBe(`${to}.before-2026-11-22T10-00-00-000Z`);
  const before = await openDatabase(`file:${kept}`);
  expect(await before.db.all(sql`SELECT * FROM mine`)).toEqual([]);
  before.close();
});

test("a damaged file, another program's file and a missing one are refused before anything is touched", async () => {
  using folder = aFolder();
  const to = join(folder.path, "never.db");
  const text = join(folder.path, "text");
  writeFileSync(text, "not a database at all, but long enough to be read as one ".repeat(100));
  await expect(putBack(text, to, new Date())).rejects.toThrow(BackupRefused);
  const empty = await openDatabase(`file:${join(folder.path, "empty.db")}`);
  await empty.db.run(sql`CREATE TABLE x (y)`);
  empty.close();
  await expect(putBack(join(folder.path, "empty.db"), to, new Date())).rejects.toThrow("no database of Groundwork");
  await expect(putBack(join(folder.path, "missing"), to, new Date())).rejects.toThrow("There is no backup");
});

test("a cut-off end is found by a head that was kept", async () => {
  await using fresh = await freshDatabase();
  const organization = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, organization.id);
  for (const at of [1, 2, 3])
    await fresh.db.transaction((tx) => record(tx, actor, { action: "a.b", subject: `${at}` }));
  const { head } = await verifyLog(fresh, null);
  await fresh.db.run(sql`DELETE FROM audit_log WHERE seq = 3`);
  expect(await verifyLog(fresh, null)).toMatchObject({ entries: 2, ok: true });
  expect(await verifyLog(fresh, head)).toMatchObject({ ok: false, holdsHead: false });
});
