import { totalHeadcount } from "#app/domain/workforce/headcount.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import type { InterventionPack } from "./intervention-pack.ts";
import type { CandidateAction, PlanConstraints } from "./plan.ts";

/** Hours a week are started with this much more than the mandatory actions need on average: they are not spread evenly. */
const headroom = 2;

/**
 * A starting point until somebody says otherwise: about 45 euros a head and quarter, for each pool the pack's hours by size; or what
 * the mandatory actions need by their common date, if that is more, so that the first plan is possible.
 */
export function startingConstraints(
  roles: readonly Pick<Role, "headcount">[],
  pack: InterventionPack,
  candidates: readonly CandidateAction[],
  currency: string,
  perEuro: number,
): PlanConstraints {
  const heads = totalHeadcount(roles);
  const weeks = pack.overdueWithinDays / 7;
  const mandatory = candidates.filter((candidate) => candidate.mandatory);
  const needed = (pool: string) => mandatory.reduce((sum, { modes }) => sum + (modes[0]?.hours[pool] ?? 0), 0) / weeks;
  const cash = mandatory.reduce((sum, { modes }) => sum + (modes[0]?.cash ?? 0), 0) / (weeks / 13);
  const quarter = Math.ceil(Math.max((4_000 + 45 * heads) * perEuro, headroom * cash) / 500) * 500;
  return {
    currency,
    budgetByQuarter: [quarter, quarter, quarter, quarter],
    hoursPerWeek: Object.fromEntries(
      pack.pools.map(({ id, defaultHoursPerWeek: { fixed, each } }) => [
        id,
        Math.ceil(Math.max(fixed + each * heads, headroom * needed(id))),
      ]),
    ),
    freeze: [],
    riskAversion: 0.5,
    changeCost: Math.round(600 * perEuro),
    changesAtOnce: 2,
    actionsAtOnce: Math.max(8, Math.ceil(heads / 40)),
    hourWorth: Math.round(pack.worth.hour * perEuro),
    pins: [],
  };
}

/** Units of a currency for one euro; 1 where no rate is known, so that figures stay in euros' size. */
export function perEuroOf(currency: string, pack: InterventionPack): number {
  const euros = pack.rates.perUnit[currency];
  return euros === undefined ? 1 : 1 / euros;
}
