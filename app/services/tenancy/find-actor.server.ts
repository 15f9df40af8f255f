import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import { maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { findGrant, findMembership, findOrganizationBySlug } from "#db/repositories/tenancy.server.ts";
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
  const organization = await findOrganizationBySlug(deps.db, asking.slug);
  if (organization === null || organization.kind === "template" || organization.deletedAt !== null) return null;
  if (organization.expiresAt !== null && organization.expiresAt <= deps.now()) return null;

  const { id, slug, name, kind, currency, website } = organization;
  const summary = { id, slug, name, kind, currency, website };
  const { requestId } = asking;
  // Once claimed, an organization does not expire, and the cookie opens it no more.
  if (kind !== "own" && organization.expiresAt !== null && asking.guestOrganizationIds.includes(id)) {
    return { organization: summary, actor: guestActor(id, requestId) };
  }
  if (asking.userId === null) return null;
  const standing =
    (await findMembership(deps.db, id, asking.userId)) ??
    (organization.practiceId === null ? null : await findGrant(deps.db, id, asking.userId));
  if (standing === null) return null;
  const seesPeople = maySeePeople(standing);
  return {
    organization: summary,
    actor: { userId: asking.userId, organizationId: id, role: standing.role, seesPeople, requestId },
  };
}
