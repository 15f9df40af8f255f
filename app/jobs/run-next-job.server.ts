import type { Deps } from "#app/services/deps.ts";
import {
  buryJob,
  claimDueJob,
  completeJob,
  type Job,
  releaseJob,
  renewLease,
  retryJob,
  saveJobProgress,
} from "#db/repositories/jobs.server.ts";
import type { JobDefinition, JobEnd, Registry } from "./registry.server.ts";
import { maxAttempts, retryDelay } from "./retry-delay.ts";

/** How long a worker may be silent before another takes its job over, in milliseconds. */
export const leaseMs = 60_000;

export type Turn = "idle" | "done" | "retry" | "dead" | "stopped" | "lost";

type Held = { readonly worker: string; readonly signal: AbortSignal };

async function attempt(deps: Deps, registry: Registry, job: Job, { worker, signal }: Held): Promise<JobEnd> {
  // Only a worker that died leaves a job with all its tries spent: the job may be what kills them.
  if (job.attempts > maxAttempts)
    return { kind: "give-up", because: "every worker that took it ended before the job did" };
  const definition = definitionOf(registry, job.kind);
  if (definition === null) return { kind: "give-up", because: `no handler for ${job.kind}` };
  const payload = definition.payload.safeParse(job.payload);
  if (!payload.success) return { kind: "give-up", because: `payload refused: ${payload.error.message}` };
  try {
    return await definition.run(deps, payload.data, {
      signal,
      progress: (state) => saveJobProgress(deps.db, job.id, worker, state),
    });
  } catch (error) {
    deps.log.error({ err: error, job: job.id, kind: job.kind }, "a job threw");
    return { kind: "retry", because: error instanceof Error ? error.message : String(error) };
  }
}

/** Claims one due job and runs it to an end. Safe to call from several workers at once. */
export async function runNextJob(
  deps: Deps,
  registry: Registry,
  options: { readonly worker: string; readonly stop?: AbortSignal },
): Promise<Turn> {
  const { worker, stop } = options;
  const until = () => new Date(deps.now().getTime() + leaseMs);
  const job = await claimDueJob(deps.db, { now: deps.now(), leaseUntil: until(), worker });
  if (job === null) return "idle";

  const lost = new AbortController();
  const heartbeat = setInterval(() => {
    renewLease(deps.db, job.id, worker, until()).then(
      (ours) => ours || lost.abort(),
      // The database may be back at the next beat, before the lease runs out.
      (error) => deps.log.warn({ err: error, job: job.id }, "a lease could not be renewed"),
    );
  }, leaseMs / 6);
  const signal = stop ? AbortSignal.any([stop, lost.signal]) : lost.signal;
  const end = await attempt(deps, registry, job, { worker, signal }).finally(() => clearInterval(heartbeat));

  if (end.kind === "done") {
    await completeJob(deps.db, job.id, worker, deps.now());
    return "done";
  }
  if (stop?.aborted) {
    await releaseJob(deps.db, job.id, worker, deps.now());
    return "stopped";
  }
  if (end.kind === "retry" && job.attempts < maxAttempts) {
    const runAt = new Date(deps.now().getTime() + retryDelay(job.attempts));
    await retryJob(deps.db, job.id, worker, runAt, end.because);
    return "retry";
  }
  // Whoever took the job over, or cancelled it, says how it ends.
  if (!(await buryJob(deps.db, job.id, worker, deps.now(), end.because))) return "lost";
  deps.log.warn({ job: job.id, kind: job.kind, because: end.because }, "a job was given up");
  await tellGivenUp(deps, registry, job);
  return "dead";
}

async function tellGivenUp(deps: Deps, registry: Registry, job: Job): Promise<void> {
  const definition = definitionOf(registry, job.kind);
  const payload = definition?.payload.safeParse(job.payload);
  if (payload?.success !== true) return;
  try {
    await definition?.gaveUp?.(deps, payload.data);
  } catch (error) {
    deps.log.error({ err: error, job: job.id, kind: job.kind }, "a job that was given up left its work open");
  }
}

function definitionOf(registry: Registry, kind: string): JobDefinition<unknown> | null {
  return Object.hasOwn(registry, kind) ? (registry[kind as keyof Registry] as JobDefinition<unknown>) : null;
}
