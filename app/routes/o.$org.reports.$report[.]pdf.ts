import type { ReportId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadReportPdf } from "#app/services/reports/load-reports.server.ts";

/** The printed report, opened in the browser under a name to save it by. */
export const loader = orgLoader("report:read", async ({ deps, actor, params }) => {
  const found = await loadReportPdf(deps, actor, params.report as ReportId);
  if (!found.ok) throw notFound();
  const { name, bytes } = found.value;
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `inline; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
});
