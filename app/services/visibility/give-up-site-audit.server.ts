import { updateOpenAudit } from "#db/repositories/visibility.server.ts";
import type { Deps } from "../deps.ts";
import type { JobPayloads } from "../job-kinds.ts";

/** Ends an audit whose job was given up, so that nobody waits for it and another can be asked for. An ended one stays as it is. */
export async function giveUpSiteAudit(
  deps: Pick<Deps, "db" | "now">,
  { organizationId, auditId }: JobPayloads["visibility.perform-audit"],
): Promise<void> {
  const failure = "A fault on our side kept it from being finished. Ask for it again.";
  await updateOpenAudit(deps.db, organizationId, auditId, { status: "failed", failure, finishedAt: deps.now() });
}
