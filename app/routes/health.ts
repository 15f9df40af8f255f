import { publicLoader } from "#app/http/org-route.server.ts";

/** Answers while the process lives. */
export const loader = publicLoader(async () => new Response("ok\n", { headers: { "Content-Type": "text/plain" } }));
