import { totalHeadcount } from "../workforce/headcount.ts";
import type { ExposureGroup, ExposureGroups } from "./exposure-assessment.ts";
import { type AssessedRole, byHours, byPay, paidOf, weightedShares } from "./sum-exposure.ts";

/** An organization with more groups of a kind than these names something else by it; the largest stay. */
const mostGroups = 200;

/** Departments, sites and levels, each from the draws of its roles together, most exposed first. */
export function groupExposure(assessed: readonly AssessedRole[]): ExposureGroups {
  return {
    department: groupsBy(assessed, "department"),
    site: groupsBy(assessed, "site"),
    level: groupsBy(assessed, "level"),
  };
}

function groupsBy(assessed: readonly AssessedRole[], by: keyof ExposureGroups): readonly ExposureGroup[] {
  const members = new Map<string | null, AssessedRole[]>();
  for (const each of assessed) {
    if (each.judgement.score === null) continue;
    const name = each.result[by] ?? null;
    const known = members.get(name);
    if (known === undefined) members.set(name, [each]);
    else known.push(each);
  }
  const largest = [...members]
    .map(([name, roles]) => ({ name, roles, headcount: totalHeadcount(roles.map(({ result }) => result)) }))
    .sort((a, b) => b.headcount - a.headcount || ((a.name ?? "") < (b.name ?? "") ? -1 : 1))
    .slice(0, mostGroups);
  return largest
    .flatMap(({ name, roles, headcount }): ExposureGroup[] => {
      const hours = weightedShares(roles, byHours);
      const paid = paidOf(roles);
      return hours === null
        ? []
        : [
            {
              name,
              headcount,
              hours,
              payroll: weightedShares(paid, byPay),
              payKnown: totalHeadcount(paid.map(({ result }) => result)) / headcount,
            },
          ];
    })
    .sort((a, b) => b.hours.score.value - a.hours.score.value);
}
