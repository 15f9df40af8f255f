import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { tableFile } from "#app/http/table-file.server.ts";
import { badSystemRows } from "#app/services/systems/load-system-import.server.ts";
import { textOf } from "#app/strings/catalogue.ts";
import { systemImportText } from "#app/strings/en/system-import.ts";
import { listProblem } from "#app/ui/systems/list-words.ts";
import { defaultReader } from "#app/ui/text/locale.tsx";

/** The rows of a list that wait for a correction, with the reasons, as a file to mend and import again. */
export const loader = orgLoader("facts:edit", async ({ deps, actor, params }) => {
  const t = textOf(systemImportText, defaultReader.locale);
  const sheet = await badSystemRows(deps, actor, params.import ?? "", (problem) => listProblem(t, problem));
  if (!sheet.ok) throw notFound();
  return tableFile(deps.tables, sheet.value, { name: "rows-to-correct", format: "csv" });
});
