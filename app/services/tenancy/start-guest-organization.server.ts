import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { addOrganization, type Profile } from "./create-organization.server.ts";

/** Days that a guest's organization is kept unless somebody signs up with it. */
export const guestDays = 7;

/** Who a visitor without an account is in the organization that their cookie names. */
export function guestActor(organizationId: OrganizationId, requestId: string): Actor {
  return { userId: `guest/${organizationId}` as UserId, organizationId, role: "owner", seesPeople: true, requestId };
}

export function guestExpiry(now: Date): Date {
  return new Date(now.getTime() + guestDays * 86_400_000);
}

/**
 * An organization of a visitor without an account, for the quick check. The caller puts its id in the signed cookie
 * (app/http/guest-cookie) and limits how often an address may do this.
 */
export async function startGuestOrganization(
  deps: Pick<Deps, "db" | "now" | "newId">,
  requestId: string,
  profile: Profile,
): Promise<{ readonly slug: string; readonly actor: Actor }> {
  return deps.db.transaction(async (tx) => {
    const given = {
      profile,
      kind: "guest",
      practiceId: null,
      expiresAt: guestExpiry(deps.now()),
      by: "guest",
      requestId,
    } as const;
    const { id, slug } = await addOrganization(deps, tx, given);
    return { slug, actor: guestActor(id, requestId) };
  });
}
