import { coveredBy, type Entitlements, entitlementsOn } from "#app/domain/billing/entitlements.ts";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { Database } from "#db/client.server.ts";
import { findBillingState, listBillingStatesOfPractice } from "#db/repositories/billing.server.ts";
import type { Deps } from "../deps.ts";

/** What an organization may use today: by its own subscription, or by the consultancy plan of its practice. */
export async function loadEntitlements(
  deps: Pick<Deps, "knowledge" | "now">,
  db: Database,
  organizationId: OrganizationId,
): Promise<Entitlements> {
  const state = await findBillingState(db, organizationId);
  const others = await listBillingStatesOfPractice(db, organizationId);

  const today = isoDateOf(deps.now());
  const { pricePlans } = deps.knowledge;
  return coveredBy(
    entitlementsOn(state, pricePlans, today),
    others.map((other) => entitlementsOn(other, pricePlans, today)),
  );
}
