import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { type GroupUpskilling, upskillingOf } from "#app/domain/planning/upskilling.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { smallestGroup } from "#app/domain/tenancy/small-groups.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { findPlanOf } from "#db/repositories/plans.server.ts";
import { gatherFacts } from "./gather-plan.server.ts";

export type UpskillingPage = {
  /** Null when there is no plan yet. */
  readonly groups: readonly GroupUpskilling[] | null;
  readonly proposed: boolean;
  readonly learningPerWeek: number;
  readonly hours: number;
  readonly people: number;
};

/** What each group of roles learns, when, and why. Groups of fewer than five people show to those who may see people. */
export async function loadUpskilling(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
): Promise<Result<UpskillingPage, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "plan:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const version =
    (await findPlanOf(deps.db, organizationId, "approved")) ?? (await findPlanOf(deps.db, organizationId, "proposed"));
  const { facts, constraints } = await gatherFacts(deps, organizationId);
  const learningPerWeek = constraints.hoursPerWeek.learning ?? 0;
  if (version === null) return ok({ groups: null, proposed: false, learningPerWeek, hours: 0, people: 0 });

  const groups = upskillingOf(version.plan, facts, deps.knowledge.interventions);
  const shown = groups.filter((group) => group.headcount >= smallestGroup || maySeePeople(actor));
  return ok({
    groups: shown,
    proposed: version.status === "proposed",
    learningPerWeek,
    hours: Math.round(groups.flatMap((group) => group.courses).reduce((sum, course) => sum + course.hours, 0)),
    people: groups
      .filter((group) => group.id !== "everyone" && group.courses.length > 0)
      .reduce((sum, group) => sum + group.headcount, 0),
  });
}
