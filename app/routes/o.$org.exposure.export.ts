import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { tableFile } from "#app/http/table-file.server.ts";
import { exposureSheet } from "#app/services/exposure/exposure-sheet.ts";
import { loadExposureReport } from "#app/services/exposure/load-exposure-report.server.ts";
import { exposureSorting } from "#app/ui/exposure/exposure-sorting.ts";
import { filtered, tableState } from "#app/ui/tables/table-state.ts";

/** The table of roles as it is sorted and filtered, as CSV or XLSX. */
export const loader = orgLoader("assessment:read", async ({ request, deps, actor }) => {
  const report = await loadExposureReport(deps, actor);
  if (!report.ok || report.value.result === null) throw notFound();
  const { lines, currency, asOf } = report.value.result;
  const shown = filtered(lines, tableState(request.url, { sort: "-hours" }), exposureSorting);
  const format = new URL(request.url).searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  return tableFile(deps.tables, exposureSheet(shown, currency), { name: `exposure-${asOf}`, format });
});
