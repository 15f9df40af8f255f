import { opinionParts, opinionRuns } from "#app/domain/exposure/duty-opinion.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { Actor } from "../actor.ts";
import { type OverLimit, takeAllowance } from "../billing/take-allowance.server.ts";
import type { Deps } from "../deps.ts";
import { enqueue } from "../enqueue.server.ts";
import { record } from "../governance/record.server.ts";
import { findRoleOfDuties } from "./find-role-of-duties.server.ts";
import { askingAbout } from "./load-opinion.server.ts";

export type OpinionRefused =
  | { readonly kind: "forbidden" | "not-found" | "small" | "no-key" | "no-duties" | "already-asking" }
  | OverLimit;

/** Has a model asked about the saved duties of a role. The answer comes from a job and changes no score. */
export async function requestOpinion(
  deps: Pick<Deps, "ai" | "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  { roleId }: { readonly roleId: RoleId },
): Promise<Result<string, OpinionRefused>> {
  if (!mayDo(actor.role, "workforce:edit")) return fail({ kind: "forbidden" });
  if (deps.ai.model === null) return fail({ kind: "no-key" });
  const { organizationId } = actor;
  const model = deps.ai.model;
  const batch = deps.newId();
  return deps.db.transaction(async (tx): Promise<Result<string, OpinionRefused>> => {
    const known = await findRoleOfDuties(tx, actor, roleId);
    if (!known.ok) return known;
    const parts = opinionParts((known.value.role.tasks ?? []).map(({ text }) => text));
    if (parts.length === 0) return fail({ kind: "no-duties" });
    if ((await askingAbout(tx, organizationId, roleId)) !== null) return fail({ kind: "already-asking" });
    const calls = parts.length * opinionRuns.length;
    const room = await takeAllowance(deps, tx, organizationId, "model-drafts", calls);
    if (!room.ok) return room;
    await enqueue(deps, tx, "exposure.ask-duties", { organizationId, roleId, batch, parts });
    await record(tx, actor, {
      action: "exposure.ask-duties",
      subject: `role:${roleId}`,
      before: null,
      after: { model, batch, duties: parts.flat().length, calls },
      at: deps.now(),
    });
    return ok(batch);
  });
}
