import type { IsoDate } from "../kernel/iso-date.ts";
import { addDays, isoDateOf } from "../kernel/iso-date.ts";
import type { BillingState, Subscription } from "./fold-events.ts";
import type { Limits, PlanName, PricePlanPack } from "./plans.ts";
import { offerOn, planOfLookupKey } from "./plans.ts";

/** `grace`: a payment failed and the plan stays for some days more. */
export type Standing = "free" | "trial" | "active" | "ending" | "grace";

/** What an organization may use on a day, and why. */
export type Entitlements = {
  readonly plan: PlanName;
  readonly standing: Standing;
  /** The day the standing ends unless something is paid; null when it has no end. */
  readonly until: IsoDate | null;
  readonly limits: Limits;
  readonly plansVersion: string;
};

type Claim = { readonly plan: PlanName; readonly standing: Standing; readonly until: IsoDate | null };

/** Days that a paid period may be overdue before a missing renewal event ends the plan: the provider retries for three. */
const lateRenewalDays = 4;

function dayOf(seconds: number): IsoDate {
  return isoDateOf(new Date(seconds * 1000));
}

function claimOf(subscription: Subscription, pack: PricePlanPack, asOf: IsoDate): Claim | null {
  const plan = subscription.lookupKey === null ? null : planOfLookupKey(pack, subscription.lookupKey);
  if (plan === null) return null;
  const paidUntil = subscription.periodEnd === null ? null : dayOf(subscription.periodEnd);
  const claim = (standing: Standing, until: IsoDate | null): Claim | null =>
    until !== null && until < asOf ? null : { plan, standing, until };
  switch (subscription.status) {
    case "trialing":
      return claim("trial", paidUntil);
    case "active":
      if (subscription.endsAtPeriodEnd) return claim("ending", paidUntil);
      return paidUntil !== null && addDays(paidUntil, lateRenewalDays) < asOf ? null : claim("active", null);
    case "past_due":
      return claim("grace", addDays(dayOf(subscription.periodStart ?? subscription.stamp.at), pack.graceDays));
    default:
      return null;
  }
}

/**
 * The best plan that the subscriptions support on `asOf`, or the free one. Two subscriptions at once (a second checkout
 * in another tab) give one plan, not two. Throws when the pack sells no free plan on that day: a fault in the data.
 */
export function entitlementsOn(state: BillingState, pack: PricePlanPack, asOf: IsoDate): Entitlements {
  const size = new Map(pack.plans.map((plan, index) => [plan.id, index]));
  let best: Claim = { plan: "free", standing: "free", until: null };
  for (const subscriptionId of Object.keys(state.subscriptions).sort()) {
    const subscription = state.subscriptions[subscriptionId];
    const claim = subscription === undefined ? null : claimOf(subscription, pack, asOf);
    if (claim !== null && (size.get(claim.plan) ?? 0) > (size.get(best.plan) ?? 0)) best = claim;
  }
  const offer = offerOn(pack, best.plan, asOf);
  if (offer === null) throw new RangeError(`no terms for the plan ${best.plan} on ${asOf}`);
  return { ...best, limits: offer.limits, plansVersion: pack.version };
}

/** What a workspace has when its practice's other workspaces are counted: a consultancy plan covers them all. */
export function coveredBy(own: Entitlements, others: readonly Entitlements[]): Entitlements {
  if (own.plan === "consultancy") return own;
  return others.find(({ plan }) => plan === "consultancy") ?? own;
}

/** Subscriptions that cost money now: more than one is shown, because somebody pays twice. */
export function payingSubscriptions(state: BillingState): readonly Subscription[] {
  return Object.values(state.subscriptions).filter(({ status }) => ["trialing", "active", "past_due"].includes(status));
}

/** The customer whose portal opens: of a paying subscription first, else of the latest checkout. */
export function customerOf(state: BillingState): string | null {
  return (
    payingSubscriptions(state)[0]?.customerId ??
    state.customer?.customerId ??
    Object.values(state.subscriptions)[0]?.customerId ??
    null
  );
}
