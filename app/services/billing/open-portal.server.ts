import { customerOf } from "#app/domain/billing/entitlements.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import { fail } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { findBillingState } from "#db/repositories/billing.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import type { BillingFailure } from "../ports/billing-gateway.ts";

type Failure = BillingFailure | { readonly kind: "forbidden" } | { readonly kind: "no-customer" };

/** Opens the provider's page where a customer changes card, plan or address, reads invoices and cancels. */
export async function openPortal(
  deps: Pick<Deps, "db" | "billing" | "origin">,
  actor: Actor,
): Promise<Result<{ readonly url: string }, Failure>> {
  if (!mayDo(actor.role, "billing:manage")) return fail({ kind: "forbidden" });
  const organization = await findOrganization(deps.db, actor.organizationId);
  const customerId = customerOf(await findBillingState(deps.db, actor.organizationId));
  if (organization === null || customerId === null) return fail({ kind: "no-customer" });

  return deps.billing.openPortal(customerId, `${deps.origin}/o/${organization.slug}/settings/billing`);
}
