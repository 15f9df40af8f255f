import { redirect } from "@remix-run/node";
import { z } from "zod";
import { notFound } from "#app/http/ends-the-request.server.ts";
import { orgAction, orgLoader } from "#app/http/org-route.server.ts";
import { readForm } from "#app/http/read-form.server.ts";
import { setSharing } from "#app/services/learning/set-sharing.server.ts";

/** There is nothing to see here: the switch stands on the outcomes page. */
export const loader = orgLoader("plan:read", async ({ params }) => redirect(`/o/${params.org}/outcomes`));

export const action = orgAction("organization:edit", async ({ request, deps, actor, params }) => {
  const form = await readForm(request, z.object({ shares: z.enum(["yes", "no"]) }));
  if (!form.ok) throw notFound();
  const result = await setSharing(deps, actor, { shares: form.value.shares === "yes" });
  if (!result.ok) throw notFound();
  return redirect(`/o/${params.org}/outcomes`);
});
