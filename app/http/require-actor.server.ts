import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Permission } from "#app/domain/tenancy/permissions.ts";
import type { Actor } from "#app/services/actor.ts";
import { findActor, type OrganizationSummary } from "#app/services/tenancy/find-actor.server.ts";
import { notFound, signInFirst } from "./ends-the-request.server.ts";
import { findGuests, findUser } from "./session.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Found = { readonly actor: Actor; readonly organization: OrganizationSummary };

/** A page's loaders share one context, so the actor is looked up once a request. */
const found = new WeakMap<object, Promise<Found | null>>();

async function lookUp({ request, params, context }: Args): Promise<Found | null> {
  const [user, guests] = await Promise.all([findUser(request, context), findGuests(request, context)]);
  return findActor(context.deps, {
    slug: params.org ?? "",
    userId: user?.userId ?? null,
    guestOrganizationIds: guests,
    requestId: context.requestId,
  });
}

/**
 * The actor behind a request to `/o/:org/…`. Ends the request with sign-in when nobody is signed in, and with the same
 * *not found* for an organization that does not exist, one that is somebody else's, and a permission that is missing.
 */
export async function requireActor(args: Args, permission: Permission): Promise<Found> {
  const known = found.get(args.context) ?? lookUp(args);
  found.set(args.context, known);
  const answer = await known;
  if (answer === null) {
    if ((await findUser(args.request, args.context)) === null) throw await signInFirst(args.request);
    throw notFound();
  }
  if (!mayDo(answer.actor.role, permission)) throw notFound();
  return answer;
}
