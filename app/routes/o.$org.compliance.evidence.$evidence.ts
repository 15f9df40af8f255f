import type { EvidenceId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { fileResponse } from "#app/http/file-response.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadEvidenceFile } from "#app/services/evidence/load-evidence-file.server.ts";

/** The file of evidence, only ever to be saved: somebody else's bytes are not shown under our address. */
export const loader = orgLoader("assessment:read", async ({ deps, actor, params }) => {
  const file = await loadEvidenceFile(deps, actor, (params.evidence ?? "") as EvidenceId);
  if (!file.ok) throw notFound();
  return fileResponse(file.value);
});
