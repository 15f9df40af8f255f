/** How the payment provider says a subscription stands; the words are the provider's. */
export type SubscriptionStatus =
  | "incomplete"
  | "incomplete_expired"
  | "trialing"
  | "active"
  | "past_due"
  | "unpaid"
  | "paused"
  | "canceled";

/**
 * When the provider says something happened, in whole seconds since 1970. `rank` and `eventId` order events of one second,
 * so that any two different events have one order.
 */
export type Stamp = { readonly at: number; readonly rank: number; readonly eventId: string };

type Said = { readonly id: string; readonly at: number; readonly customerId: string };

export type CheckoutCompleted = Said & { readonly kind: "checkout-completed"; readonly subscriptionId: string | null };

export type SubscriptionChanged = Said & {
  readonly kind: "subscription-changed";
  readonly change: "created" | "updated" | "deleted";
  readonly subscriptionId: string;
  readonly status: SubscriptionStatus;
  /** The provider's name of the price, by which a plan is found. */
  readonly lookupKey: string | null;
  /** The current period, paid or not, in seconds since 1970. */
  readonly periodStart: number | null;
  readonly periodEnd: number | null;
  readonly endsAtPeriodEnd: boolean;
};

export type InvoiceSettled = Said & {
  readonly kind: "invoice-settled";
  readonly outcome: "paid" | "failed";
  readonly invoiceId: string;
};

/** What of the provider's many events changes anything here. It carries no name, address or card. */
export type BillingEvent = CheckoutCompleted | SubscriptionChanged | InvoiceSettled;

/** Ascending order of stamps: time, then rank, then event id. */
export function compareStamps(a: Stamp, b: Stamp): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0;
}
