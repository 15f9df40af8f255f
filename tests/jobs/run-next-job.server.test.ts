import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { JobId, OrganizationId } from "#app/domain/kernel/ids.ts";
import type { JobDefinition, JobEnd, Registry } from "#app/jobs/registry.server.ts";
import { maxAttempts } from "#app/jobs/retry-delay.ts";
import { leaseMs, runNextJob } from "#app/jobs/run-next-job.server.ts";
import { dueSlots } from "#app/jobs/schedules.ts";
import type { Deps } from "#app/services/deps.ts";
import { enqueue } from "#app/services/enqueue.server.ts";
import type { Database } from "#db/client.server.ts";
import { cancelJob } from "#db/repositories/jobs.server.ts";
import { jobs } from "#db/schema/jobs.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { freshRemoteDatabase } from "#tests/database/sqld.ts";

function depsAt(db: Database, clock: { now: Date }): Deps {
  let ids = 0;
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const newId = () => {
    ids += 1;
    return `job-${ids}`;
  };
  // A job's handler here is the test's own, so nothing else of Deps is reached.
  return { db, log, newId, now: () => clock.now } as unknown as Deps;
}

function registryOf(run: JobDefinition<unknown>["run"]): Registry {
  return { "tenancy.remove-expired": { payload: z.looseObject({}), run } } as unknown as Registry;
}

const places = [
  { name: "a file", open: freshDatabase },
  { name: "a libSQL server", open: freshRemoteDatabase },
];

describe.each(places)("with $name", ({ open }) => {
  test("every job is claimed once by four workers", async () => {
    await using fresh = await open();
    const deps = depsAt(fresh.db, { now: new Date("2026-11-22T10:00:00Z") });
    for (let n = 0; n < 40; n++) await enqueue(deps, fresh.db, "tenancy.remove-expired", {});
    const ran: string[] = [];
    const registry = registryOf(async () => {
      ran.push("x");
      return { kind: "done" };
    });
    const worker = async (name: string) => {
      while ((await runNextJob(deps, registry, { worker: name })) !== "idle");
    };

    await Promise.all(["a", "b", "c", "d"].map(worker));

    expect(ran).toHaveLength(40);
    const rows = await fresh.db.select().from(jobs);
    expect(rows.every((job) => job.status === "done" && job.attempts === 1)).toBe(true);
  });

  test("a job that fails is tried again later, and is buried after the last attempt", async () => {
    await using fresh = await open();
    const clock = { now: new Date("2026-11-22T10:00:00Z") };
    const deps = depsAt(fresh.db, clock);
    await enqueue(deps, fresh.db, "tenancy.remove-expired", {});
    const registry = registryOf(async () => ({ kind: "retry", because: "not today" }));
    const turns: string[] = [];
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      turns.push(await runNextJob(deps, registry, { worker: "w" }));
      expect(await runNextJob(deps, registry, { worker: "w" })).toBe("idle");
      clock.now = new Date(clock.now.getTime() + 3_600_000);
    }
    expect(turns).toEqual(["retry", "retry", "retry", "retry", "dead"]);
    const [job] = await fresh.db.select().from(jobs);
    expect(job).toMatchObject({ status: "dead", lastError: "not today", attempts: maxAttempts });
  });

  test("a job whose worker went silent is taken over, and the silent one cannot end it any more", async () => {
    await using fresh = await open();
    const clock = { now: new Date("2026-11-22T10:00:00Z") };
    const deps = depsAt(fresh.db, clock);
    await enqueue(deps, fresh.db, "tenancy.remove-expired", {});
    let endSilent: (end: JobEnd) => void = () => undefined;
    const silent = runNextJob(
      deps,
      registryOf(
        () =>
          new Promise<JobEnd>((resolve) => {
            endSilent = resolve;
          }),
      ),
      { worker: "silent" },
    );
    await vi.waitFor(async () => expect((await fresh.db.select().from(jobs))[0]?.status).toBe("running"));
    clock.now = new Date(clock.now.getTime() + leaseMs + 1);

    expect(
      await runNextJob(
        deps,
        registryOf(async () => ({ kind: "done" })),
        { worker: "second" },
      ),
    ).toBe("done");
    endSilent({ kind: "retry", because: "too late" });
    await silent;

    const [job] = await fresh.db.select().from(jobs);
    expect(job).toMatchObject({ status: "done", leasedBy: "second" });
  });

  test("work and the job it causes commit together", async () => {
    await using fresh = await open();
    const deps = depsAt(fresh.db, { now: new Date("2026-11-22T10:00:00Z") });
    const failed = fresh.db.transaction(async (tx) => {
      await enqueue(deps, tx, "tenancy.remove-expired", {});
      throw new Error("the work failed");
    });
    await expect(failed).rejects.toThrow("the work failed");
    expect(await fresh.db.select().from(jobs)).toEqual([]);
  });
});

test("the same slot of a schedule is put into the queue once", async () => {
  await using fresh = await freshDatabase();
  const deps = depsAt(fresh.db, { now: new Date("2026-11-22T10:05:00Z") });
  for (const at of ["2026-11-22T10:05:00Z", "2026-11-22T10:59:00Z", "2026-11-22T11:00:00Z"]) {
    for (const slot of dueSlots(new Date(at)))
      await enqueue(deps, fresh.db, slot.kind as "tenancy.remove-expired", {}, { id: slot.id });
  }
  const kinds = (await fresh.db.select({ kind: jobs.kind }).from(jobs)).map(({ kind }) => kind);
  // Three times of one day lie in three half hours, in two hours and in one day.
  const halfHourly = "visibility.schedule-probes";
  const hourly = ["tenancy.remove-expired", "compliance.look-everywhere", "compliance.send-digests"];
  expect(kinds.sort()).toEqual([...hourly, ...hourly, "evidence.watch", halfHourly, halfHourly, halfHourly].sort());
});

test("a payload that does not fit is buried with the reason, not tried again", async () => {
  await using fresh = await freshDatabase();
  const deps = depsAt(fresh.db, { now: new Date("2026-11-22T10:00:00Z") });
  await enqueue(deps, fresh.db, "tenancy.remove-expired", {});
  const strict = {
    "tenancy.remove-expired": { payload: z.object({ needed: z.string() }), run: vi.fn() },
  } as unknown as Registry;
  expect(await runNextJob(deps, strict, { worker: "w" })).toBe("dead");
  const [job] = await fresh.db.select().from(jobs);
  expect(job?.lastError).toContain("payload refused");
});

test("a worker that is stopped gives its job back and the try does not count", async () => {
  await using fresh = await freshDatabase();
  const deps = depsAt(fresh.db, { now: new Date("2026-11-22T10:00:00Z") });
  await enqueue(deps, fresh.db, "tenancy.remove-expired", {});
  const stop = new AbortController();
  const turn = await runNextJob(
    deps,
    registryOf(async (_deps, _payload, { signal }) => {
      stop.abort();
      return signal.aborted ? { kind: "retry", because: "stopped" } : { kind: "done" };
    }),
    { worker: "w", stop: stop.signal },
  );
  expect(turn).toBe("stopped");
  const [job] = await fresh.db.select().from(jobs);
  expect(job).toMatchObject({ status: "queued", attempts: 0 });
});

test("only the organization it belongs to cancels a job", async () => {
  await using fresh = await freshDatabase();
  const deps = depsAt(fresh.db, { now: new Date("2026-11-22T10:00:00Z") });
  const organization = await anOrganizationRow(fresh.db);
  const id = await enqueue(deps, fresh.db, "visibility.perform-audit", {
    organizationId: organization.id,
    auditId: "a" as never,
  });
  expect(await cancelJob(fresh.db, "other" as OrganizationId, id as JobId, deps.now())).toBe(false);
  expect(await cancelJob(fresh.db, organization.id, id as JobId, deps.now())).toBe(true);
  const [job] = await fresh.db.select().from(jobs).where(eq(jobs.id, id));
  expect(job?.status).toBe("cancelled");
});

test("a job that every worker died of is buried with the reason instead of killing the next one", async () => {
  await using fresh = await freshDatabase();
  const deps = depsAt(fresh.db, { now: new Date("2026-11-22T10:00:00Z") });
  await enqueue(deps, fresh.db, "tenancy.remove-expired", {});
  const past = new Date("2026-11-22T09:00:00Z");
  await fresh.db.update(jobs).set({ status: "running", leasedBy: "dead", leaseUntil: past, attempts: maxAttempts });
  const run = vi.fn();
  expect(await runNextJob(deps, registryOf(run), { worker: "w" })).toBe("dead");
  expect(run).not.toHaveBeenCalled();
  const [job] = await fresh.db.select().from(jobs);
  expect(job).toMatchObject({ status: "dead", lastError: expect.stringContaining("ended before the job did") });
});

test("a worker whose job was taken over says nothing about its progress any more", async () => {
  await using fresh = await freshDatabase();
  const deps = depsAt(fresh.db, { now: new Date("2026-11-22T10:00:00Z") });
  await enqueue(deps, fresh.db, "tenancy.remove-expired", {});
  const registry = registryOf(async (_deps, _payload, { progress }) => {
    await progress({ step: "mine" });
    await fresh.db.update(jobs).set({ leasedBy: "second" });
    await progress({ step: "too late" });
    return { kind: "done" };
  });
  await runNextJob(deps, registry, { worker: "first" });
  const [job] = await fresh.db.select().from(jobs);
  expect(job).toMatchObject({ progress: { step: "mine" }, status: "running", leasedBy: "second" });
});

test("a worker that fails a job which another took over, or somebody cancelled, does not give it up for them", async () => {
  await using fresh = await freshDatabase();
  const deps = depsAt(fresh.db, { now: new Date("2026-11-22T10:00:00Z") });
  const gaveUp = vi.fn();
  for (const change of [{ leasedBy: "second" }, { status: "cancelled" as const }, {}]) {
    await fresh.db.delete(jobs);
    await enqueue(deps, fresh.db, "tenancy.remove-expired", {});
    const run = async (): Promise<JobEnd> => {
      if (Object.keys(change).length > 0) await fresh.db.update(jobs).set(change);
      return { kind: "give-up", because: "no good" };
    };
    const registry = { "tenancy.remove-expired": { payload: z.looseObject({}), run, gaveUp } } as unknown as Registry;
    const kept = Object.keys(change).length > 0;
    expect(await runNextJob(deps, registry, { worker: "first" })).toBe(kept ? "lost" : "dead");
    expect(gaveUp).toHaveBeenCalledTimes(kept ? 0 : 1);
    expect(await fresh.db.select().from(jobs)).toMatchObject([{ status: kept ? "running" : "dead", ...change }]);
  }
});

test("a database that does not answer a heartbeat neither ends the process nor the job", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    await using fresh = await freshDatabase();
    const real = depsAt(fresh.db, { now: new Date("2026-11-22T10:00:00Z") });
    await enqueue(real, fresh.db, "tenancy.remove-expired", {});
    let away = false;
    const db = new Proxy(fresh.db, {
      get(target, name, self) {
        if (away) throw new Error("the database is away");
        return Reflect.get(target, name, self);
      },
    });
    const registry = registryOf(async (_deps, _payload, { signal }) => {
      away = true;
      await vi.advanceTimersByTimeAsync(leaseMs / 3);
      away = false;
      return signal.aborted ? { kind: "retry", because: "stopped" } : { kind: "done" };
    });
    expect(await runNextJob({ ...real, db }, registry, { worker: "w" })).toBe("done");
    expect(real.log.warn).toHaveBeenCalled();
  } finally {
    vi.useRealTimers();
  }
});
