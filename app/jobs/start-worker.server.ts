import { setTimeout as wait } from "node:timers/promises";
import type { JobId } from "#app/domain/kernel/ids.ts";
import type { Deps } from "#app/services/deps.ts";
import { insertJob } from "#db/repositories/jobs.server.ts";
import type { Registry } from "./registry.server.ts";
import { runNextJob } from "./run-next-job.server.ts";
import { dueSlots } from "./schedules.ts";

const idleMs = 400;
const scheduleEveryMs = 60_000;

export type Worker = {
  /** Tells the running job to stop, waits for it, and returns when the loop has ended. */
  stop(): Promise<void>;
};

async function putScheduledJobs(deps: Deps): Promise<void> {
  const now = deps.now();
  for (const slot of dueSlots(now)) {
    await insertJob(deps.db, {
      id: slot.id as JobId,
      kind: slot.kind,
      organizationId: null,
      payload: {},
      runAt: now,
      createdAt: now,
    });
  }
}

/** Runs jobs one after the other until stopped, and puts the scheduled ones into the queue. */
export function startWorker(deps: Deps, registry: Registry): Worker {
  const stopping = new AbortController();
  const worker = `worker/${deps.newId()}`;

  async function loop(): Promise<void> {
    let scheduledAt = Number.NEGATIVE_INFINITY;
    while (!stopping.signal.aborted) {
      try {
        if (deps.now().getTime() - scheduledAt >= scheduleEveryMs) {
          scheduledAt = deps.now().getTime();
          await putScheduledJobs(deps);
        }
        const turn = await runNextJob(deps, registry, { worker, stop: stopping.signal });
        if (turn === "idle") await wait(idleMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      } catch (error) {
        deps.log.error({ err: error }, "the job loop failed; it goes on");
        await wait(5_000, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  const ended = loop();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}
