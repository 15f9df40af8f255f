import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { tableFile } from "#app/http/table-file.server.ts";
import { titlesSheet } from "#app/services/workforce/decide-titles.server.ts";

/** The titles with what was decided for them, to be filled in and read back. */
export const loader = orgLoader("workforce:edit", async ({ deps, actor }) => {
  const sheet = await titlesSheet(deps, actor);
  if (sheet === null) throw notFound();
  return tableFile(deps.tables, sheet, { name: "titles", format: "csv" });
});
