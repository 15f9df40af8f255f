import type { Dated } from "../kernel/dated.ts";
import { inForceOn } from "../kernel/dated.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { Money } from "../kernel/money.ts";

export type PlanName = "free" | "team" | "consultancy";

/** What a plan limits. The last three are counted for each calendar month (UTC), the others at any one time. */
export type Allowance = "roles" | "members" | "client-workspaces" | "site-audits" | "probe-runs" | "model-drafts";

export const allowances: readonly Allowance[] = [
  "roles",
  "members",
  "client-workspaces",
  "site-audits",
  "probe-runs",
  "model-drafts",
];

export const monthlyAllowances: ReadonlySet<Allowance> = new Set(["site-audits", "probe-runs", "model-drafts"]);

export type Limits = Readonly<Record<Allowance, number>>;

/** Price a month before tax and what it buys. */
export type PlanTerms = { readonly monthly: Money; readonly limits: Limits };

/** `lookupKey` names the price at the payment provider; null for a plan that is not sold. */
export type PricePlan = {
  readonly id: PlanName;
  readonly name: string;
  readonly suits: string;
  readonly lookupKey: string | null;
  readonly history: readonly Dated<PlanTerms>[];
};

/** Plans from the smallest to the largest; `graceDays` keeps a plan alive after a payment failed. */
export type PricePlanPack = {
  readonly version: string;
  readonly graceDays: number;
  readonly plans: readonly PricePlan[];
};

export type PlanOffer = Omit<PricePlan, "history"> & PlanTerms;

/** The plan as sold on `asOf`, or null when it was not sold yet. */
export function offerOn(pack: PricePlanPack, plan: PlanName, asOf: IsoDate): PlanOffer | null {
  const found = pack.plans.find((candidate) => candidate.id === plan);
  const terms = found === undefined ? null : inForceOn(found.history, asOf);
  if (found === undefined || terms === null) return null;
  const { history: _, ...offer } = found;
  return { ...offer, ...terms.value };
}

/** Every plan sold on `asOf`, smallest first. */
export function offersOn(pack: PricePlanPack, asOf: IsoDate): readonly PlanOffer[] {
  return pack.plans.flatMap((plan) => offerOn(pack, plan.id, asOf) ?? []);
}

/** The plan that the provider's price name stands for, or null for a price that is not ours. */
export function planOfLookupKey(pack: PricePlanPack, lookupKey: string): PlanName | null {
  return pack.plans.find((plan) => plan.lookupKey === lookupKey)?.id ?? null;
}
