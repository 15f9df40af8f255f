import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import { signInFirst } from "./ends-the-request.server.ts";
import { guestCookie, readGuestCookie } from "./guest-cookie.server.ts";

export type SignedIn = { readonly userId: UserId; readonly name: string; readonly email: string };

const sessions = new WeakMap<object, Promise<SignedIn | null>>();

/** The signed-in user of a request, looked up once, or null. */
export function findUser(request: Request, context: AppLoadContext): Promise<SignedIn | null> {
  const known = sessions.get(context) ?? context.deps.identity.findUser(request.headers);
  sessions.set(context, known);
  return known;
}

/** The guest organizations that the visitor's signed cookie names, newest first. */
export function findGuests(request: Request, context: AppLoadContext): Promise<readonly OrganizationId[]> {
  return readGuestCookie(request.headers.get("Cookie"), context.deps.identity);
}

/** The Set-Cookie value by which the visitor owns a guest organization that was just started. */
export async function rememberGuest(request: Request, context: AppLoadContext, id: OrganizationId): Promise<string> {
  const had = await findGuests(request, context);
  return guestCookie(id, had, context.deps.identity, context.deps.origin.startsWith("https:"));
}

/** The signed-in user, or the end of the request at the sign-in page. */
export async function requireUser({ request, context }: LoaderFunctionArgs | ActionFunctionArgs): Promise<SignedIn> {
  const user = await findUser(request, context);
  if (user === null) throw await signInFirst(request);
  return user;
}
