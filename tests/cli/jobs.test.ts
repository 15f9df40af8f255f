import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { enqueue } from "#app/services/enqueue.server.ts";
import { importRoles } from "#app/services/workforce/import-roles.server.ts";
import { startImport } from "#app/services/workforce/start-import.server.ts";
import type { Database } from "#db/client.server.ts";
import { listRoles } from "#db/repositories/workforce.server.ts";
import { auditLog } from "#db/schema/governance.ts";
import { jobs } from "#db/schema/jobs.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { aCsv } from "#tests/builders/a-roster.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { freshRemoteDatabase } from "#tests/database/sqld.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";
import { refusalOf, runCommand, startCommand } from "./a-command-line.ts";

const secret = "a secret that every process is given";

async function enqueued(db: Database): Promise<string> {
  const deps = { now: () => new Date(), newId: randomUUID };
  return enqueue(deps, db, "tenancy.remove-expired", {});
}

async function statusOf(db: Database, id: string): Promise<string | undefined> {
  const [row] = await db
    .select({ status: jobs.status })
    .from(jobs)
    .where(eq(jobs.id, id as never));
  return row?.status;
}

test("a process of its own runs the jobs of a libSQL server and ends gracefully when it is told to", async () => {
  await using fresh = await freshRemoteDatabase();
  const first = await enqueued(fresh.db);
  const { child, ended } = startCommand(["jobs"], { DATABASE_URL: fresh.url, SESSION_SECRET: secret });
  try {
    await expect.poll(() => statusOf(fresh.db, first), { timeout: 25_000, interval: 100 }).toBe("done");
    // It goes on with what comes later.
    const second = await enqueued(fresh.db);
    await expect.poll(() => statusOf(fresh.db, second), { timeout: 10_000, interval: 100 }).toBe("done");
  } finally {
    child.kill("SIGTERM");
  }
  const { code, out } = await ended;
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ stoppedBy: "SIGTERM" });

  const late = await enqueued(fresh.db);
  await wait(600);
  expect(await statusOf(fresh.db, late)).toBe("queued");
}, 60_000);

test("workers killed while they read and save an import leave it to the next, and every person is counted once", async () => {
  await using fresh = await freshRemoteDatabase();
  const { id: organizationId } = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, organizationId, "owner");
  const deps = await testDeps(fresh.db, { now: () => new Date() });
  const rows = Array.from({ length: 15_000 }, (_, at) => `Role ${at % 50},1,Duties of ${at}`);
  const started = await startImport(deps, actor, {
    fileName: "roster.csv",
    bytes: aCsv("title,headcount,duties", ...rows),
  });
  if (!started.ok) throw new Error(started.failure.kind);

  const env = { DATABASE_URL: fresh.url, SESSION_SECRET: secret };
  const newestJob = async () =>
    (await fresh.db.select().from(jobs).where(eq(jobs.kind, "workforce.import")).orderBy(desc(jobs.createdAt))).at(
      0,
    ) as typeof jobs.$inferSelect;
  const killedOnTheWay = async () => {
    for (const delay of [0, 150, 400]) {
      const { child, ended } = startCommand(["jobs"], env);
      await expect
        .poll(async () => ["running", "done"].includes((await newestJob()).status), { timeout: 25_000, interval: 20 })
        .toBe(true);
      await wait(delay);
      child.kill("SIGKILL");
      await ended;
      // A minute later nobody has renewed the lease.
      await fresh.db
        .update(jobs)
        .set({ leaseUntil: new Date(0) })
        .where(eq(jobs.status, "running"));
    }
    const { child, ended } = startCommand(["jobs"], env);
    await expect.poll(async () => (await newestJob()).status, { timeout: 25_000, interval: 100 }).toBe("done");
    child.kill("SIGTERM");
    await ended;
  };
  await killedOnTheWay();
  expect(await importRoles(deps, actor, started.value.importId)).toEqual({ ok: true, value: "queued" });
  await killedOnTheWay();

  const roles = await listRoles(fresh.db, organizationId);
  expect([roles.length, roles.reduce((sum, { headcount }) => sum + headcount, 0)]).toEqual([50, 15_000]);
  const log = await fresh.db.select().from(auditLog).where(eq(auditLog.action, "workforce.roles-saved-by-import"));
  expect(log).toHaveLength(1);
}, 120_000);

test("a database file that another process has open is refused with the way out", async () => {
  await using fresh = await freshDatabase();
  const ended = await runCommand(["jobs"], "", { DATABASE_URL: fresh.url });
  expect(ended.code).toBe(2);
  expect(ended.out).toBe("");
  expect(refusalOf(ended)).toMatchObject({ code: "database-in-use", path: "DATABASE_URL" });
  expect(refusalOf(ended).message).toContain("set DATABASE_URL to a libSQL server to run several");
});

test("a variable that cannot be used is refused by name", async () => {
  const ended = await runCommand(["jobs"], "", { DATABASE_URL: "ws://127.0.0.1:9" });
  expect(ended.code).toBe(2);
  expect(refusalOf(ended)).toMatchObject({ code: "environment-refused" });
  expect(refusalOf(ended).message).toContain("SESSION_SECRET");
});
