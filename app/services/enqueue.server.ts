import type { JobId } from "#app/domain/kernel/ids.ts";
import type { Database } from "#db/client.server.ts";
import { insertJob } from "#db/repositories/jobs.server.ts";
import type { Deps } from "./deps.ts";
import type { JobKind, JobPayloads } from "./job-kinds.ts";

/**
 * Puts a job in the queue, in the caller's transaction: the work and the job it causes commit together. With an `id`, a
 * second call with the same id changes nothing.
 */
export async function enqueue<Kind extends JobKind>(
  deps: Pick<Deps, "now" | "newId">,
  tx: Database,
  kind: Kind,
  payload: JobPayloads[Kind],
  options: { readonly runAt?: Date; readonly id?: string } = {},
): Promise<JobId> {
  const id = (options.id ?? deps.newId()) as JobId;
  const organizationId = "organizationId" in payload ? payload.organizationId : null;
  await insertJob(tx, { id, kind, organizationId, payload, runAt: options.runAt ?? deps.now(), createdAt: deps.now() });
  return id;
}
