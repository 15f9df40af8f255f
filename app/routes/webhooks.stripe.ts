import { publicAction } from "#app/http/org-route.server.ts";
import { readBytes } from "#app/http/read-bytes.server.ts";
import { receiveWebhook } from "#app/services/billing/receive-webhook.server.ts";

/** The provider's events are a few kilobytes; more is not one of them. */
const largestEvent = 512 * 1024;

/** The payment provider's deliveries. Their signature over the exact bytes is the only thing that lets them in. */
export const action = publicAction(async ({ request, deps, context }) => {
  if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } });
  const body = await readBytes(request, largestEvent);
  if (body === null) return new Response("too large", { status: 413 });
  const signature = request.headers.get("stripe-signature");
  const received = await receiveWebhook(deps, { body, signature, requestId: context.requestId });
  if (received.ok) return new Response(received.value, { status: 200 });
  return new Response(received.failure.kind, {
    status: received.failure.kind === "billing-not-configured" ? 404 : 400,
  });
});
