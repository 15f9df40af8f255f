import { customerOf, entitlementsOn } from "#app/domain/billing/entitlements.ts";
import { foldEvent } from "#app/domain/billing/fold-events.ts";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import {
  findBillingState,
  findOrganizationOfCustomer,
  insertStripeEvent,
  saveBillingState,
} from "#db/repositories/billing.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import type { Delivery, WebhookFailure } from "../ports/billing-gateway.ts";

/** `unplaced`: a genuine event about no organization of ours, say of one that was erased. */
export type Received = "folded" | "duplicate" | "irrelevant" | "unplaced";

async function organizationOf(deps: Pick<Deps, "db">, delivery: Delivery): Promise<OrganizationId | null> {
  const named = delivery.organizationId as OrganizationId | null;
  if (named !== null) return (await findOrganization(deps.db, named)) === null ? null : named;
  return delivery.event === null ? null : findOrganizationOfCustomer(deps.db, delivery.event.customerId);
}

/**
 * Takes one delivery of the payment provider. It may come late, early, twice or three times: the state that results is the same.
 * The signature stands for the actor; a change of plan is written to the audit log under the provider's name.
 */
export async function receiveWebhook(
  deps: Pick<Deps, "db" | "billing" | "knowledge" | "now" | "log">,
  command: { readonly body: Uint8Array; readonly signature: string | null; readonly requestId: string },
): Promise<Result<Received, WebhookFailure>> {
  const delivery = deps.billing.readWebhook(command.body, command.signature);
  if (!delivery.ok) return fail(delivery.failure);
  const { event, eventId, type } = delivery.value;
  if (event === null) return ok("irrelevant");
  const organizationId = await organizationOf(deps, delivery.value);
  if (organizationId === null) {
    deps.log.warn({ eventId, type }, "a billing event names no organization");
    return ok("unplaced");
  }

  const at = deps.now();
  return deps.db.transaction(async (tx) => {
    if (!(await insertStripeEvent(tx, organizationId, event, type, at))) return ok("duplicate");
    const before = await findBillingState(tx, organizationId);
    const after = foldEvent(before, event);
    await saveBillingState(tx, organizationId, after, customerOf(after), at);
    const planOf = (state: typeof after) => {
      const { plan, standing, until } = entitlementsOn(state, deps.knowledge.pricePlans, isoDateOf(at));
      return { plan, standing, until };
    };
    if (JSON.stringify(planOf(before)) !== JSON.stringify(planOf(after))) {
      await record(
        tx,
        { userId: "stripe", organizationId, requestId: command.requestId },
        {
          action: "billing.plan-changed",
          subject: `stripe-event:${eventId}`,
          before: planOf(before),
          after: planOf(after),
          at,
        },
      );
    }
    return ok("folded");
  });
}
