import type { Money } from "../kernel/money.ts";
import type { Occupation } from "./occupation-pack.ts";

/** Percentiles of US pay that are published, and where a role's own pay stands among them. */
export type NationalPay = {
  /** Annual US dollars at the 10th, 25th, 50th, 75th and 90th percentile; null where not published. */
  readonly percentiles: readonly { readonly percentile: number; readonly dollars: number | null }[];
  /** The role's own pay in dollars and the percentiles it lies between; null where it is not US pay or not known. */
  readonly own: { readonly dollars: number; readonly above: number | null; readonly below: number | null } | null;
};

const percentiles = [10, 25, 50, 75, 90] as const;

/** US pay of an occupation, beside a role's pay where the role is in the United States and paid in dollars. Null where none is published. */
export function nationalPay(
  { pay }: Pick<Occupation, "pay">,
  own: { readonly pay: Money | null; readonly country: string | null },
): NationalPay | null {
  if (pay === null) return null;
  const list = percentiles.map((percentile, at) => ({ percentile, dollars: pay[at] ?? null }));
  if (!isInUs(own.country) || own.pay === null || own.pay.currency !== "USD") return { percentiles: list, own: null };
  const { amount } = own.pay;
  const reached = list.filter(({ dollars }) => dollars !== null && dollars <= amount).at(-1);
  const next = list.find(({ dollars }) => dollars !== null && dollars > amount);
  return {
    percentiles: list,
    own: { dollars: amount, above: reached?.percentile ?? null, below: next?.percentile ?? null },
  };
}

export function isInUs(country: string | null): boolean {
  return country === "US" || country?.startsWith("US-") === true;
}
