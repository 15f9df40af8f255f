import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import { ok } from "#app/domain/kernel/result.ts";
import { listPractices } from "#db/repositories/practices.server.ts";
import { listWorkspaces } from "#db/repositories/tenancy.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import type { Visitor } from "../ports/identity.ts";
import { type Claimed, claimGuestOrganizations } from "../tenancy/claim-guest-organizations.server.ts";
import { type Kept, openKept, sealKept } from "./sign-up.server.ts";

type Part = Pick<Deps, "db" | "now" | "identity">;

/**
 * Where a person who just came in goes: what they claimed, which says who it is first, else a practice, else their first
 * organization, else a new one.
 */
async function firstPage(deps: Part, userId: UserId, claimed: Claimed | null): Promise<string> {
  if (claimed !== null) return claimed.described ? `/o/${claimed.slug}` : `/o/${claimed.slug}/settings`;
  const [practice] = await listPractices(deps.db, userId);
  if (practice) return `/p/${practice.slug}`;
  const workspaces = await listWorkspaces(deps.db, userId, deps.now());
  const first = workspaces.find(({ kind }) => kind === "own") ?? workspaces[0];
  return first ? `/o/${first.slug}` : "/new-organization";
}

/**
 * Signs in; a quick check that the visitor began as a guest becomes theirs. The page they came from is where they go, and
 * where the letter leads that goes out again when the address is not confirmed.
 */
export async function signIn(
  deps: Part,
  credentials: { readonly email: string; readonly password: string },
  from: Visitor & { readonly requestId: string },
  kept: Kept,
) {
  const result = await deps.identity.signIn(credentials, from, await sealKept(deps, kept));
  if (!result.ok) return result;
  const { userId, cookies } = result.value;
  const claimed = await claimGuestOrganizations(deps, { userId, requestId: from.requestId }, kept.guests);
  return ok({ cookies, to: kept.to || (await firstPage(deps, userId, claimed)) });
}

/** Opens an account by its letter and signs in; what the sign-up kept, here or in the letter's link, becomes theirs. */
export async function confirmAddress(
  deps: Part,
  link: { readonly token: string; readonly keep: string | null },
  from: Visitor & { readonly requestId: string },
  guests: readonly OrganizationId[],
) {
  const result = await deps.identity.confirmAddress(link.token, from);
  if (!result.ok) return result;
  const { userId, cookies } = result.value;
  const { requestId } = from;
  await deps.db.transaction((tx) => {
    const actor = { userId, organizationId: null, requestId };
    return record(tx, actor, { action: "account.confirm", subject: `user:${userId}`, at: deps.now() });
  });
  const kept = await openKept(deps, link.keep);
  const claimed = await claimGuestOrganizations(deps, { userId, requestId }, [...new Set([...kept.guests, ...guests])]);
  return ok({ cookies, to: kept.to || (await firstPage(deps, userId, claimed)) });
}
