import { explainRole, type GateChange } from "#app/domain/exposure/explain-role.ts";
import type { ExplainedActivity, OccupationMatch, RoleExposure } from "#app/domain/exposure/exposure-assessment.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { suppressed } from "#app/domain/tenancy/small-groups.ts";
import type { Gates } from "#app/domain/workforce/role.ts";
import { listExposureAssessments } from "#db/repositories/exposure.server.ts";
import { findRole } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

export type ExposedRole = {
  readonly role: Omit<RoleExposure, "drivers">;
  readonly asOf: string;
  readonly currency: string;
  readonly knowledge: { readonly pack: string; readonly version: string };
  /** Every activity of the role, heaviest contribution first. */
  readonly activities: readonly ExplainedActivity[];
  readonly candidates: readonly OccupationMatch[];
  readonly gates: Gates;
  /** What each gate, switched the other way, would do to the score. */
  readonly gateChanges: readonly GateChange[];
  readonly statedTasks: number;
  /** Of the role in the roster, for the form of gates; null when the role is gone. */
  readonly version: number | null;
  readonly mayEdit: boolean;
};

/** One assessed role down to its activities, computed from the roles that the assessment kept. */
export async function loadExposedRole(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
  roleId: RoleId,
): Promise<Result<ExposedRole, { readonly kind: "forbidden" | "not-found" | "small" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const [[latest], kept] = await Promise.all([
    listExposureAssessments(deps.db, actor.organizationId, 1),
    findRole(deps.db, actor.organizationId, roleId),
  ]);
  const at = latest?.assessment.roles.findIndex(({ id }) => id === roleId) ?? -1;
  const result = latest?.assessment.roles[at];
  const role = latest?.input.roles.find(({ id }) => id === roleId);
  if (latest === undefined || result === undefined || role === undefined) return fail({ kind: "not-found" });
  const heads = latest.assessment.roles.map(({ headcount }) => headcount);
  if (!maySeePeople(actor) && suppressed(heads).includes(at)) return fail({ kind: "small" });

  const explained = explainRole(role, {
    occupations: deps.knowledge.occupations,
    titles: matcherOf(deps.knowledge.titles),
  });
  const { drivers: _, ...figures } = result;
  return ok({
    role: figures,
    asOf: latest.assessment.asOf,
    currency: latest.assessment.currency,
    knowledge: latest.assessment.knowledge,
    ...explained,
    candidates: result.candidates,
    gates: role.gates ?? {},
    statedTasks: role.tasks?.length ?? 0,
    version: kept === null || kept.deletedAt !== null ? null : kept.version,
    mayEdit: mayDo(actor.role, "workforce:edit"),
  });
}
