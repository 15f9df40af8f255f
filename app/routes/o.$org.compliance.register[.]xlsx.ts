import { asOfFrom } from "#app/http/as-of.server.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { workbookFile } from "#app/http/table-file.server.ts";
import { loadRegister } from "#app/services/compliance/register-sheets.server.ts";

/** The register of all duties, as a workbook to save. */
export const loader = orgLoader("assessment:read", async ({ request, deps, actor }) => {
  const register = await loadRegister(deps, actor, asOfFrom(request));
  if (!register.ok) throw notFound();
  return workbookFile(deps.tables, register.value.sheets, `duties-${register.value.asOf}`);
});
