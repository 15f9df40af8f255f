import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { tableFile } from "#app/http/table-file.server.ts";
import { loadWaysForward } from "#app/services/exposure/load-ways-forward.server.ts";
import { waysSheet } from "#app/services/exposure/ways-sheet.ts";

/** The ways forward of the most exposed roles, as CSV or XLSX. */
export const loader = orgLoader("assessment:read", async ({ request, deps, actor }) => {
  const ways = await loadWaysForward(deps, actor);
  if (!ways.ok || ways.value === null) throw notFound();
  const format = new URL(request.url).searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  return tableFile(deps.tables, waysSheet(ways.value), { name: `ways-forward-${ways.value.asOf}`, format });
});
