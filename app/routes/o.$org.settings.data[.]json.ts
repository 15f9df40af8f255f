import { redirect } from "@remix-run/node";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { limitRate } from "#app/http/rate-limit.server.ts";
import { exportOrganization } from "#app/services/tenancy/export-organization.server.ts";

/** A download of text that is made while it is sent. */
function download(pieces: AsyncGenerator<string>, fileName: string): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
  const headers = {
    "Content-Type": "application/json",
    "Content-Disposition": `attachment; filename="${fileName}"`,
    "Cache-Control": "no-store",
  };
  return new Response(body, { headers });
}

/** There is nothing to see here: the button stands on the page of data. */
export const loader = orgLoader("data:export", async ({ params }) => redirect(`/o/${params.org}/settings/data`));

/** An address of its own, because a page's action answers with that page and never with a file. */
export const action = orgAction("data:export", async ({ context, deps, actor, organization }) => {
  await limitRate(context, { thing: "export", points: 20, minutes: 60 });
  const exported = await exportOrganization(deps, actor);
  if (!exported.ok) throw notFound();
  return download(exported.value, `${organization.slug}.json`);
});
