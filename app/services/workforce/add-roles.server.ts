import type { Result } from "#app/domain/kernel/result.ts";
import { fail } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Reconciliation } from "#app/domain/workforce/reconcile-roles.ts";
import type { RoleDraft } from "#app/domain/workforce/role-draft.ts";
import type { Actor } from "../actor.ts";
import type { OverLimit } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { saveRoster } from "./save-roster.server.ts";

/** Adds many roles at once and changes those that are there already: what pasting and the demonstration do. */
export async function addRoles(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  drafts: readonly RoleDraft[],
): Promise<Result<Reconciliation, { readonly kind: "forbidden" } | OverLimit>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  return deps.db.transaction((tx) => saveRoster(deps, tx, actor, { drafts, mode: "update", source: "paste" }));
}
