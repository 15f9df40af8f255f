import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { download } from "#app/http/table-file.server.ts";
import { writeBadRows } from "#app/services/workforce/write-roster.server.ts";
import { defaultReader } from "#app/ui/text/locale.tsx";
import { problemText } from "#app/ui/workforce/cell-problems.ts";

/** The rows of an import that wait for a correction, with the reasons, as a file to mend and import again. */
export const loader = orgLoader("workforce:edit", async ({ deps, actor, params }) => {
  const written = await writeBadRows(deps, actor, params.import ?? "", (problem) =>
    problemText(problem, defaultReader.locale),
  );
  if (!written.ok) throw notFound();
  return download(written.value, "rows-to-correct.csv", "text/csv; charset=utf-8");
});
