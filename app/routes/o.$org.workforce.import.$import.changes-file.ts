import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { download } from "#app/http/table-file.server.ts";
import { writeImportChanges } from "#app/services/workforce/write-roster.server.ts";
import { textOfCode } from "#app/strings/catalogue.ts";
import { rosterImportText } from "#app/strings/en/roster-import.ts";
import { workforceText } from "#app/strings/en/workforce.ts";
import { tableState } from "#app/ui/tables/table-state.ts";
import { defaultReader } from "#app/ui/text/locale.tsx";
import { importKind } from "#app/ui/workforce/import-kinds.ts";

/** What an import changes, as the page's filter has it, as a file. */
export const loader = orgLoader("workforce:edit", async ({ request, deps, actor, params }) => {
  const { locale } = defaultReader;
  const own = (code: string) => textOfCode(rosterImportText, locale, code, {}) ?? code;
  const of = (code: string) => textOfCode(workforceText, locale, code, {}) ?? code;
  const filter = { kind: importKind(new URL(request.url)), text: tableState(request.url).filter };
  const written = await writeImportChanges(deps, actor, params.import ?? "", filter, {
    headers: [
      of("title"),
      own("kind"),
      of("department"),
      of("site"),
      own("headsBefore"),
      own("headsAfter"),
      own("whatChanges"),
    ],
    kind: (kind) => own(`kind_${kind}`),
    field: of,
  });
  if (!written.ok) throw notFound();
  return download(written.value, "import-changes.csv", "text/csv; charset=utf-8");
});
