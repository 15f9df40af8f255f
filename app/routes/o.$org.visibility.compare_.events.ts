import { notFound } from "#app/http/ends-the-request.server.ts";
import { stateEvents } from "#app/http/event-stream.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadComparisonProgress } from "#app/services/visibility/compare-competitors.server.ts";

/** How far the audits of the sites compared are, as server-sent events until none is open. */
export const loader = orgLoader("assessment:read", async ({ deps, actor, request }) => {
  const load = async () => {
    const state = await loadComparisonProgress(deps, actor);
    return state.ok ? state.value : null;
  };
  if ((await load()) === null) throw notFound();
  return stateEvents(request.signal, load, ({ open }) => open === 0);
});
