import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { tableFile } from "#app/http/table-file.server.ts";
import { literacySheet } from "#app/services/work-products/literacy.server.ts";

/** The record of AI literacy as CSV, as far as whoever asks may see it. */
export const loader = orgLoader("assessment:read", async ({ deps, actor }) => {
  const made = await literacySheet(deps, actor);
  if (!made.ok) throw notFound();
  return tableFile(deps.tables, made.value.sheet, { name: made.value.name, format: "csv" });
});
