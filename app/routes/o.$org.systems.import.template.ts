import { orgLoader } from "#app/http/org-route.server.ts";
import { tableFile } from "#app/http/table-file.server.ts";
import { systemTemplateSheet } from "#app/services/systems/load-system-import.server.ts";

/** An empty list of AI systems with the columns that an import knows by themselves. */
export const loader = orgLoader("facts:edit", async ({ request, deps }) => {
  const format = new URL(request.url).searchParams.get("format") === "xlsx" ? "xlsx" : "csv";
  return tableFile(deps.tables, systemTemplateSheet(deps), { name: "ai-systems", format });
});
