import { totalHeadcount } from "#app/domain/workforce/headcount.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import type { InterventionPack } from "./intervention-pack.ts";
import type { PlanConstraints } from "./plan.ts";

/** A starting point by size, until somebody says otherwise: about 45 a head and quarter, and the pack's hours for each pool. */
export function startingConstraints(
  roles: readonly Role[],
  pack: InterventionPack,
  currency: string,
  perEuro: number,
): PlanConstraints {
  const heads = totalHeadcount(roles);
  const quarter = Math.round((4_000 + 45 * heads) * perEuro * 0.002) * 500;
  return {
    currency,
    budgetByQuarter: [quarter, quarter, quarter, quarter],
    hoursPerWeek: Object.fromEntries(
      pack.pools.map(({ id, defaultHoursPerWeek: { fixed, each } }) => [id, Math.round(fixed + each * heads)]),
    ),
    freeze: [],
    riskAversion: 0.5,
    changeCost: Math.round(600 * perEuro),
    changesAtOnce: 2,
    pins: [],
  };
}

/** Units of a currency for one euro; 1 where no rate is known, so that figures stay in euros' size. */
export function perEuroOf(currency: string, pack: InterventionPack): number {
  const euros = pack.rates.perUnit[currency];
  return euros === undefined ? 1 : 1 / euros;
}
