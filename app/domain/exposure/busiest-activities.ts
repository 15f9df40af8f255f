import { applyGates } from "./apply-gates.ts";
import { splitOf } from "./draw-occupation.ts";
import type { ActivityHours } from "./exposure-assessment.ts";
import type { AdoptionParameters, OccupationPack } from "./occupation-pack.ts";
import { adoptedParts, lastQuarter } from "./project-timeline.ts";
import { mergeCells } from "./score-role.ts";
import type { AssessedRole } from "./sum-exposure.ts";

const mostActivities = 8;

/** The activities that make up most hours of the last quarter of a scenario, over all roles. */
export function busiestActivities(
  assessed: readonly AssessedRole[],
  adoption: AdoptionParameters,
  pack: OccupationPack,
): readonly ActivityHours[] {
  const { model } = pack;
  const { now, later } = adoptedParts(lastQuarter, adoption);
  const hours = new Map<number, number>();
  for (const [judgement, total] of hoursByJudgement(assessed)) {
    for (const cell of mergeCells(judgement.placed.mixture, pack)) {
      const score = cell.e1 + model.softwareWeight * cell.e2;
      if (score === 0) continue;
      const split = applyGates(splitOf(cell, model), judgement.gates, model.gates);
      const used = (cell.e1 * now + model.softwareWeight * cell.e2 * later) / score;
      const inUse = (total * cell.weight * (split.automatable + split.augmentable) * used) / 4;
      hours.set(cell.activity, (hours.get(cell.activity) ?? 0) + inUse);
    }
  }
  return [...hours]
    .map(([at, inUse]) => ({
      activity: pack.activities[at]?.id ?? "",
      label: pack.activities[at]?.label ?? "",
      hours: inUse,
    }))
    .sort((a, b) => b.hours - a.hours || (a.activity < b.activity ? -1 : 1))
    .slice(0, mostActivities);
}

function hoursByJudgement(assessed: readonly AssessedRole[]): ReadonlyMap<AssessedRole["judgement"], number> {
  const hours = new Map<AssessedRole["judgement"], number>();
  for (const { judgement, result } of assessed)
    if (judgement.score !== null) hours.set(judgement, (hours.get(judgement) ?? 0) + result.hours);
  return hours;
}
