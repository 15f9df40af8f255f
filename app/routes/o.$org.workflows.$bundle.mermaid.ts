import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadWorkflowMermaid } from "#app/services/workflows/load-workflows.server.ts";

/** The lanes of a bundle as a Mermaid file. */
export const loader = orgLoader("plan:read", async ({ deps, actor, params }) => {
  const text = await loadWorkflowMermaid(deps, actor, { bundle: params.bundle ?? "" });
  if (!text.ok) throw notFound();
  return new Response(text.value, {
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": 'attachment; filename="workflow.mmd"',
    },
  });
});
