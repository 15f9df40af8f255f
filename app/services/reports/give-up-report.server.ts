import { findReport, finishReport } from "#db/repositories/reports.server.ts";
import type { Deps } from "../deps.ts";
import type { JobPayloads } from "../job-kinds.ts";
import { storedReport } from "./stored-report.ts";

/** Ends a report whose job was given up, so that nobody waits for its paper; the page stays. A printed one stays as it is. */
export async function giveUpReport(
  deps: Pick<Deps, "db">,
  { organizationId, reportId }: JobPayloads["reports.render"],
): Promise<void> {
  const row = await findReport(deps.db, organizationId, reportId);
  if (row?.status !== "queued") return;
  const failure = "A fault on our side kept it from being printed.";
  await finishReport(deps.db, organizationId, reportId, {
    status: "failed",
    failure,
    summary: storedReport(row).drafted,
  });
}
