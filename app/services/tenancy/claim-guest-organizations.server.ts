import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import { isDescribed } from "#app/domain/tenancy/profile.ts";
import { passEvidenceOn } from "#db/repositories/evidence.server.ts";
import { findOrganization, insertMembership, updateOrganization } from "#db/repositories/tenancy.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { guestActor } from "./start-guest-organization.server.ts";

/** `described`: whether it says who it is, as a quick check does not. */
export type Claimed = { readonly slug: string; readonly kind: string; readonly described: boolean };

/**
 * Makes what a visitor started without an account theirs: a quick check becomes an organization of their own, a
 * demonstration stays one and no longer expires. Answers the first that could be claimed, own ones first.
 */
export async function claimGuestOrganizations(
  deps: Pick<Deps, "db" | "now">,
  user: { readonly userId: UserId; readonly requestId: string },
  guests: readonly OrganizationId[],
): Promise<Claimed | null> {
  const claimed: Claimed[] = [];
  for (const id of guests) {
    const one = await deps.db.transaction(async (tx) => {
      const organization = await findOrganization(tx, id);
      const at = deps.now();
      if (!organization || organization.kind === "own" || organization.kind === "template") return null;
      if (organization.expiresAt === null || organization.expiresAt <= at || organization.deletedAt !== null)
        return null;
      const kind = organization.kind === "guest" ? "own" : organization.kind;
      await updateOrganization(tx, id, organization.version, { kind, expiresAt: null });
      await insertMembership(tx, {
        organizationId: id,
        userId: user.userId,
        role: "owner",
        seesPeople: true,
        createdAt: at,
      });
      await passEvidenceOn(tx, id, guestActor(id, user.requestId).userId, user.userId);
      const actor = { ...user, organizationId: id };
      await record(tx, actor, { action: "organization.claim", subject: `organization:${id}`, at });
      return { slug: organization.slug, kind, described: isDescribed(organization) };
    });
    if (one !== null) claimed.push(one);
  }
  return claimed.find(({ kind }) => kind === "own") ?? claimed[0] ?? null;
}
