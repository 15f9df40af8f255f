import type { Entitlements } from "./entitlements.ts";
import type { Allowance, PlanName } from "./plans.ts";

/** How much of each allowance is in use; what is not listed is 0. */
export type Usage = Readonly<Partial<Record<Allowance, number>>>;

/** Whether something more fits, and if not, in what terms to say so. */
export type RoomVerdict =
  | { readonly fits: true; readonly left: number }
  | {
      readonly fits: false;
      readonly allowance: Allowance;
      readonly limit: number;
      readonly used: number;
      readonly plan: PlanName;
    };

/** What is left of an allowance, never below 0: a plan that was made smaller takes nothing away, it only stops growth. */
export function entitlementLeft(entitlements: Entitlements, usage: Usage, allowance: Allowance): number {
  return Math.max(0, entitlements.limits[allowance] - (usage[allowance] ?? 0));
}

/** Whether `adding` more of an allowance fits; adding nothing always does. */
export function roomFor(entitlements: Entitlements, usage: Usage, allowance: Allowance, adding: number): RoomVerdict {
  const left = entitlementLeft(entitlements, usage, allowance);
  if (adding <= left) return { fits: true, left: left - Math.max(0, adding) };
  return {
    fits: false,
    allowance,
    limit: entitlements.limits[allowance],
    used: usage[allowance] ?? 0,
    plan: entitlements.plan,
  };
}

/** The calendar month (UTC) in which monthly allowances are counted, `YYYY-MM`. */
export function monthOf(moment: Date): string {
  return moment.toISOString().slice(0, 7);
}
