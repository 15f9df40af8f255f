import type { UserId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { findPractice, findWorkspaceOfPractice } from "#db/repositories/practices.server.ts";
import { insertGrant } from "#db/repositories/tenancy.server.ts";
import { type OverLimit, takeAllowance } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { addOrganization, type Profile } from "./create-organization.server.ts";

type User = { readonly userId: UserId; readonly requestId: string };

/** `workspace`: the slug of one in which the person finds the practice's plan; null when they act in none. */
type NoRoom = OverLimit & { readonly workspace: string | null };

/**
 * A client's workspace: an organization of the practice, in which its creator acts as owner through a grant. The first one
 * needs no plan, because a practice's plan is bought in a workspace; every further one has to fit that plan.
 */
export async function createClientWorkspace(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  user: User,
  practiceSlug: string,
  profile: Profile,
): Promise<Result<{ readonly slug: string }, { readonly kind: "not-found" } | NoRoom>> {
  const standing = await findPractice(deps.db, practiceSlug, user.userId);
  if (standing === null) return fail({ kind: "not-found" });
  const practiceId = standing.practice.id;
  return deps.db.transaction(async (tx) => {
    const { userId, requestId } = user;
    const first = await findWorkspaceOfPractice(tx, practiceId, userId);
    if (first !== null) {
      const room = await takeAllowance(deps, tx, first.id, "client-workspaces", 1);
      if (!room.ok) return fail({ ...room.failure, workspace: first.grantedTo === null ? null : first.slug });
    }
    const created = await addOrganization(deps, tx, {
      profile,
      kind: "own",
      practiceId,
      expiresAt: null,
      by: userId,
      requestId,
    });
    const grant = { organizationId: created.id, practiceId, userId, role: "owner", seesPeople: true } as const;
    await insertGrant(tx, { ...grant, createdAt: deps.now() });
    return ok({ slug: created.slug });
  });
}
