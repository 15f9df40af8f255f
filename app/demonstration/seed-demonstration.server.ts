import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { assessEverything } from "#app/services/intake/assess-everything.server.ts";
import { enterOrganization, type OrganizationDescription } from "#app/services/intake/enter-organization.server.ts";
import { approvePlanVersion } from "#app/services/planning/decide-plan.server.ts";
import { deleteOrganizationRows } from "#db/repositories/organization-rows.server.ts";
import {
  findOrganizationBySlug,
  findTemplate,
  insertOrganization,
  updateOrganization,
} from "#db/repositories/tenancy.server.ts";
import { facts, organization, systems } from "./organization.ts";
import { answers, decision } from "./readiness.ts";
import { roles } from "./roles.ts";

const day = 86_400_000;

/** Kestrel Freight as its people would type it in today. */
export const kestrel: OrganizationDescription = {
  roles,
  facts,
  systems: systems.map((system) => ({ ...system, catalogueId: null })),
  readiness: answers,
  plan: null,
};

/** The template's owner: nobody who could sign in. */
function keeper(organizationId: OrganizationId): Actor {
  return { userId: "demonstration" as UserId, organizationId, role: "owner", seesPeople: true, requestId: "seed" };
}

async function must<Value>(
  what: string,
  result: { ok: true; value: Value } | { ok: false; failure: unknown },
): Promise<Value> {
  if (!result.ok) throw new Error(`The demonstration could not be seeded: ${what}: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** Minutes after which an unfinished seeding counts as given up. */
const givenUpAfter = 10;

/** False when another process is seeding right now; what a crash left half done is cleared away. */
async function clearTheWay(deps: Pick<Deps, "db" | "now">, alone: boolean): Promise<boolean> {
  const begun = await findOrganizationBySlug(deps.db, organization.slug);
  if (begun === null) return true;
  // A guest without an end is only ever made below, so nobody's own organization of this name is touched.
  if (begun.kind !== "guest" || begun.expiresAt !== null) return false;
  const age = deps.now().getTime() - begun.createdAt.getTime();
  if (!alone && age < givenUpAfter * 60_000) return false;
  await deps.db.transaction((tx) => deleteOrganizationRows(tx, begun.id, true));
  return true;
}

/**
 * Seeds Kestrel Freight into a database that has no demonstration yet, by the services that the pages use: assessed and
 * planned fourteen weeks ago, one outcome recorded since, assessed again today. `alone`: no other process shares the
 * database. Throws when a service refuses.
 */
export async function seedDemonstration(deps: Deps, { alone }: { readonly alone: boolean }): Promise<void> {
  if ((await findTemplate(deps.db)) !== null || !(await clearTheWay(deps, alone))) return;
  const started = performance.now();
  const today = deps.now();
  const on = (daysAgo: number): Deps => ({ ...deps, now: () => new Date(today.getTime() - daysAgo * day) });
  const actor = keeper(deps.newId() as OrganizationId);
  const command = { website: organization.website, decision, because: "First assessment" };
  const never = new AbortController().signal;
  // Nothing of it can be copied before it is whole: it becomes the template at the end.
  await insertOrganization(deps.db, {
    ...organization,
    id: actor.organizationId,
    kind: "guest",
    practiceId: null,
    createdAt: today,
    expiresAt: null,
    deletedAt: null,
  });

  await must("description", await enterOrganization(on(98), actor, kestrel));
  await must("assessments", await assessEverything(on(98), actor, command, never));
  await must("plan", await approvePlanVersion(on(97), actor, { number: 1 }));

  await updateOrganization(deps.db, actor.organizationId, 1, { kind: "template" });
  deps.log.info({ ms: Math.round(performance.now() - started) }, "seeded the demonstration");
}
