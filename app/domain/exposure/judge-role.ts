import type { Gates, Role } from "../workforce/role.ts";
import type { Driver, Redeployment, TechnicalParts } from "./exposure-assessment.ts";
import type { ExposureKnowledge } from "./exposure-input.ts";
import { findRedeployment } from "./find-redeployment.ts";
import { type PlacedRole, placeRole } from "./place-role.ts";
import { activitiesOf, type Score, type ScoreCache, scoreMixture, scoreOccupation } from "./score-role.ts";
import { partsOf } from "./technical-parts.ts";
import { usPayBand } from "./weigh-pay.ts";

/** What follows from a role's words and circumstances alone, whoever and how many have it. `score` is null when it is not assessable. */
export type JudgedRole = {
  readonly placed: PlacedRole;
  readonly gates: Gates | undefined;
  readonly score: Score | null;
  /** What would be possible without the gates; null when the role is not assessable. */
  readonly technical: TechnicalParts | null;
  readonly drivers: readonly Driver[];
  readonly redeployment: readonly Redeployment[];
};

const driverCount = 5;

/** Equal for roles that are judged alike. */
export function judgementKey(role: Role): string {
  const { title, department, context, onet, gates, tasks } = role;
  return JSON.stringify([title, department, context, onet, gates, tasks, onet === undefined ? usPayBand(role) : null]);
}

export function judgeRole(role: Role, { occupations, titles }: ExposureKnowledge, cache: ScoreCache): JudgedRole {
  const placed = placeRole(role, titles.match, occupations);
  const judged = { placed, gates: role.gates };
  const [first, second] = placed.mixture;
  if (first === undefined) return { ...judged, score: null, technical: null, drivers: [], redeployment: [] };
  const score =
    second === undefined
      ? scoreOccupation(first.occupation, role.gates, occupations, cache)
      : scoreMixture(placed.mixture, role.gates, occupations, cache);
  return {
    ...judged,
    technical: partsOf(placed.mixture, occupations),
    score,
    drivers: activitiesOf(placed.mixture, role.gates, occupations)
      .slice(0, driverCount)
      .map(({ evidence: _, believed: _score, ...driver }) => driver),
    redeployment: findRedeployment({ mixture: placed.mixture, score }, occupations, cache),
  };
}
