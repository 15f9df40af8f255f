import type { JobId, OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { Database } from "#db/client.server.ts";
import { insertJob, listJobs, postponeJob } from "#db/repositories/jobs.server.ts";
import type { Deps } from "../deps.ts";
import type { JobFailure } from "../job-context.ts";
import type { JobPayloads } from "../job-kinds.ts";
import { assessAndKeep } from "./run-exposure-assessment.server.ts";

/** How long after the last change the assessment waits for another. */
const pauseMs = 5_000;

/** Has the exposure assessed once after a run of changes: a job that still waits is put off, not joined by another. */
export async function assessSoon(
  deps: Pick<Deps, "now" | "newId">,
  tx: Database,
  { organizationId, userId }: { readonly organizationId: OrganizationId; readonly userId: string },
): Promise<void> {
  const runAt = new Date(deps.now().getTime() + pauseMs);
  const [newest] = await listJobs(tx, organizationId, "exposure.assess", 1);
  if (newest?.status === "queued" && (await postponeJob(tx, organizationId, newest.id, runAt))) return;
  await insertJob(tx, {
    id: deps.newId() as JobId,
    kind: "exposure.assess",
    organizationId,
    payload: { organizationId, requestedBy: userId },
    runAt,
    createdAt: deps.now(),
  });
}

/** Assesses the exposure as a job. Equal input is not assessed twice. */
export async function assessExposureJob(
  deps: Pick<Deps, "db" | "knowledge" | "compute" | "now" | "newId">,
  { organizationId, requestedBy }: JobPayloads["exposure.assess"],
): Promise<Result<void, JobFailure>> {
  const actor = { userId: requestedBy as UserId, organizationId, requestId: `job:exposure.assess/${organizationId}` };
  const ran = await assessAndKeep(deps, actor, {});
  return ran.ok || ran.failure.kind === "no-roles" ? ok(undefined) : fail({ kind: ran.failure.kind, retry: false });
}
