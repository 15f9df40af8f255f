import type { Evidence } from "./evidence.ts";
import { bySegment, type Spread, type Summed } from "./hierarchy.ts";

/** Of effects in units of one standard deviation: what is assumed before outcomes say otherwise, and the least ever used. */
export const usualSpread: Spread = { betweenOrganizations: 0.15, betweenSegments: 0.12 };
export const leastSpread: Spread = { betweenOrganizations: 0.08, betweenSegments: 0.06 };

/** How firmly the usual spread is held: standard deviation of its logarithm. */
const firmness = 0.6;
const gridSteps = 12;

/**
 * Restricted maximum likelihood of both spreads over several effects at once, with a weak pull to the usual ones and the floors.
 * `groups` holds the measured outcomes of one effect each, already in units of its standard deviation.
 */
export function estimateSpread(groups: readonly (readonly Evidence[])[]): Spread {
  const cells = groups.map((group) => [...bySegment(group).values()]).filter((segments) => segments.length > 0);
  if (cells.length === 0) return usualSpread;
  let best = usualSpread;
  let bestLikelihood = penalised(cells, best);
  let reach = Math.log(6);
  for (let round = 0; round < 3; round++) {
    const centre = best;
    for (let i = 0; i <= gridSteps; i++) {
      for (let j = 0; j <= gridSteps; j++) {
        const tried = {
          betweenOrganizations: centre.betweenOrganizations * Math.exp(reach * ((2 * i) / gridSteps - 1)),
          betweenSegments: centre.betweenSegments * Math.exp(reach * ((2 * j) / gridSteps - 1)),
        };
        const likelihood = penalised(cells, tried);
        if (likelihood > bestLikelihood) {
          best = tried;
          bestLikelihood = likelihood;
        }
      }
    }
    reach /= gridSteps / 3;
  }
  return {
    betweenOrganizations: Math.max(leastSpread.betweenOrganizations, best.betweenOrganizations),
    betweenSegments: Math.max(leastSpread.betweenSegments, best.betweenSegments),
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
