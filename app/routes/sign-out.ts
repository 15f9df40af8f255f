import { publicAction } from "#app/http/org-route.server.ts";
import { redirectWith, visitorOf } from "#app/http/visitor.server.ts";

/** Ends the session, also one that has ended already. */
export const action = publicAction(async (args) => {
  const cookies = await args.deps.identity.signOut(visitorOf(args));
  return redirectWith("/sign-in?said=signed-out", cookies);
});
