import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { hidesGroup } from "#app/domain/tenancy/small-groups.ts";
import { findStoredResults } from "#db/repositories/results.server.ts";
import { listRoles } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

/** Something that can be opened. `path` is below the organization's own. */
export type Found = { readonly kind: "role" | "duty" | "action"; readonly title: string; readonly path: string };

/** Most results of one kind. */
const most = 12;

/** Roles, duties and actions whose words contain every word of the query; nothing for an empty query. */
export async function searchOrganization(
  deps: Pick<Deps, "db">,
  actor: Actor,
  { query }: { readonly query: string },
): Promise<Result<readonly Found[], { kind: "forbidden" }>> {
  if (!mayDo(actor.role, "organization:read")) return fail({ kind: "forbidden" });
  const words = wordsOf(query);
  if (words.length === 0) return ok([]);
  const [roles, stored] = await Promise.all([
    listRoles(deps.db, actor.organizationId),
    findStoredResults(deps.db, actor.organizationId),
  ]);

  const has = (...texts: readonly string[]) => {
    const all = texts.join(" ").toLocaleLowerCase("en");
    return words.every((word) => all.includes(word));
  };
  const duties = stored.compliance?.obligations ?? [];
  return ok([
    ...roles
      .filter(
        ({ title, department, headcount }) => !hidesGroup(headcount, actor.seesPeople) && has(title, department ?? ""),
      )
      .slice(0, most)
      .map(({ id, title }) => ({ kind: "role" as const, title, path: `exposure/${encodeURIComponent(id)}` })),
    ...duties
      .filter(({ title, citation, id }) => has(title, citation, id))
      .slice(0, most)
      .map(({ id, title }) => ({ kind: "duty" as const, title, path: `compliance/${encodeURIComponent(id)}` })),
    ...(stored.plan?.plan.items ?? [])
      .filter(({ title, owner }) => has(title, owner))
      .slice(0, most)
      .map(({ id, title }) => ({ kind: "action" as const, title, path: `plan/items/${encodeURIComponent(id)}` })),
  ]);
}

function wordsOf(query: string): readonly string[] {
  return query
    .toLocaleLowerCase("en")
    .slice(0, 200)
    .split(/\s+/)
    .filter((word) => word !== "")
    .slice(0, 8);
}
