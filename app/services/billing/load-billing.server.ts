import { customerOf, type Entitlements, payingSubscriptions } from "#app/domain/billing/entitlements.ts";
import { type Allowance, allowances, monthlyAllowances, offersOn, type PlanOffer } from "#app/domain/billing/plans.ts";
import { monthOf } from "#app/domain/billing/usage.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findBillingState, findUsage } from "#db/repositories/billing.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { loadEntitlements } from "./load-entitlements.server.ts";

export type BillingView = {
  /** False when this deployment has no key for the payment provider. */
  readonly configured: boolean;
  readonly mayManage: boolean;
  readonly entitlements: Entitlements;
  readonly offers: readonly PlanOffer[];
  readonly uses: readonly {
    readonly allowance: Allowance;
    readonly monthly: boolean;
    readonly used: number;
    readonly limit: number;
  }[];
  /** More than one means that somebody pays twice. */
  readonly paying: number;
  readonly hasCustomer: boolean;
  readonly lastPaymentFailed: boolean;
  /** A guest's or demonstration's organization cannot be paid for. */
  readonly sellable: boolean;
};

/** What the billing page shows. */
export async function loadBilling(
  deps: Pick<Deps, "db" | "billing" | "knowledge" | "now">,
  actor: Actor,
): Promise<Result<BillingView, { readonly kind: "forbidden" }>> {
  if (!mayDo(actor.role, "billing:read")) return fail({ kind: "forbidden" });
  const { organizationId } = actor;
  const organization = await findOrganization(deps.db, organizationId);
  const state = await findBillingState(deps.db, organizationId);
  const entitlements = await loadEntitlements(deps, deps.db, organizationId);
  const usage = await findUsage(deps.db, organizationId, monthOf(deps.now()));

  return ok({
    configured: deps.billing.configured,
    mayManage: mayDo(actor.role, "billing:manage"),
    entitlements,
    offers: offersOn(deps.knowledge.pricePlans, isoDateOf(deps.now())),
    uses: allowances.map((allowance) => ({
      allowance,
      monthly: monthlyAllowances.has(allowance),
      used: usage[allowance] ?? 0,
      limit: entitlements.limits[allowance],
    })),
    paying: payingSubscriptions(state).length,
    hasCustomer: customerOf(state) !== null,
    lastPaymentFailed: state.payment?.outcome === "failed",
    sellable: organization?.kind === "own",
  });
}
