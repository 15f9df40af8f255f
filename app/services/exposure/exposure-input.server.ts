import type { ExposureInput } from "#app/domain/exposure/exposure-input.ts";
import type { AdoptionName } from "#app/domain/exposure/occupation-pack.ts";
import { canonicalJson } from "#app/domain/kernel/canonical.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { rebased } from "#app/domain/kernel/money.ts";
import { suppressed } from "#app/domain/tenancy/small-groups.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import { listRoles } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { sha256 } from "../governance/record.server.ts";

/** What a result would rest on if it were computed now. */
export type CurrentInput = { readonly input: ExposureInput; readonly inputHash: string };

/** Raised when results say more than before, so that those kept without it are told as out of date. */
const form = "2";

/** The roles, currency and rates as they stand, for one scenario. */
export async function gatherInput(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Pick<Actor, "organizationId">,
  scenario: AdoptionName,
): Promise<CurrentInput> {
  const [organization, roles] = await Promise.all([
    findOrganization(deps.db, actor.organizationId),
    listRoles(deps.db, actor.organizationId),
  ]);
  const currency = organization?.currency ?? "USD";
  const rates = rebased(deps.knowledge.interventions.rates, currency);
  const small = suppressed(roles.map(({ headcount }) => headcount));
  const apart = small.flatMap((at) => roles[at]?.id ?? []);
  const input: ExposureInput = { asOf: isoDateOf(deps.now()), roles, currency, rates, scenario, apart };
  return { input, inputHash: hashOf(input, form, deps.knowledge.occupations.version, deps.knowledge.titles.version) };
}

/** Day, ids and order are left out: a result does not become another one overnight, nor in a copy of the organization. */
function hashOf({ asOf: _, apart: ___, roles, ...rest }: ExposureInput, ...versions: readonly string[]): string {
  const described = roles.map(({ id: __, ...role }) => canonicalJson(role)).sort();
  return sha256(canonicalJson({ ...rest, roles: described, versions }));
}
