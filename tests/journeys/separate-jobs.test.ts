import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { schedules } from "#app/jobs/schedules.ts";
import { enqueue } from "#app/services/enqueue.server.ts";
import { jobs } from "#db/schema/jobs.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshRemoteDatabase } from "#tests/database/sqld.ts";
import { serve } from "./served-app.ts";

test("a web process with JOBS=separate runs no job and schedules none; one without it does", async () => {
  await using fresh = await freshRemoteDatabase();
  // A sample that is there already: seeding one is not what this is about.
  await anOrganizationRow(fresh.db, { kind: "template", slug: "sample", name: "Sample" });
  await enqueue({ now: () => new Date(), newId: randomUUID }, fresh.db, "tenancy.remove-expired", {});
  const env = { DATABASE_URL: fresh.url, SESSION_SECRET: "a secret that every process is given" };
  const statuses = async () => (await fresh.db.select({ status: jobs.status }).from(jobs)).map(({ status }) => status);

  {
    await using app = await serve({ ...env, JOBS: "separate" });
    await wait(2_000);
    expect((await fetch(`${app.origin}/ready`)).status).toBe(200);
    expect(await statuses()).toEqual(["queued"]);
  }
  await using _inside = await serve(env);
  // The job that waited, and one of each schedule.
  const all = Array.from({ length: 1 + schedules.length }, () => "done");
  await expect.poll(statuses, { timeout: 30_000, interval: 100 }).toEqual(all);
});
