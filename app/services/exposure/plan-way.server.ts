import type { RoleId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { pathCourse } from "#app/domain/planning/path-courses.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { deletePlannedWay, insertPlannedWay, listPlannedWays } from "#db/repositories/ways.server.ts";
import { findRole } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import { gatherFacts } from "../planning/gather-plan.server.ts";
import { pinPlanItem } from "../planning/save-plan-settings.server.ts";
import { explained, findRoleInSight } from "./role-in-sight.server.ts";

type PlanWay = { readonly roleId: RoleId; readonly onet: string };
type PlanWayFailure = { readonly kind: "forbidden" | "not-found" | "small" | "conflict" };

/**
 * Plans a way forward for the people of a role: it is kept, and the course for paths of the role's family is kept in the next
 * plan where the plan offers it. Nobody is moved by it: a person composes and approves the plan.
 */
export async function planWay(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  { roleId, onet }: PlanWay,
): Promise<Result<{ readonly pinned: boolean }, PlanWayFailure>> {
  if (!mayDo(actor.role, "plan:edit")) return fail({ kind: "forbidden" });
  const found = await findRoleInSight(deps, actor, roleId);
  if (!found.ok) return found;
  const { occupation, ways } = await explained(deps, actor, found.value);
  const kept = await findRole(deps.db, actor.organizationId, roleId);
  if (kept === null || kept.deletedAt !== null) return fail({ kind: "not-found" });
  if (occupation === null || !ways.some((way) => way.onet === onet)) return fail({ kind: "not-found" });
  const { candidates } = await gatherFacts(deps, actor.organizationId);
  const course = pathCourse(occupation.soc, null, candidates, deps.knowledge.interventions);

  if (course !== null && course.candidate !== null) {
    const pinned = await pinPlanItem(deps, actor, { action: course.candidate, pin: { keep: "in" } });
    if (!pinned.ok) return pinned;
  }
  const at = deps.now();
  await deps.db.transaction(async (tx) => {
    const added = await insertPlannedWay(tx, actor.organizationId, {
      roleId,
      onet,
      plannedAt: at,
      plannedBy: actor.userId,
    });
    if (!added) return;
    const after = { onet, course: course?.candidate ?? null };
    await record(tx, actor, { action: "exposure.plan-way", subject: `role:${roleId}`, before: null, after, at });
  });
  return ok({ pinned: course?.candidate != null });
}

/** Takes a planned way back. Its course is let go when no other way of the same family needs it. */
export async function dropWay(
  deps: Pick<Deps, "db" | "knowledge" | "now" | "newId">,
  actor: Actor,
  { roleId, onet }: PlanWay,
): Promise<Result<null, PlanWayFailure>> {
  if (!mayDo(actor.role, "plan:edit")) return fail({ kind: "forbidden" });
  const found = await findRoleInSight(deps, actor, roleId);
  if (!found.ok) return found;
  const { organizationId } = actor;
  const { candidates } = await gatherFacts(deps, organizationId);
  const { assessment } = found.value;
  const candidateOf = (id: RoleId) => {
    const soc = assessment.roles.find((role) => role.id === id)?.match?.soc;
    return soc === undefined ? null : pathCourse(soc, null, candidates, deps.knowledge.interventions)?.candidate;
  };
  const own = candidateOf(roleId);

  const at = deps.now();
  const dropped = await deps.db.transaction(async (tx) => {
    const gone = await deletePlannedWay(tx, organizationId, roleId, onet);
    if (!gone) return false;
    await record(tx, actor, {
      action: "exposure.drop-way",
      subject: `role:${roleId}`,
      before: { onet },
      after: null,
      at,
    });
    return true;
  });
  if (!dropped) return fail({ kind: "not-found" });
  const left = await listPlannedWays(deps.db, organizationId);
  if (own != null && !left.some((way) => candidateOf(way.roleId) === own)) {
    const freed = await pinPlanItem(deps, actor, { action: own, pin: null });
    if (!freed.ok) return freed;
  }
  return ok(null);
}
