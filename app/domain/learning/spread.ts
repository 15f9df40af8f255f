import type { Evidence } from "./evidence.ts";
import { bySegment, type Spread, type Summed } from "./hierarchy.ts";

/** Of effects in units of one standard deviation: what is assumed before outcomes say otherwise, and the least ever used. */
export const usualSpread: Spread = { betweenOrganizations: 0.15, betweenSegments: 0.12 };
export const leastSpread: Spread = { betweenOrganizations: 0.12, betweenSegments: 0.09 };

/** How firmly the usual spread is held: standard deviation of its logarithm. */
const firmness = 0.3;

/** Steps of the grid on each side of the usual value, and how far it reaches: a factor of five. */
const gridSteps = 10;
const reach = Math.log(5);

/**
 * Both spreads from several effects at once: restricted likelihood with a weak pull to the usual ones, averaged over a grid (root of
 * the mean square) and not maximised, because the mode of a spread lies below its mean and makes intervals too narrow; then the floors.
 * `groups` holds the measured outcomes of one effect each, in units of its standard deviation.
 */
export function estimateSpread(groups: readonly (readonly Evidence[])[]): Spread {
  const cells = groups.map((group) => [...bySegment(group).values()]).filter((segments) => segments.length > 0);
  if (cells.length === 0) return usualSpread;
  const steps = Array.from({ length: 2 * gridSteps + 1 }, (_, at) => Math.exp(reach * (at / gridSteps - 1)));
  const tried = steps.flatMap((a) =>
    steps.map((b) => {
      const spread = {
        betweenOrganizations: a * usualSpread.betweenOrganizations,
        betweenSegments: b * usualSpread.betweenSegments,
      };
      return { spread, log: penalised(cells, spread) };
    }),
  );
  const most = Math.max(...tried.map(({ log }) => log));
  let total = 0;
  let squareO = 0;
  let squareS = 0;
  for (const { spread, log } of tried) {
    const weight = Math.exp(log - most);
    total += weight;
    squareO += weight * spread.betweenOrganizations ** 2;
    squareS += weight * spread.betweenSegments ** 2;
  }
  return {
    betweenOrganizations: Math.max(leastSpread.betweenOrganizations, Math.sqrt(squareO / total)),
    betweenSegments: Math.max(leastSpread.betweenSegments, Math.sqrt(squareS / total)),
  };
}

function penalised(cells: readonly (readonly (readonly Summed[])[])[], spread: Spread): number {
  const pull = (value: number, usual: number) => -((Math.log(value / usual) / firmness) ** 2) / 2;
  return (
    cells.reduce((sum, segments) => sum + restrictedLikelihood(segments, spread), 0) +
    pull(spread.betweenOrganizations, usualSpread.betweenOrganizations) +
    pull(spread.betweenSegments, usualSpread.betweenSegments)
  );
}

/** Logarithm, up to a constant: organizations around their segment's mean, then segments around the common one. */
function restrictedLikelihood(segments: readonly (readonly Summed[])[], spread: Spread): number {
  const tauO = spread.betweenOrganizations ** 2;
  const tauS = spread.betweenSegments ** 2;
  let log = 0;
  const cells = segments.map((organizations) => {
    const own = gather(organizations.map(({ mean, precision }) => ({ mean, weight: 1 / (1 / precision + tauO) })));
    log += own.log;
    return { mean: own.mean, weight: 1 / (1 / own.weight + tauS) };
  });
  return log + gather(cells).log;
}

type Weighted = { readonly mean: number; readonly weight: number };

function gather(parts: readonly Weighted[]): Weighted & { readonly log: number } {
  let weight = 0;
  let sum = 0;
  let log = 0;
  for (const part of parts) {
    weight += part.weight;
    sum += part.weight * part.mean;
    log += Math.log(part.weight) / 2;
  }
  const mean = sum / weight;
  for (const part of parts) log -= (part.weight * (part.mean - mean) ** 2) / 2;
  return { mean, weight, log: log - Math.log(weight) / 2 };
}
