import type { AuditId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { stateEvents } from "#app/http/event-stream.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadAuditProgress } from "#app/services/visibility/load-audit.server.ts";

/** How far an audit is, as server-sent events until it ends. */
export const loader = orgLoader("assessment:read", async ({ deps, actor, params, request }) => {
  const load = async () => {
    const state = await loadAuditProgress(deps, actor, params.audit as AuditId);
    return state.ok ? state.value : null;
  };
  if ((await load()) === null) throw notFound();
  return stateEvents(request.signal, load, ({ status }) => status !== "queued" && status !== "running");
});
