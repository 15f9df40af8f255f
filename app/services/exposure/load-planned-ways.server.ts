import type { RoleId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { coursesFor, type PathCourse, pathCourse, type TaughtSkill } from "#app/domain/planning/path-courses.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findPlanOf } from "#db/repositories/plans.server.ts";
import { listPlannedWays } from "#db/repositories/ways.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { gatherFacts } from "../planning/gather-plan.server.ts";
import { explained, findAssessedRoles } from "./role-in-sight.server.ts";

/** A way forward that somebody planned, with what takes people there. */
export type PlannedWayView = {
  readonly roleId: RoleId;
  readonly role: string;
  readonly people: number;
  readonly onet: string;
  readonly to: string;
  readonly plannedOn: string;
  /** It is still among the role's best ways; its page exists only then. */
  readonly stands: boolean;
  /** Null where it no longer stands or the skills were not surveyed. */
  readonly skills: readonly TaughtSkill[] | null;
  readonly course: PathCourse | null;
};

export type PlannedWays = {
  readonly ways: readonly PlannedWayView[];
  /** Planned for roles that this person may not see or that are no longer assessed. */
  readonly hidden: number;
  readonly mayDrop: boolean;
};

/** The ways forward that are planned, oldest first, with the skills and courses of each. */
export async function loadPlannedWays(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
): Promise<PlannedWays> {
  const { organizationId } = actor;
  const mayDrop = mayDo(actor.role, "plan:edit");
  const planned = await listPlannedWays(deps.db, organizationId);
  if (planned.length === 0) return { ways: [], hidden: 0, mayDrop };
  const [found, approved, proposed, { candidates }] = await Promise.all([
    findAssessedRoles(deps, actor),
    findPlanOf(deps.db, organizationId, "approved"),
    findPlanOf(deps.db, organizationId, "proposed"),
    gatherFacts(deps, organizationId),
  ]);

  const { interventions, occupations } = deps.knowledge;
  const plan = (approved ?? proposed)?.plan ?? null;
  const ways: PlannedWayView[] = [];
  for (const { roleId, onet, plannedAt } of planned) {
    const at = found?.assessment.roles.findIndex(({ id }) => id === roleId) ?? -1;
    const result = found?.assessment.roles[at];
    const role = found?.roles.find(({ id }) => id === roleId);
    if (found === null || result === undefined || role === undefined || found.hidden.has(at)) continue;
    const { occupation, ways: best } = await explained(deps, actor, { id: found.id, role });
    const way = best.find((each) => each.onet === onet);
    const gaps = way?.gaps ?? null;
    const soc = occupation?.soc ?? null;
    ways.push({
      roleId,
      role: result.title,
      people: result.headcount,
      onet,
      to: way?.title ?? occupations.occupations.find((each) => each.onet === onet)?.title ?? onet,
      plannedOn: isoDateOf(plannedAt),
      stands: way !== undefined,
      skills: gaps === null || soc === null ? null : coursesFor(gaps, soc, plan, candidates, interventions),
      course: soc === null ? null : pathCourse(soc, plan, candidates, interventions),
    });
  }
  return { ways, hidden: planned.length - ways.length, mayDrop };
}
