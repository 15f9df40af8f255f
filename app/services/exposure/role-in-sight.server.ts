import { explainRole, type RoleExplanation } from "#app/domain/exposure/explain-role.ts";
import type { ExposureAssessment, RoleExposure } from "#app/domain/exposure/exposure-assessment.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import type { AssessmentId, RoleId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { suppressed } from "#app/domain/tenancy/small-groups.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import { keptValues } from "#db/kept-values.server.ts";
import { findExposureAssessment, findExposureStanding } from "#db/repositories/exposure.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

/** The newest assessment with what this person may not see of it. */
export type AssessedRoles = {
  readonly id: AssessmentId;
  readonly assessment: ExposureAssessment;
  readonly roles: readonly Role[];
  /** Places in the assessment's list of roles that are too small for this person. */
  readonly hidden: ReadonlySet<number>;
};

/** One role of it that this person may see. */
export type RoleInSight = AssessedRoles & { readonly role: Role; readonly result: RoleExposure };

export async function findAssessedRoles(deps: Pick<Deps, "db">, actor: Actor): Promise<AssessedRoles | null> {
  const { organizationId } = actor;
  const { latest } = await findExposureStanding(deps.db, organizationId);
  if (latest === null) return null;
  const kept = await findExposureAssessment(deps.db, organizationId, latest);
  if (kept === null) return null;
  const { assessment, input } = kept;
  const hidden = new Set(maySeePeople(actor) ? [] : suppressed(assessment.roles.map(({ headcount }) => headcount)));
  return { id: latest, assessment, roles: input.roles, hidden };
}

/** `small`: so few people have the role that only who may see people may look at it, or that it hides such a role. */
export async function findRoleInSight(
  deps: Pick<Deps, "db">,
  actor: Actor,
  roleId: RoleId,
): Promise<Result<RoleInSight, { readonly kind: "not-found" | "small" }>> {
  const found = await findAssessedRoles(deps, actor);
  const at = found?.assessment.roles.findIndex(({ id }) => id === roleId) ?? -1;
  const result = found?.assessment.roles[at];
  const role = found?.roles.find(({ id }) => id === roleId);
  if (found === null || result === undefined || role === undefined) return fail({ kind: "not-found" });
  return found.hidden.has(at) ? fail({ kind: "small" }) : ok({ ...found, role, result });
}

/** An explanation is some 30 kilobytes, and a tenth of a second to work out. */
const explanations = keptValues<RoleExplanation>(400);

/** A role explained from what its assessment kept, worked out once. */
export async function explained(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Pick<Actor, "organizationId">,
  { id, role }: Pick<RoleInSight, "id" | "role">,
): Promise<RoleExplanation> {
  const { occupations, titles } = deps.knowledge;
  const key = [actor.organizationId, id, role.id, occupations.version, titles.version].join("\n");
  return explanations(deps.db, key, async () => explainRole(role, { occupations, titles: matcherOf(titles) }));
}
