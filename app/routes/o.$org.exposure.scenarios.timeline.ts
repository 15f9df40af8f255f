import type { ScenarioId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { tableFile } from "#app/http/table-file.server.ts";
import { loadExposureReport } from "#app/services/exposure/load-exposure-report.server.ts";
import { loadScenario } from "#app/services/exposure/load-scenarios.server.ts";
import { timelineSheet } from "#app/services/exposure/timeline-sheet.ts";

/** The quarters of the assessment's timeline, or of a kept scenario, as CSV. */
export const loader = orgLoader("assessment:read", async ({ request, deps, actor }) => {
  const id = new URL(request.url).searchParams.get("scenario");
  if (id !== null) {
    const scenario = await loadScenario(deps, actor, id as ScenarioId);
    if (!scenario.ok) throw notFound();
    const { timeline, currency, asOf } = scenario.value.result;
    return tableFile(deps.tables, timelineSheet(timeline, currency), { name: `scenario-${asOf}`, format: "csv" });
  }
  const report = await loadExposureReport(deps, actor);
  if (!report.ok || report.value.result === null) throw notFound();
  const { timeline, currency, asOf } = report.value.result;
  return tableFile(deps.tables, timelineSheet(timeline, currency), { name: `timeline-${asOf}`, format: "csv" });
});
