import { setImmediate as nextTurn } from "node:timers/promises";
import {
  mostExposedRoles,
  type RoleWays,
  roleWays,
  type SharedSkill,
  sharedSkills,
} from "#app/domain/exposure/ways-of-organization.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { smallestGroup } from "#app/domain/tenancy/small-groups.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { explained, findAssessedRoles } from "./role-in-sight.server.ts";

export type WaysForward = {
  readonly asOf: string;
  readonly currency: string;
  readonly lines: readonly RoleWays[];
  readonly skills: readonly SharedSkill[];
  /** Roles left out because so few people have them. */
  readonly hidden: number;
  /** Fall in US median pay beyond which a way counts as paying less. */
  readonly lowerPay: number;
};

/** The roles whose hours are exposed most with their best ways forward; null as long as nothing was assessed. */
export async function loadWaysForward(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
): Promise<Result<WaysForward | null, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "assessment:read")) return fail({ kind: "forbidden" });
  const found = await findAssessedRoles(deps, actor);
  if (found === null) return ok(null);
  const { id, assessment, roles, hidden } = found;
  const byId = new Map(roles.map((role) => [role.id, role]));

  const lines: RoleWays[] = [];
  for (const result of mostExposedRoles(assessment.roles, hidden)) {
    const role = byId.get(result.id);
    if (role === undefined) continue;
    const { ways } = await explained(deps, actor, { id, role });
    lines.push(roleWays(result, ways, assessment.roles, hidden));
    // Each takes up to a tenth of a second the first time: others get their turn in between.
    await nextTurn();
  }
  return ok({
    asOf: assessment.asOf,
    currency: assessment.currency,
    lines,
    skills: sharedSkills(lines, smallestGroup),
    hidden: hidden.size,
    lowerPay: deps.knowledge.occupations.model.lowerPay,
  });
}
