import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import { maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { findStanding } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { guestActor } from "./start-guest-organization.server.ts";

/** What every page of an organization shows of it. */
export type OrganizationSummary = {
  readonly id: OrganizationId;
  readonly slug: string;
  readonly name: string;
  readonly kind: "own" | "guest" | "demonstration" | "template";
  readonly currency: string;
  readonly website: string | null;
};

type Asking = {
  readonly slug: string;
  readonly userId: UserId | null;
  readonly guestOrganizationIds: readonly OrganizationId[];
  readonly requestId: string;
};

/**
 * Who `asking` is in the organization of that slug: a member, a practice's member with a grant, or the guest who owns
 * it. Null for everybody else, and for an organization that is gone.
 */
export async function findActor(
  deps: Pick<Deps, "db" | "now">,
  asking: Asking,
): Promise<{ readonly actor: Actor; readonly organization: OrganizationSummary } | null> {
  const { slug, userId, requestId } = asking;
  const found = await findStanding(deps.db, slug, userId);
  if (found === null || found.kind === "template" || found.deletedAt !== null) return null;
  if (found.expiresAt !== null && found.expiresAt <= deps.now()) return null;

  const { id, name, kind, currency, website, role } = found;
  const organization = { id, slug: found.slug, name, kind, currency, website };
  // Once claimed, an organization does not expire, and the cookie opens it no more.
  if (kind !== "own" && found.expiresAt !== null && asking.guestOrganizationIds.includes(id)) {
    return { organization, actor: guestActor(id, requestId) };
  }
  if (userId === null || role === null) return null;
  const seesPeople = maySeePeople({ role, seesPeople: found.seesPeople === 1 });
  return { organization, actor: { userId, organizationId: id, role, seesPeople, requestId } };
}
