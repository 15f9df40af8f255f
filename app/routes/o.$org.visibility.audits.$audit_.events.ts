import { setTimeout } from "node:timers/promises";
import type { AuditId } from "#app/domain/kernel/ids.ts";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgLoader } from "#app/http/org-route.server.ts";
import { loadAuditProgress } from "#app/services/visibility/load-audit.server.ts";

const lookEvery = 700;
const longest = 10 * 60_000;

/** The state of an audit as server-sent events, one for each change, until it ends or the reader goes. */
export const loader = orgLoader("assessment:read", async ({ deps, actor, params, request }) => {
  const id = params.audit as AuditId;
  const first = await loadAuditProgress(deps, actor, id);
  if (!first.ok) throw notFound();
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      let sent = "";
      for (let waited = 0; waited < longest && !request.signal.aborted; waited += lookEvery) {
        const state = await loadAuditProgress(deps, actor, id);
        if (!state.ok) break;
        const line = JSON.stringify(state.value);
        if (line !== sent) controller.enqueue(encoder.encode(`data: ${line}\n\n`));
        sent = line;
        if (state.value.status !== "queued" && state.value.status !== "running") break;
        await setTimeout(lookEvery);
      }
      if (!request.signal.aborted) controller.close();
    },
  });
  return new Response(stream, { headers: { "content-type": "text/event-stream", "cache-control": "no-store" } });
});
