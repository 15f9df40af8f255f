/** An ISO 4217 code in capitals. */
export type Currency = string;

export type Money = { readonly amount: number; readonly currency: Currency };

/** Units of the organization's currency for one unit of each other currency, as of a day, editable by the organization. */
export type Rates = {
  readonly asOf: string;
  readonly base: Currency;
  readonly perUnit: Readonly<Record<Currency, number>>;
};

/** `amount` in the base currency of `rates`, or null when no rate is known: an unknown is never taken for 1. */
export function convert(money: Money, rates: Rates): number | null {
  if (money.currency === rates.base) return money.amount;
  const rate = rates.perUnit[money.currency];
  return rate === undefined ? null : money.amount * rate;
}

/** The same rates for another base currency, or null when its own rate is not known. */
export function rebased(rates: Rates, base: Currency): Rates | null {
  if (rates.base === base) return rates;
  const unit = rates.perUnit[base];
  if (unit === undefined) return null;
  const others = Object.entries({ ...rates.perUnit, [rates.base]: 1 }).filter(([currency]) => currency !== base);
  return {
    asOf: rates.asOf,
    base,
    perUnit: Object.fromEntries(others.map(([currency, rate]) => [currency, rate / unit])),
  };
}
