import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import { signInFirst } from "./ends-the-request.server.ts";
import { readGuestCookie } from "./guest-cookie.server.ts";

export type SignedIn = { readonly userId: UserId; readonly name: string; readonly email: string };

const sessions = new WeakMap<object, Promise<SignedIn | null>>();

/** The signed-in user of a request, looked up once, or null. */
export function findUser(request: Request, context: AppLoadContext): Promise<SignedIn | null> {
  const known = sessions.get(context) ?? context.deps.identity.findUser(request.headers);
  sessions.set(context, known);
  return known;
}

/** The guest organization that the visitor's signed cookie names, or null. */
export function findGuest(request: Request, context: AppLoadContext): Promise<OrganizationId | null> {
  return readGuestCookie(request.headers.get("Cookie"), context.deps.identity);
}

/** The signed-in user, or the end of the request at the sign-in page. */
export async function requireUser({ request, context }: LoaderFunctionArgs | ActionFunctionArgs): Promise<SignedIn> {
  const user = await findUser(request, context);
  if (user === null) throw signInFirst(request);
  return user;
}
