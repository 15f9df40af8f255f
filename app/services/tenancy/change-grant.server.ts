import type { UserId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { listPracticeMembers } from "#db/repositories/practices.server.ts";
import { deleteGrant, findOrganization, insertGrant } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type Failure = { readonly kind: "forbidden" | "not-found" };
type GrantedRole = "owner" | "editor" | "viewer";

/** Lets another member of the practice act in a workspace, or with `role: null` ends it. For whoever manages its members. */
export async function changeGrant(
  deps: Pick<Deps, "db" | "now">,
  actor: Actor,
  change: { readonly userId: UserId; readonly role: GrantedRole | null; readonly seesPeople: boolean },
): Promise<Result<void, Failure>> {
  if (!mayDo(actor.role, "members:manage")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  return deps.db.transaction(async (tx) => {
    const practiceId = (await findOrganization(tx, organizationId))?.practiceId ?? null;
    if (practiceId === null) return fail({ kind: "not-found" });
    const members = await listPracticeMembers(tx, practiceId);
    if (!members.some((member) => member.userId === change.userId)) return fail({ kind: "not-found" });
    const { userId, role, seesPeople } = change;
    const at = deps.now();
    if (role === null) await deleteGrant(tx, organizationId, userId);
    else await insertGrant(tx, { organizationId, practiceId, userId, role, seesPeople, createdAt: at });
    await record(tx, actor, {
      action: "members.change-grant",
      subject: `member:${userId}`,
      after: { role, seesPeople },
      at,
    });
    return ok(undefined);
  });
}
