import { and, asc, desc, eq, inArray, lt, lte, or, sql } from "drizzle-orm";
import type { JobId, OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { prepared } from "../prepared.server.ts";
import { jobs } from "../schema/jobs.ts";

export type Job = typeof jobs.$inferSelect;

export type NewJob = Pick<Job, "id" | "kind" | "organizationId" | "payload" | "runAt" | "createdAt">;

/** Adds a job; an id that is there already is left as it is. */
export async function insertJob(db: Database, job: NewJob): Promise<void> {
  await db
    .insert(jobs)
    .values({ ...job, status: "queued" })
    .onConflictDoNothing();
}

/** Takes the oldest due job, or one whose lease ran out, and marks it as this worker's. One statement, so two workers never share one. */
export async function claimDueJob(
  db: Database,
  claim: { readonly now: Date; readonly leaseUntil: Date; readonly worker: string },
): Promise<Job | null> {
  const due = db
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      or(
        and(eq(jobs.status, "queued"), lte(jobs.runAt, claim.now)),
        and(eq(jobs.status, "running"), lt(jobs.leaseUntil, claim.now)),
      ),
    )
    .orderBy(asc(jobs.runAt))
    .limit(1);
  const [job] = await db
    .update(jobs)
    .set({
      status: "running",
      leaseUntil: claim.leaseUntil,
      leasedBy: claim.worker,
      attempts: sql`${jobs.attempts} + 1`,
    })
    .where(inArray(jobs.id, due))
    .returning();
  return job ?? null;
}

/** The job is this worker's as long as nobody took it over or cancelled it. */
function held(id: JobId, worker: string) {
  return and(eq(jobs.id, id), eq(jobs.leasedBy, worker), eq(jobs.status, "running"));
}

/** Prolongs the lease; false when the job was taken over or cancelled, and the worker should stop. */
export async function renewLease(db: Database, id: JobId, worker: string, leaseUntil: Date): Promise<boolean> {
  const rows = await db.update(jobs).set({ leaseUntil }).where(held(id, worker)).returning({ id: jobs.id });
  return rows.length > 0;
}

export async function saveJobProgress(db: Database, id: JobId, worker: string, progress: unknown): Promise<void> {
  await db.update(jobs).set({ progress }).where(held(id, worker));
}

export async function completeJob(db: Database, id: JobId, worker: string, now: Date): Promise<void> {
  await db
    .update(jobs)
    .set({ status: "done", finishedAt: now, leaseUntil: null, lastError: null })
    .where(held(id, worker));
}

/** Puts the job back for another try at `runAt`. */
export async function retryJob(db: Database, id: JobId, worker: string, runAt: Date, error: string): Promise<void> {
  await db
    .update(jobs)
    .set({ status: "queued", runAt, leaseUntil: null, leasedBy: null, lastError: error })
    .where(held(id, worker));
}

/** Gives the job back untouched, for a worker that is being stopped: the try does not count. */
export async function releaseJob(db: Database, id: JobId, worker: string, now: Date): Promise<void> {
  await db
    .update(jobs)
    .set({ status: "queued", runAt: now, leaseUntil: null, leasedBy: null, attempts: sql`${jobs.attempts} - 1` })
    .where(held(id, worker));
}

/** Lays the job among the dead letters, where it stays visible with its last error; false when it was no longer this worker's. */
export async function buryJob(db: Database, id: JobId, worker: string, now: Date, error: string): Promise<boolean> {
  const rows = await db
    .update(jobs)
    .set({ status: "dead", finishedAt: now, leaseUntil: null, lastError: error })
    .where(held(id, worker))
    .returning({ id: jobs.id });
  return rows.length > 0;
}

/** Puts a job off that still waits; false when it does not any more. */
export async function postponeJob(
  db: Database,
  organizationId: OrganizationId,
  id: JobId,
  runAt: Date,
): Promise<boolean> {
  const rows = await db
    .update(jobs)
    .set({ runAt })
    .where(and(eq(jobs.id, id), eq(jobs.organizationId, organizationId), eq(jobs.status, "queued")))
    .returning({ id: jobs.id });
  return rows.length > 0;
}

/** Cancels a job of the organization that is not finished yet; true when there was one. */
export async function cancelJob(db: Database, organizationId: OrganizationId, id: JobId, now: Date): Promise<boolean> {
  const rows = await db
    .update(jobs)
    .set({ status: "cancelled", finishedAt: now, leaseUntil: null })
    .where(and(eq(jobs.id, id), eq(jobs.organizationId, organizationId), inArray(jobs.status, ["queued", "running"])))
    .returning({ id: jobs.id });
  return rows.length > 0;
}

export async function findJob(db: Database, organizationId: OrganizationId, id: JobId): Promise<Job | null> {
  const [job] = await db
    .select()
    .from(jobs)
    .where(and(eq(jobs.id, id), eq(jobs.organizationId, organizationId)));
  return job ?? null;
}

/** The organization's jobs of a kind, newest first. */
export async function listJobs(db: Database, organizationId: OrganizationId, kind: string, limit = 20): Promise<Job[]> {
  return db
    .select()
    .from(jobs)
    .where(and(eq(jobs.organizationId, organizationId), eq(jobs.kind, kind)))
    .orderBy(desc(jobs.createdAt))
    .limit(limit);
}

/** The jobs of a kind that wait or run, with what they carry. */
export async function listOpenJobs(db: Database, organizationId: OrganizationId, kind: string): Promise<Job[]> {
  return db
    .select()
    .from(jobs)
    .where(
      and(eq(jobs.organizationId, organizationId), eq(jobs.kind, kind), inArray(jobs.status, ["queued", "running"])),
    )
    .orderBy(asc(jobs.createdAt));
}

const newestJob = prepared((db) =>
  db
    .select({ id: jobs.id, status: jobs.status })
    .from(jobs)
    .where(and(eq(jobs.organizationId, sql.placeholder("organizationId")), eq(jobs.kind, sql.placeholder("kind"))))
    .orderBy(desc(jobs.createdAt))
    .limit(1)
    .prepare(),
);

/** The newest job of a kind while it waits or runs, or null. */
export async function findOpenJob(db: Database, organizationId: OrganizationId, kind: string): Promise<string | null> {
  const job = await newestJob(db).get({ organizationId, kind });
  return job?.status === "queued" || job?.status === "running" ? job.id : null;
}

/** Reads one row of the queue; throws when the database does not answer. */
export async function answersQueries(db: Database): Promise<void> {
  await db.select({ id: jobs.id }).from(jobs).limit(1);
}
