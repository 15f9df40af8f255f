import type { ExposureInput } from "#app/domain/exposure/exposure-input.ts";
import { inputDescription } from "#app/domain/exposure/input-description.ts";
import type { AdoptionName } from "#app/domain/exposure/occupation-pack.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { rebased } from "#app/domain/kernel/money.ts";
import { suppressedIds } from "#app/domain/tenancy/small-groups.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import { listRoles } from "#db/repositories/workforce.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { sha256 } from "../governance/record.server.ts";

/** What a result would rest on if it were computed now. */
export type CurrentInput = { readonly input: ExposureInput; readonly inputHash: string };

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
  const apart = suppressedIds(roles);
  const input: ExposureInput = { asOf: isoDateOf(deps.now()), roles, currency, rates, scenario, apart };
  const { occupations, titles } = deps.knowledge;
  return { input, inputHash: sha256(inputDescription(input, occupations.version, titles.version)) };
}
