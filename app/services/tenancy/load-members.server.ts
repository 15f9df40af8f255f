import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { listOpenInvitations } from "#db/repositories/invitations.server.ts";
import { listGrants, listPracticeMembers } from "#db/repositories/practices.server.ts";
import { findOrganization, listMembers } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

/** The members page: who belongs here, who was asked to, who acts here for a practice, and whether the reader may change it. */
export async function loadMembers(deps: Pick<Deps, "db" | "now">, actor: Actor) {
  if (!mayDo(actor.role, "members:read")) return fail({ kind: "forbidden" as const });
  const { organizationId } = actor;
  const manages = mayDo(actor.role, "members:manage");
  const members = await listMembers(deps.db, organizationId);
  const consultants = await listGrants(deps.db, organizationId);
  const practiceId = (await findOrganization(deps.db, organizationId))?.practiceId ?? null;
  const colleagues = practiceId === null || !manages ? [] : await listPracticeMembers(deps.db, practiceId);
  return ok({
    manages,
    members: members.map((member) => ({
      ...member,
      since: member.since.toISOString(),
      self: member.userId === actor.userId,
    })),
    invitations: manages
      ? (await listOpenInvitations(deps.db, organizationId, deps.now())).map((open) => ({
          ...open,
          expiresAt: open.expiresAt.toISOString(),
        }))
      : [],
    consultants: consultants.map((person) => ({ ...person, self: person.userId === actor.userId })),
    /** Of the practice, and not acting here yet. */
    colleagues: colleagues.filter(({ userId }) => !consultants.some((person) => person.userId === userId)),
  });
}
