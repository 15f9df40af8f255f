import type { Role } from "../workforce/role.ts";
import type { TitleMatch } from "./exposure-assessment.ts";
import { isInUs } from "./national-pay.ts";
import type { Occupation, OccupationPack } from "./occupation-pack.ts";

type Paid = Pick<Role, "annualPay" | "currency" | "country">;

/** Pay within a tenth is one: roles that differ by less are judged alike. */
const band = Math.log(1.1);
/** A pay farther than this from what anybody earns in any of the occupations is in another unit, or a mistake. */
const farthest = 2;
/** Standard deviations between the 10th and the 90th, and the 25th and the 75th percentile. */
const apart = { tenths: 2.563, quarters: 1.349 };

/** The band of a role's annual pay in US dollars; null where it is not known to be US pay. */
export function usPayBand({ annualPay, currency, country }: Paid): number | null {
  if (annualPay === undefined || annualPay <= 0 || currency !== "USD" || !isInUs(country ?? null)) return null;
  return Math.round(Math.log(annualPay) / band);
}

/**
 * Weighs the occupations that a title may be by US pay in each: a weak likelihood, bounded, and only where the title leaves
 * doubt. It never makes a doubtful title sure, and changes nothing where the pay is not US pay or in an unlikely unit.
 */
export function weighPay(
  found: TitleMatch,
  role: Paid,
  pack: Pick<OccupationPack, "byOnet" | "model">,
): { readonly found: TitleMatch; readonly byPay: boolean } {
  const own = usPayBand(role);
  const { spread, power, most } = pack.model.payEvidence;
  const pays = found.matches.map(({ onet }) => pack.byOnet.get(onet)?.pay ?? null);
  if (own === null || found.confident || found.matches.length < 2) return { found, byPay: false };
  const level = own * band;
  if (!pays.some((pay) => pay !== null && isLikely(level, pay))) return { found, byPay: false };
  const logs = pays.map((pay) => (pay === null ? null : logDensity(level, pay, spread)));
  const known = logs.flatMap((log) => (log === null ? [] : [log]));
  const middle = known.reduce((sum, log) => sum + log, 0) / Math.max(1, known.length);
  const bound = Math.log(most) / 2;
  const factors = logs.map((log) => Math.exp(Math.min(bound, Math.max(-bound, power * ((log ?? middle) - middle)))));
  const before = found.matches.reduce((sum, { probability }) => sum + probability, 0);
  const weighed = found.matches.map((match, at) => ({ ...match, probability: match.probability * (factors[at] ?? 1) }));
  const after = weighed.reduce((sum, { probability }) => sum + probability, 0);
  const matches = weighed
    .map((match) => ({ ...match, probability: Math.floor((match.probability / after) * before * 1e6) / 1e6 }))
    .sort((a, b) => b.probability - a.probability || (a.soc < b.soc ? -1 : 1));
  return { found: { matches, confident: false }, byPay: true };
}

type Percentiles = NonNullable<Occupation["pay"]>;

function isLikely(level: number, pay: Percentiles): boolean {
  const known = pay.filter((dollars) => dollars !== null);
  const [least, greatest] = [Math.min(...known), Math.max(...known)];
  return known.length > 0 && level >= Math.log(least / farthest) && level <= Math.log(greatest * farthest);
}

/** Of the logarithm of pay, as if it were normal; null where the median is not published. */
function logDensity(level: number, pay: Percentiles, spread: number): number | null {
  const [tenth, quarter, median, threeQuarters, nineTenths] = pay.map((dollars) =>
    dollars === null ? null : Math.log(dollars),
  );
  if (median === null || median === undefined) return null;
  const sd = distance(tenth, nineTenths, apart.tenths) ?? distance(quarter, threeQuarters, apart.quarters) ?? 0;
  const whole = Math.hypot(sd, spread);
  return -(((level - median) / whole) ** 2) / 2 - Math.log(whole);
}

function distance(low: number | null | undefined, high: number | null | undefined, deviations: number): number | null {
  return low === null || low === undefined || high === null || high === undefined ? null : (high - low) / deviations;
}
