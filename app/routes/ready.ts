import { publicLoader } from "#app/http/org-route.server.ts";
import { isReady } from "#app/services/tenancy/is-ready.server.ts";

/** Answers 200 when the database answers, so that a proxy sends people here. */
export const loader = publicLoader(async ({ deps }) => {
  const ready = await isReady(deps);
  return new Response(ready ? "ready\n" : "the database does not answer\n", {
    status: ready ? 200 : 503,
    headers: { "Content-Type": "text/plain", "Cache-Control": "no-store", ...(ready ? {} : { "Retry-After": "5" }) },
  });
});
