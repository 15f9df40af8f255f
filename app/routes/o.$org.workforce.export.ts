import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { tableFile } from "#app/http/table-file.server.ts";
import { loadRoles } from "#app/services/workforce/load-roles.server.ts";
import { rosterSheet } from "#app/services/workforce/write-roster.server.ts";
import { filtered, tableState } from "#app/ui/tables/table-state.ts";
import { roleSorting } from "#app/ui/workforce/role-sorting.ts";

/** The roster as the page shows it (filter and order of its address), all pages of it, as CSV or XLSX. */
export const loader = orgLoader("workforce:read", async ({ request, deps, actor }) => {
  const view = await loadRoles(deps, actor);
  if (!view.ok) throw notFound();
  const state = tableState(request.url, { sort: "-headcount" });
  const format = new URL(request.url).searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  return tableFile(deps.tables, rosterSheet(filtered(view.value.roles, state, roleSorting)), {
    name: "roster",
    format,
  });
});
