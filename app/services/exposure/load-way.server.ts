import type { RoleExposure } from "#app/domain/exposure/exposure-assessment.ts";
import { ownPlaces } from "#app/domain/exposure/own-places.ts";
import type { OwnWay } from "#app/domain/exposure/ways-of-organization.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { coursesFor, type PathCourse, pathCourse, type TaughtSkill } from "#app/domain/planning/path-courses.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findPlanOf } from "#db/repositories/plans.server.ts";
import { listPlannedWays } from "#db/repositories/ways.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { gatherFacts } from "../planning/gather-plan.server.ts";
import { explained, findRoleInSight } from "./role-in-sight.server.ts";

export type WayPage = {
  readonly role: Pick<RoleExposure, "id" | "title" | "headcount" | "score" | "state">;
  readonly occupation: string;
  readonly asOf: string;
  readonly way: OwnWay;
  /** Null where the skills were not surveyed. */
  readonly skills: readonly TaughtSkill[] | null;
  readonly course: PathCourse | null;
  readonly plannedOn: string | null;
  readonly mayPlan: boolean;
};

export type WayFailure = { readonly kind: "forbidden" | "not-found" | "small" };

/** One way forward from a role: what it asks skill by skill, and how it can be planned. */
export async function loadWay(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  { roleId, onet }: { readonly roleId: RoleId; readonly onet: string },
): Promise<Result<WayPage, WayFailure>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const found = await findRoleInSight(deps, actor, roleId);
  if (!found.ok) return found;
  const { assessment, result, hidden } = found.value;
  const { occupation, ways } = await explained(deps, actor, found.value);
  const way = ways.find((each) => each.onet === onet);
  if (way === undefined || occupation === null) return fail({ kind: "not-found" });
  const { organizationId } = actor;
  const [approved, proposed, { candidates }, planned] = await Promise.all([
    findPlanOf(deps.db, organizationId, "approved"),
    findPlanOf(deps.db, organizationId, "proposed"),
    gatherFacts(deps, organizationId),
    listPlannedWays(deps.db, organizationId),
  ]);

  const plan = (approved ?? proposed)?.plan ?? null;
  const { interventions } = deps.knowledge;
  const { id, title, headcount, score, state } = result;
  const kept = planned.find((each) => each.roleId === roleId && each.onet === onet);
  return ok({
    role: { id, title, headcount, score, state },
    occupation: occupation.title,
    asOf: assessment.asOf,
    way: { ...way, own: ownPlaces(onet, result, assessment.roles, hidden) },
    skills: way.gaps === null ? null : coursesFor(way.gaps, occupation.soc, plan, candidates, interventions),
    course: pathCourse(occupation.soc, plan, candidates, interventions),
    plannedOn: kept === undefined ? null : isoDateOf(kept.plannedAt),
    mayPlan: mayDo(actor.role, "plan:edit"),
  });
}
