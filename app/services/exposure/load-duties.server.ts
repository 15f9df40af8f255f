import { compareDuties, type DutiesCompared } from "#app/domain/exposure/compare-duties.ts";
import { type DutiesView, viewDuties } from "#app/domain/exposure/duties-view.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import type { StatedTask } from "#app/domain/workforce/role.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { findRoleOfDuties } from "./find-role-of-duties.server.ts";
import { lastDutiesChange } from "./last-duties-change.server.ts";
import { type DutyOpinions, loadOpinion } from "./load-opinion.server.ts";

export type RoleDuties = {
  readonly role: { readonly id: RoleId; readonly title: string };
  /** That a form has to name to save. */
  readonly version: number;
  readonly view: DutiesView;
  /** What the shown duties do to the score: against those saved when they are a draft, else against those before the last change. */
  readonly compared: DutiesCompared | null;
  /** What a model said of the saved duties; null where a draft is shown. */
  readonly opinion: DutyOpinions | null;
  readonly undoable: boolean;
  readonly mayEdit: boolean;
};

/** The duties of a role with their evidence; a draft, when one is given, in the place of those saved. Changes nothing. */
export async function loadDuties(
  deps: Pick<Deps, "ai" | "db" | "knowledge">,
  actor: Actor,
  roleId: RoleId,
  draft: readonly StatedTask[] | null,
): Promise<Result<RoleDuties, { readonly kind: "forbidden" | "not-found" | "small" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const found = await findRoleOfDuties(deps.db, actor, roleId);
  if (!found.ok) return found;
  const { role, version } = found.value;
  const last = await lastDutiesChange(deps.db, actor, role);

  const knowledge = { occupations: deps.knowledge.occupations, titles: matcherOf(deps.knowledge.titles) };
  const saved = role.tasks ?? [];
  const before = draft === null ? (last?.before ?? null) : saved;
  const view = viewDuties(role, draft ?? saved, knowledge);
  return ok({
    role: { id: role.id, title: role.title },
    version,
    view,
    compared: before === null ? null : compareDuties(role, before, draft ?? saved, knowledge),
    opinion: draft === null ? await loadOpinion(deps, actor.organizationId, role.id, view.duties) : null,
    undoable: last !== null,
    mayEdit: mayDo(actor.role, "workforce:edit"),
  });
}
