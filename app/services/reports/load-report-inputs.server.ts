import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { ReportInputs } from "#app/domain/reports/report-inputs.ts";
import { findResultHeads, type ResultHeads, readResults } from "#db/repositories/results.server.ts";
import type { Deps } from "../deps.ts";

/** The results that heads name, with the names that findings refer to. Callers have checked who asks. */
export async function readReportInputs(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  organizationId: OrganizationId,
  seesPeople: boolean,
  heads: ResultHeads,
): Promise<ReportInputs> {
  const stored = await readResults(deps.db, organizationId, heads);
  const asOf = isoDateOf(deps.now());
  const instrumentTitles = Object.fromEntries(
    deps.knowledge.obligations.instruments.map(({ id, history }) => [id, history.at(-1)?.value.title ?? id]),
  );
  return { ...stored, asOf, instrumentTitles, seesPeople };
}

/** The same for the newest stored results. */
export async function loadReportInputs(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  organizationId: OrganizationId,
  seesPeople: boolean,
): Promise<ReportInputs> {
  const { heads } = await findResultHeads(deps.db, organizationId);
  return readReportInputs(deps, organizationId, seesPeople, heads);
}
