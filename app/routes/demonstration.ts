import { redirect } from "@remix-run/node";
import { publicAction, publicLoader } from "#app/http/org-route.server.ts";
import { limitRate } from "#app/http/rate-limit.server.ts";
import { rememberGuest } from "#app/http/session.server.ts";
import { startDemonstration } from "#app/services/tenancy/start-demonstration.server.ts";

/** Who opens the address itself goes to the page with the button: opening an address starts nothing. */
export const loader = publicLoader(async () => redirect("/"));

/** An own copy of the sample organization, opened by a cookie. */
export const action = publicAction(async ({ request, context, deps }) => {
  await limitRate(context, { thing: "demonstration", points: 40, minutes: 60 });
  const started = await startDemonstration(deps, context.requestId);
  if (!started.ok) return redirect("/?demonstration=unavailable");
  const { slug, actor } = started.value;
  const cookie = await rememberGuest(request, context, actor.organizationId);
  return redirect(`/o/${slug}`, { headers: { "Set-Cookie": cookie } });
});
