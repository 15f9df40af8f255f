import { normaliseTitle } from "#app/domain/exposure/normalise-title.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { deleteTitleChoice, findTitleChoice, putTitleChoice } from "#db/repositories/exposure.server.ts";
import { findRole } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";

/** `onet` null takes an earlier choice back. */
type ConfirmTitle = { readonly roleId: RoleId; readonly onet: string | null };

/** Keeps the occupation that a person chose for a role's title; every role with an equal title has it from now on. */
export async function confirmTitle(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  { roleId, onet }: ConfirmTitle,
): Promise<Result<{ readonly title: string }, { readonly kind: "forbidden" | "not-found" | "unknown-occupation" }>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const known = await findRole(deps.db, organizationId, roleId);
  if (known === null || known.deletedAt !== null) return fail({ kind: "not-found" });
  if (onet !== null && !deps.knowledge.occupations.byOnet.has(onet)) return fail({ kind: "unknown-occupation" });

  const title = normaliseTitle(known.role.title).join(" ");

  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const before = await findTitleChoice(tx, organizationId, title);
    if (onet === null) await deleteTitleChoice(tx, organizationId, title);
    else await putTitleChoice(tx, organizationId, { title, onet, chosenBy: actor.userId, chosenAt: at });
    await record(tx, actor, {
      action: "exposure.confirm-title",
      subject: `role:${roleId}`,
      before: before === null ? null : { title, onet: before.onet },
      after: { title, onet },
      at,
    });
  });
  return ok({ title });
}
