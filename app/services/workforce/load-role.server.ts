import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { hidesGroup } from "#app/domain/tenancy/small-groups.ts";
import { findRole, type KeptRole } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { type Recognised, recogniseTitle } from "./recognise-titles.server.ts";

export type RoleView = KeptRole & { readonly recognised: Recognised; readonly mayEdit: boolean };

/** One role with the version that an edit has to name. A group too small for this person to see is not found. */
export async function loadRole(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
  roleId: RoleId,
): Promise<Result<RoleView, { readonly kind: "forbidden" | "not-found" }>> {
  if (!mayDo(actor.role, "workforce:read")) return fail({ kind: "forbidden" });
  const known = await findRole(deps.db, actor.organizationId, roleId);
  if (known === null || hidesGroup(known.role.headcount, maySeePeople(actor))) return fail({ kind: "not-found" });

  const mayEdit = mayDo(actor.role, "workforce:edit");
  return ok({ ...known, recognised: recogniseTitle(deps.knowledge.titles, known.role), mayEdit });
}
