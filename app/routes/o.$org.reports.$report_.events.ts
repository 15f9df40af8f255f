import type { ReportId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { stateEvents } from "#app/http/event-stream.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadReportStatus } from "#app/services/reports/load-reports.server.ts";

/** Whether a report is printed, as server-sent events until it is. */
export const loader = orgLoader("report:read", async ({ deps, actor, params, request }) => {
  const load = async () => {
    const status = await loadReportStatus(deps, actor, params.report as ReportId);
    return status.ok ? { status: status.value } : null;
  };
  if ((await load()) === null) throw notFound();
  return stateEvents(request.signal, load, ({ status }) => status !== "queued");
});
