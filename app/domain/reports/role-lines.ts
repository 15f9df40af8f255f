import type { ExposureAssessment, MatchState, RoleExposure } from "../exposure/exposure-assessment.ts";
import type { Estimate } from "../kernel/estimate.ts";
import { hidesGroup } from "../tenancy/small-groups.ts";

export type RoleLine = {
  readonly id: string;
  readonly title: string;
  readonly headcount: number;
  readonly score: Estimate;
  readonly automatable: number;
  readonly augmentable: number;
  readonly human: number;
  readonly mostly: "automatable" | "augmentable" | "human";
  /** A year, in the assessment's currency; null when pay is not known. */
  readonly payroll: number | null;
  readonly hours: number;
  readonly state: MatchState;
};

/** Roles that can be shown, most exposed hours first, and how many were left out because fewer than five people have them. */
export function roleLines(
  assessment: ExposureAssessment,
  seesPeople: boolean,
): { readonly roles: readonly RoleLine[]; readonly hidden: number } {
  const assessable = assessment.roles.filter((role) => role.assessable);
  const shown = assessable.filter(({ headcount }) => !hidesGroup(headcount, seesPeople));
  const roles = shown.map(lineOf).sort((a, b) => b.hours * b.score.value - a.hours * a.score.value);
  return { roles, hidden: assessable.length - shown.length };
}

function lineOf(role: RoleExposure): RoleLine {
  const shares = [
    ["automatable", role.automatable.value],
    ["augmentable", role.augmentable.value],
    ["human", role.human.value],
  ] as const;
  const [mostly] = shares.reduce((most, one) => (one[1] > most[1] ? one : most));
  return {
    id: role.id,
    title: role.title,
    headcount: role.headcount,
    score: role.score,
    automatable: role.automatable.value,
    augmentable: role.augmentable.value,
    human: role.human.value,
    mostly,
    payroll: role.payroll,
    hours: role.hours,
    state: role.state,
  };
}
