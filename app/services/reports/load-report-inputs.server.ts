import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { ReportInputs } from "#app/domain/reports/report-inputs.ts";
import { findStoredResults } from "#db/repositories/reports.server.ts";
import type { Deps } from "../deps.ts";

/** The newest stored results with the names that findings refer to. Callers have checked who asks. */
export async function loadReportInputs(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  organizationId: OrganizationId,
  seesPeople: boolean,
): Promise<ReportInputs> {
  const stored = await findStoredResults(deps.db, organizationId);
  const asOf = isoDateOf(deps.now());
  const instrumentTitles = Object.fromEntries(
    deps.knowledge.obligations.instruments.map(({ id, history }) => [id, history.at(-1)?.value.title ?? id]),
  );
  return { ...stored, asOf, instrumentTitles, seesPeople };
}
