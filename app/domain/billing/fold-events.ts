import type { BillingEvent, Stamp, SubscriptionChanged, SubscriptionStatus } from "./events.ts";
import { compareStamps } from "./events.ts";

export type Subscription = {
  readonly subscriptionId: string;
  readonly customerId: string;
  readonly status: SubscriptionStatus;
  readonly lookupKey: string | null;
  readonly periodStart: number | null;
  readonly periodEnd: number | null;
  readonly endsAtPeriodEnd: boolean;
  readonly stamp: Stamp;
};

export type BillingState = {
  readonly customer: { readonly customerId: string; readonly stamp: Stamp } | null;
  readonly subscriptions: Readonly<Record<string, Subscription>>;
  readonly payment: { readonly invoiceId: string; readonly outcome: "paid" | "failed"; readonly stamp: Stamp } | null;
};

export const noBilling: BillingState = { customer: null, subscriptions: {}, payment: null };

/** A subscription never comes back from these, whatever arrives late. */
const final: ReadonlySet<SubscriptionStatus> = new Set(["canceled", "incomplete_expired"]);

const changeRank = { created: 0, updated: 1, deleted: 2 };

/** Within one second a subscription moves this way; the provider's clock is no finer. */
const statusRank: Readonly<Record<SubscriptionStatus, number>> = {
  incomplete: 0,
  trialing: 1,
  paused: 2,
  past_due: 3,
  unpaid: 4,
  active: 5,
  incomplete_expired: 6,
  canceled: 7,
};

function stampOf(event: BillingEvent): Stamp {
  const rank =
    event.kind === "subscription-changed"
      ? changeRank[event.change] * 10 + statusRank[event.status]
      : Number(event.kind === "invoice-settled" && event.outcome === "paid");
  return { at: event.at, rank, eventId: event.id };
}

function later<Stamped extends { readonly stamp: Stamp }>(known: Stamped | null, next: Stamped): Stamped {
  return known === null || compareStamps(known.stamp, next.stamp) < 0 ? next : known;
}

function laterSubscription(known: Subscription | undefined, next: Subscription): Subscription {
  if (known === undefined) return next;
  const knownIsFinal = final.has(known.status);
  if (knownIsFinal !== final.has(next.status)) return knownIsFinal ? known : next;
  return later(known, next);
}

function subscriptionOf(event: SubscriptionChanged): Subscription {
  return {
    subscriptionId: event.subscriptionId,
    customerId: event.customerId,
    status: event.change === "deleted" ? "canceled" : event.status,
    lookupKey: event.lookupKey,
    periodStart: event.periodStart,
    periodEnd: event.periodEnd,
    endsAtPeriodEnd: event.endsAtPeriodEnd,
    stamp: stampOf(event),
  };
}

/**
 * What is known after one more event. Each part keeps the greatest of what was said about it under one total order, so
 * order and repetition of deliveries do not matter: folding any permutation, with any duplicates, gives the same state.
 */
export function foldEvent(state: BillingState, event: BillingEvent): BillingState {
  const stamp = stampOf(event);
  if (event.kind === "checkout-completed") {
    return { ...state, customer: later(state.customer, { customerId: event.customerId, stamp }) };
  }
  if (event.kind === "invoice-settled") {
    const { invoiceId, outcome } = event;
    return { ...state, payment: later(state.payment, { invoiceId, outcome, stamp }) };
  }
  const next = laterSubscription(state.subscriptions[event.subscriptionId], subscriptionOf(event));
  return { ...state, subscriptions: { ...state.subscriptions, [event.subscriptionId]: next } };
}

/** The state that a list of events leads to, in whatever order it is given. */
export function foldEvents(events: readonly BillingEvent[]): BillingState {
  return events.reduce(foldEvent, noBilling);
}
