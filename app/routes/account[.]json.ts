import { redirect } from "@remix-run/node";
import { userAction, userLoader } from "#app/http/org-route.server.ts";
import { exportPerson } from "#app/services/tenancy/erase-person.server.ts";

/** There is nothing to see here: the button stands on the account's page. */
export const loader = userLoader(async () => redirect("/account"));

/** An address of its own, because a page's action answers with that page and never with a file. */
export const action = userAction(async ({ context, deps, user }) => {
  const exported = await exportPerson(deps, { ...user, requestId: context.requestId });
  const headers = {
    "Content-Type": "application/json",
    "Content-Disposition": 'attachment; filename="account.json"',
    "Cache-Control": "no-store",
  };
  return new Response(`${JSON.stringify(exported, null, 2)}\n`, { headers });
});
