import { insertOrganization } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

/** An organization with nothing but its name, owned by whoever calls: the first row of a database of one organization. */
export async function startBareOrganization(
  deps: Pick<Deps, "db" | "now">,
  actor: Pick<Actor, "organizationId">,
  named: { readonly name: string; readonly currency: string; readonly website: string | null },
): Promise<void> {
  await insertOrganization(deps.db, {
    ...named,
    id: actor.organizationId,
    slug: actor.organizationId,
    kind: "own",
    practiceId: null,
    sector: null,
    headcount: null,
    country: null,
    places: [],
    createdAt: deps.now(),
    expiresAt: null,
    deletedAt: null,
  });
}
