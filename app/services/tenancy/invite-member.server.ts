import { randomBytes } from "node:crypto";
import { addDays, isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { invitationDays } from "#app/domain/tenancy/invitations.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { MemberRole } from "#app/domain/tenancy/permissions.ts";
import { insertInvitation } from "#db/repositories/invitations.server.ts";
import { findOrganization, listMembers } from "#db/repositories/tenancy.server.ts";
import { invitationMail } from "../accounts/account-mails.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record, sha256 } from "../governance/record.server.ts";

type Invite = { readonly email: string; readonly role: MemberRole; readonly inviter: string };
type Failure = { readonly kind: "forbidden" | "already-member" | "mail-failed" };

/**
 * Sends a letter with a link that makes its reader a member. Only the link's hash is kept. An open invitation of the same
 * address ends. A guest's organization invites nobody: nobody answers for it yet.
 */
export async function inviteMember(
  deps: Pick<Deps, "db" | "now" | "newId" | "mail" | "origin">,
  actor: Actor,
  { email, role, inviter }: Invite,
): Promise<Result<void, Failure>> {
  const organization = await findOrganization(deps.db, actor.organizationId);
  if (!mayDo(actor.role, "members:manage") || !organization || organization.expiresAt !== null)
    return fail({ kind: "forbidden" });
  const address = email.trim().toLowerCase();
  const members = await listMembers(deps.db, actor.organizationId);
  if (members.some((member) => member.email === address)) return fail({ kind: "already-member" });

  const token = randomBytes(24).toString("base64url");
  const id = deps.newId();
  const createdAt = deps.now();
  const expiresAt = new Date(createdAt.getTime() + invitationDays * 86_400_000);
  const row = { id, email: address, role, tokenHash: sha256(token), createdBy: actor.userId, createdAt, expiresAt };
  await deps.db.transaction(async (tx) => {
    await insertInvitation(tx, actor.organizationId, row);
    const until = addDays(isoDateOf(createdAt), invitationDays);
    const after = { email: address, role, until };
    await record(tx, actor, { action: "members.invite", subject: `invitation:${id}`, after, at: createdAt });
  });
  const mail = invitationMail(deps.origin, { to: address, inviter, organization: organization.name, role, token });
  const sent = await deps.mail.send(mail);
  return sent.ok ? ok(undefined) : fail({ kind: "mail-failed" });
}
