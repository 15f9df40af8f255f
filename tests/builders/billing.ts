import type { CheckoutCompleted, InvoiceSettled, SubscriptionChanged } from "#app/domain/billing/events.ts";

/** 22 November 2026, 12:00 UTC, in seconds. */
export const noon = 1_795_348_800;
const month = 30 * 86_400;

export function aSubscriptionChange(given: Partial<SubscriptionChanged> = {}): SubscriptionChanged {
  return {
    kind: "subscription-changed",
    id: "evt_1",
    at: noon,
    change: "updated",
    customerId: "cus_1",
    subscriptionId: "sub_1",
    status: "active",
    lookupKey: "groundwork_team_monthly",
    periodStart: noon,
    periodEnd: noon + month,
    endsAtPeriodEnd: false,
    ...given,
  };
}

export function aCheckout(given: Partial<CheckoutCompleted> = {}): CheckoutCompleted {
  return { kind: "checkout-completed", id: "evt_0", at: noon, customerId: "cus_1", subscriptionId: "sub_1", ...given };
}

export function anInvoice(given: Partial<InvoiceSettled> = {}): InvoiceSettled {
  return {
    kind: "invoice-settled",
    id: "evt_2",
    at: noon,
    customerId: "cus_1",
    invoiceId: "in_1",
    outcome: "paid",
    ...given,
  };
}

/** The object of a `customer.subscription.*` event in Stripe's own shape. */
export function aStripeSubscription(given: { organizationId?: string; status?: string; lookupKey?: string } = {}) {
  return {
    id: "sub_1",
    object: "subscription",
    customer: "cus_1",
    status: given.status ?? "active",
    cancel_at_period_end: false,
    cancel_at: null,
    metadata: { organization_id: given.organizationId ?? "org-1" },
    items: {
      object: "list",
      data: [
        {
          id: "si_1",
          current_period_start: noon,
          current_period_end: noon + month,
          price: { id: "price_1", lookup_key: given.lookupKey ?? "groundwork_team_monthly" },
        },
      ],
    },
  };
}
