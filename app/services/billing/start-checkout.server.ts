import { customerOf, payingSubscriptions } from "#app/domain/billing/entitlements.ts";
import { offerOn, type PlanName } from "#app/domain/billing/plans.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findBillingState } from "#db/repositories/billing.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { record } from "../governance/record.server.ts";
import type { BillingFailure } from "../ports/billing-gateway.ts";

type Failure =
  | BillingFailure
  | { readonly kind: "forbidden" }
  | { readonly kind: "not-for-guests" }
  | { readonly kind: "not-sold" }
  | { readonly kind: "already-subscribed" };

/** Two presses of the button within a minute open the same payment page. */
function idempotencyKey(actor: Actor, plan: PlanName, customerId: string | null, now: Date): string {
  return [actor.organizationId, actor.userId, plan, customerId ?? "new", Math.floor(now.getTime() / 60_000)].join("/");
}

/** Opens the provider's payment page for a plan. Nothing changes here until the provider says that it was paid. */
export async function startCheckout(
  deps: Pick<Deps, "db" | "billing" | "knowledge" | "now" | "origin">,
  actor: Actor,
  command: { readonly plan: PlanName; readonly email: string },
): Promise<Result<{ readonly url: string }, Failure>> {
  if (!mayDo(actor.role, "billing:manage")) return fail({ kind: "forbidden" });
  const organization = await findOrganization(deps.db, actor.organizationId);
  if (organization?.kind !== "own") return fail({ kind: "not-for-guests" });
  const offer = offerOn(deps.knowledge.pricePlans, command.plan, isoDateOf(deps.now()));
  if (offer === null || offer.lookupKey === null) return fail({ kind: "not-sold" });
  const state = await findBillingState(deps.db, actor.organizationId);
  if (payingSubscriptions(state).length > 0) return fail({ kind: "already-subscribed" });

  const page = `${deps.origin}/o/${organization.slug}/settings/billing`;
  const customerId = customerOf(state);
  const opened = await deps.billing.startCheckout({
    organizationId: actor.organizationId,
    lookupKey: offer.lookupKey,
    customerId,
    email: command.email,
    successUrl: `${page}?paid=${command.plan}`,
    cancelUrl: page,
    idempotencyKey: idempotencyKey(actor, command.plan, customerId, deps.now()),
  });
  if (!opened.ok) return opened;

  await deps.db.transaction((tx) =>
    record(tx, actor, { action: "billing.checkout-started", subject: `plan:${command.plan}`, at: deps.now() }),
  );
  return opened;
}
