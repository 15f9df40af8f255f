import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import {
  countOwners,
  deleteGrantsOfPractice,
  findOrganization,
  updateOrganization,
} from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

type Failure = { readonly kind: "forbidden" | "not-found" | "conflict" | "no-owner" };

/**
 * Hands a workspace over to the client: it leaves the practice, whose members' grants end. Somebody of the client must be
 * its owner first, or nobody could enter it.
 */
export async function handOver(deps: Pick<Deps, "db" | "now">, actor: Actor): Promise<Result<void, Failure>> {
  if (!mayDo(actor.role, "members:manage")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  return deps.db.transaction(async (tx) => {
    const organization = await findOrganization(tx, organizationId);
    if (!organization?.practiceId) return fail({ kind: "not-found" });
    if ((await countOwners(tx, organizationId)) === 0) return fail({ kind: "no-owner" });
    if (!(await updateOrganization(tx, organizationId, organization.version, { practiceId: null })))
      return fail({ kind: "conflict" });
    await deleteGrantsOfPractice(tx, organizationId, organization.practiceId);
    const change = {
      action: "organization.hand-over",
      subject: `organization:${organizationId}`,
      at: deps.now(),
    } as const;
    await record(tx, actor, { ...change, before: { practiceId: organization.practiceId } });
    return ok(undefined);
  });
}
