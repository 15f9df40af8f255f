import type { Touched } from "#app/domain/compliance/shown-change.ts";
import type { PlanItem } from "#app/domain/planning/plan.ts";
import { mayDo, maySeePeople } from "#app/domain/tenancy/may-do.ts";
import { hidesGroup } from "#app/domain/tenancy/small-groups.ts";
import { findPlanOf } from "#db/repositories/plans.server.ts";
import { listRoleTitles } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

const mostRoles = 6;

/** By duty, for those of `about` that an item of the plan in force serves. */
export async function loadTouched(
  deps: Pick<Deps, "db" | "knowledge">,
  actor: Actor,
  about: readonly { readonly duty: string }[],
): Promise<ReadonlyMap<string, Touched>> {
  if (about.length === 0 || !mayDo(actor.role, "plan:read")) return new Map();
  const plan = await findPlanOf(deps.db, actor.organizationId, "approved");
  if (plan === null) return new Map();
  const duties = new Set(about.map(({ duty }) => duty));
  const serving = plan.plan.items.filter(({ serves }) => serves.obligations.some((duty) => duties.has(duty)));
  const ids = [...new Set(serving.flatMap(({ serves }) => serves.roles))];
  const known = mayDo(actor.role, "workforce:read") ? await listRoleTitles(deps.db, actor.organizationId, ids) : [];

  const poolTitles = new Map(deps.knowledge.interventions.pools.map(({ id, title }) => [id, title]));
  const touched = new Map<string, Touched>();
  for (const duty of duties) {
    const items = serving.filter(({ serves }) => serves.obligations.includes(duty));
    if (items.length === 0) continue;
    const roles = known.filter(({ id }) => items.some(({ serves }) => serves.roles.includes(id)));
    const shown = roles.filter(({ headcount }) => !hidesGroup(headcount, maySeePeople(actor)));
    touched.set(duty, {
      items: items.map((item) => ({ id: item.id, title: item.title, pools: poolsOf(item, poolTitles) })),
      roles: shown.slice(0, mostRoles).map(({ id, title }) => ({ id, title })),
      hiddenRoles: roles.length - shown.length,
    });
  }
  return touched;
}

function poolsOf({ hours }: PlanItem, titles: ReadonlyMap<string, string>): string[] {
  return Object.entries(hours).flatMap(([pool, count]) => (count > 0 ? [titles.get(pool) ?? pool] : []));
}
