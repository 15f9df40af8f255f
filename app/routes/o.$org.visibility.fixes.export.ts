import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { tableFile } from "#app/http/table-file.server.ts";
import { loadWorkList } from "#app/services/visibility/load-fixes.server.ts";
import { workListSheet } from "#app/services/visibility/work-list-sheet.ts";

/** The work list with its changes as CSV or XLSX. */
export const loader = orgLoader("assessment:read", async ({ request, deps, actor }) => {
  const list = await loadWorkList(deps, actor);
  if (!list.ok) throw notFound();
  const format = new URL(request.url).searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  return tableFile(deps.tables, workListSheet(list.value.lines), { name: `site-work-${list.value.asOf}`, format });
});
