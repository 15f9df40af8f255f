import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import { listRoles } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

export type KnownPlaces = {
  readonly departments: readonly string[];
  readonly sites: readonly string[];
  readonly levels: readonly string[];
  readonly currency: string | null;
  readonly country: string | null;
};

/** What the roster uses already, for a form to offer, and the organization's usual currency and country. */
export async function loadKnownPlaces(deps: Pick<Deps, "db">, actor: Actor): Promise<KnownPlaces> {
  if (!mayDo(actor.role, "workforce:read"))
    return { departments: [], sites: [], levels: [], currency: null, country: null };
  const roles = await listRoles(deps.db, actor.organizationId);
  const organization = await findOrganization(deps.db, actor.organizationId);

  const distinct = (values: readonly (string | undefined)[]): string[] =>
    [...new Set(values.filter((value) => value !== undefined))].sort((a, b) => a.localeCompare(b, "en")).slice(0, 200);
  return {
    departments: distinct(roles.map(({ department }) => department)),
    sites: distinct(roles.map(({ site }) => site)),
    levels: distinct(roles.map(({ level }) => level)),
    currency: organization?.currency ?? null,
    country: organization?.country ?? null,
  };
}
