import { writeFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { openDatabase } from "#db/client.server.ts";
import { isRead } from "#db/gated-client.server.ts";
import { facts } from "#db/schema/compliance.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

function aFact(organizationId: OrganizationId, value: number) {
  return {
    organizationId,
    fact: "org.headcount",
    value,
    answeredBy: "a test",
    answeredAt: new Date("2026-11-22T10:00:00Z"),
  };
}

test("a thousand concurrent increments through the gate all arrive and none is refused", async () => {
  await using fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  await fresh.db.insert(facts).values(aFact(id, 0));

  const increments = Array.from({ length: 1000 }, (_, turn) =>
    fresh.db.transaction(async (tx) => {
      const [row] = await tx.select().from(facts).where(eq(facts.organizationId, id));
      await tx
        .update(facts)
        .set({ value: Number(row?.value) + 1 })
        .where(eq(facts.organizationId, id));
      if (turn % 50 === 0) throw new Error("rolled back on purpose");
    }),
  );
  const settled = await Promise.allSettled(increments);

  expect(settled.filter((one) => one.status === "rejected")).toHaveLength(20);
  const [row] = await fresh.db.select().from(facts);
  expect(row?.value).toBe(980);
});

test("a write beside an open transaction is an error that names the mistake, not a deadlock", async () => {
  await using fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const mistaken = fresh.db.transaction(async () => {
    await fresh.db.insert(facts).values(aFact(id, 1));
  });
  await expect(mistaken).rejects.toMatchObject({
    cause: { message: expect.stringContaining("outside the transaction") },
  });
  expect(await fresh.db.select().from(facts)).toEqual([]);
});

test("foreign keys hold", async () => {
  await using fresh = await freshDatabase();
  const orphan = fresh.db.insert(facts).values(aFact("nobody" as OrganizationId, 1));
  await expect(orphan).rejects.toThrow();
});

test("the file is in WAL mode", async () => {
  await using fresh = await freshDatabase();
  const rows = await fresh.db.all<{ journal_mode: string }>(sql`PRAGMA journal_mode`);
  expect(rows[0]?.journal_mode).toBe("wal");
});

test("a file that a living process has open is refused with a hint", async () => {
  await using fresh = await freshDatabase();
  const other = String(process.ppid);
  writeFileSync(`${fresh.place}.lock`, other);
  await expect(openDatabase(fresh.url)).rejects.toThrow(`Process ${other} has`);
});

test("tells reads from writes, also when a text or a common table expression looks like the other", () => {
  expect(isRead("select * from t where a = 'delete me'")).toBe(true);
  expect(isRead("with x as (select 1) select * from x")).toBe(true);
  expect(isRead("with x as (select 1) insert into t select * from x")).toBe(false);
  expect(isRead("PRAGMA foreign_keys")).toBe(false);
  expect(isRead('select "update" from t')).toBe(true);
});
