import { ok } from "#app/domain/kernel/result.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import type { SignedInUser, Visitor } from "../ports/identity.ts";

/** Changes the password and ends every other session. The answer's cookies renew this one. */
export async function changePassword(
  deps: Pick<Deps, "db" | "now" | "identity">,
  user: SignedInUser,
  passwords: { readonly current: string; readonly next: string },
  from: Visitor & { readonly requestId: string },
) {
  const changed = await deps.identity.changePassword(passwords, from);
  if (!changed.ok) return changed;
  await deps.db.transaction((tx) => {
    const actor = { userId: user.userId, organizationId: null, requestId: from.requestId };
    return record(tx, actor, { action: "account.change-password", subject: `user:${user.userId}`, at: deps.now() });
  });
  return ok(changed.value);
}
