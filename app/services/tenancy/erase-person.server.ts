import type { UserId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { wipeDeleted } from "#db/repositories/organization-rows.server.ts";
import { erasePersonRows, exportPersonRows } from "#db/repositories/person-rows.server.ts";
import { countOwners, listWorkspaces } from "#db/repositories/tenancy.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import type { SignedInUser } from "../ports/identity.ts";

type Asking = SignedInUser & { readonly requestId: string };

/** Everything kept about one account, in one document. */
export async function exportPerson(deps: Pick<Deps, "db">, user: Asking) {
  return {
    account: { name: user.name, email: user.email },
    tables: await exportPersonRows(deps.db, user.userId, user.email),
  };
}

/** Organizations that would be left without an owner if this account went. */
async function soleOwned(deps: Pick<Deps, "db" | "now">, userId: UserId): Promise<string[]> {
  const left: string[] = [];
  for (const { id, name, role, practiceId } of await listWorkspaces(deps.db, userId, deps.now())) {
    if (role === "owner" && practiceId === null && (await countOwners(deps.db, id)) === 1) left.push(name);
  }
  return left;
}

/**
 * Erases an account: name, address, password, sessions, letters, memberships, invitations, and its name in what log
 * entries changed. What it did stays in the log under an id that names nobody any more. Refused while an organization
 * would be left without an owner: hand it over or erase it first.
 */
export async function erasePerson(
  deps: Pick<Deps, "db" | "now">,
  user: Asking,
): Promise<Result<void, { readonly kind: "sole-owner"; readonly organizations: readonly string[] }>> {
  const organizations = await soleOwned(deps, user.userId);
  if (organizations.length > 0) return fail({ kind: "sole-owner", organizations });

  await deps.db.transaction(async (tx) => {
    await erasePersonRows(tx, user.userId, user.email, user.name);
    const actor = { userId: user.userId, organizationId: null, requestId: user.requestId };
    await record(tx, actor, { action: "account.erase", subject: `user:${user.userId}`, at: deps.now() });
  });
  await wipeDeleted(deps.db);
  return ok(undefined);
}
