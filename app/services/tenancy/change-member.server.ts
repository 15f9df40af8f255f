import type { UserId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { judgeRoleChange } from "#app/domain/tenancy/invitations.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { MemberRole } from "#app/domain/tenancy/permissions.ts";
import { deleteInvitation } from "#db/repositories/invitations.server.ts";
import { countOwners, deleteMembership, findMembership, updateMembership } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type Failure = { readonly kind: "forbidden" | "not-found" | "last-owner" };
type Standing = { readonly role: MemberRole; readonly seesPeople: boolean };

/** Changes what a member may do, or with `to: null` ends the membership. It holds from the member's next request. */
export async function changeMember(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  change: { readonly userId: UserId; readonly to: Standing | null },
): Promise<Result<void, Failure>> {
  const { organizationId } = actor;
  return deps.db.transaction(async (tx) => {
    const member = await findMembership(tx, organizationId, change.userId);
    if (member === null) return fail({ kind: "not-found" });
    const verdict = judgeRoleChange({
      by: actor.role,
      from: member.role,
      to: change.to?.role ?? null,
      owners: await countOwners(tx, organizationId),
      ownself: member.userId === actor.userId,
    });
    if (verdict !== "allowed") return fail({ kind: verdict });

    if (change.to === null) await deleteMembership(tx, organizationId, member.userId);
    else await updateMembership(tx, organizationId, member.userId, change.to);
    const before = { role: member.role, seesPeople: member.seesPeople };
    const action = change.to === null ? "members.remove" : "members.change-role";
    await record(tx, actor, { action, subject: `member:${member.userId}`, before, after: change.to, at: deps.now() });
    return ok(undefined);
  });
}

/** Ends an invitation that nobody has accepted. Its link is worth nothing from then on. */
export async function withdrawInvitation(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  id: string,
): Promise<Result<void, Failure>> {
  if (!mayDo(actor.role, "members:manage")) return fail({ kind: "forbidden" });
  return deps.db.transaction(async (tx) => {
    if (!(await deleteInvitation(tx, actor.organizationId, id))) return fail({ kind: "not-found" });
    await record(tx, actor, { action: "members.withdraw-invitation", subject: `invitation:${id}`, at: deps.now() });
    return ok(undefined);
  });
}
