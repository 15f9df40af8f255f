import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { tableFile } from "#app/http/table-file.server.ts";
import { incidentSheet } from "#app/services/work-products/load-incidents.server.ts";

/** The incident register as CSV. */
export const loader = orgLoader("assessment:read", async ({ deps, actor }) => {
  const made = await incidentSheet(deps, actor);
  if (!made.ok) throw notFound();
  return tableFile(deps.tables, made.value.sheet, { name: made.value.name, format: "csv" });
});
