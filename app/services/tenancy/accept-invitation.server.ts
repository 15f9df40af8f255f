import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { type InvitationVerdict, judgeInvitation } from "#app/domain/tenancy/invitations.ts";
import type { MemberRole } from "#app/domain/tenancy/permissions.ts";
import { findInvitation, spendInvitation } from "#db/repositories/invitations.server.ts";
import { findMembership, findOrganization, insertMembership } from "#db/repositories/tenancy.server.ts";
import { type OverLimit, takeAllowance } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { record, sha256 } from "../governance/record.server.ts";
import type { SignedInUser } from "../ports/identity.ts";

type Verdict = Exclude<InvitationVerdict, "usable"> | "unknown";

/** `workspace`: the slug under which an owner finds the plan. */
type NoRoom = OverLimit & { readonly workspace: string };

/** What the page of an invitation says before it is accepted. */
export async function loadInvitation(
  deps: Pick<Deps, "db" | "now">,
  token: string,
  user: SignedInUser | null,
): Promise<
  Result<
    { readonly organization: string; readonly role: MemberRole; readonly email: string },
    { readonly kind: Verdict }
  >
> {
  const invitation = await findInvitation(deps.db, sha256(token));
  const organization = invitation && (await findOrganization(deps.db, invitation.organizationId));
  if (!invitation || !organization || organization.deletedAt !== null) return fail({ kind: "unknown" });
  const verdict = judgeInvitation(invitation, user?.email ?? invitation.email, deps.now());
  if (verdict !== "usable") return fail({ kind: verdict });
  return ok({ organization: organization.name, role: invitation.role, email: invitation.email });
}

/** The invited address when `path` is the page of an invitation that may still be accepted, else "". */
export async function findInvitedAddress(deps: Pick<Deps, "db" | "now">, path: string): Promise<string> {
  const token = path.match(/^\/accept-invite\/([\w-]+)$/)?.[1];
  const found = token === undefined ? null : await loadInvitation(deps, token, null);
  return found?.ok ? found.value.email : "";
}

/**
 * Makes the signed-in person a member by a letter's link, once. Who is a member already keeps the role they have. A plan
 * without room for another member leaves the invitation open.
 */
export async function acceptInvitation(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  user: SignedInUser & { readonly requestId: string },
  token: string,
): Promise<Result<{ readonly slug: string }, { readonly kind: Verdict } | NoRoom>> {
  const invitation = await findInvitation(deps.db, sha256(token));
  if (!invitation) return fail({ kind: "unknown" });
  const at = deps.now();
  const verdict = judgeInvitation(invitation, user.email, at);
  if (verdict !== "usable") return fail({ kind: verdict });

  const { organizationId, role } = invitation;
  const { userId, requestId } = user;
  return deps.db.transaction(async (tx) => {
    const organization = await findOrganization(tx, organizationId);
    if (!organization || organization.deletedAt !== null) return fail({ kind: "unknown" });
    const before = await findMembership(tx, organizationId, userId);
    const room = await takeAllowance(deps, tx, organizationId, "members", before === null ? 1 : 0);
    if (!room.ok) return fail({ ...room.failure, workspace: organization.slug });
    if (!(await spendInvitation(tx, organizationId, invitation.id, at))) return fail({ kind: "spent" });
    if (before === null) await insertMembership(tx, { organizationId, userId, role, seesPeople: false, createdAt: at });
    const after = { role: before?.role ?? role };
    const actor = { userId, organizationId, requestId };
    await record(tx, actor, { action: "members.accept-invitation", subject: `member:${userId}`, after, at });
    return ok({ slug: organization.slug });
  });
}
