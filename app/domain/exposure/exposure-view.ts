import type { Estimate } from "../kernel/estimate.ts";
import { totalHeadcount } from "../workforce/headcount.ts";
import type {
  ExposureAssessment,
  ExposureGroup,
  ExposureGroups,
  MatchState,
  RoleExposure,
  WeightedShares,
} from "./exposure-assessment.ts";

/** A role as a page lists it. Figures are null where the role is too small for this person to see, or not assessable. */
export type ExposureLine = {
  readonly id: string;
  readonly title: string;
  readonly occupation: string | null;
  readonly state: MatchState;
  readonly headcount: number | null;
  readonly department: string | null;
  readonly site: string | null;
  readonly level: string | null;
  readonly figures: {
    readonly score: Estimate;
    readonly automatable: number;
    readonly augmentable: number;
    readonly human: number;
    readonly hours: number;
    readonly hoursExposed: Estimate;
    readonly payroll: number | null;
    readonly payrollExposed: Estimate | null;
  } | null;
  /** Why there are no figures. */
  readonly absent: "small" | "unmatched" | "not-assessable" | null;
};

/** The line of a role that this person may not see. */
export function hiddenLine(line: ExposureLine): ExposureLine {
  return { ...line, headcount: null, figures: null, absent: "small" };
}

/** The line of a role that this person may see. */
export function exposureLine(role: RoleExposure): ExposureLine {
  const absent = role.state === "unmatched" ? "unmatched" : role.assessable ? null : "not-assessable";
  return {
    id: role.id,
    title: role.title,
    occupation: role.match?.title ?? null,
    state: role.state,
    headcount: role.headcount,
    department: role.department ?? null,
    site: role.site ?? null,
    level: role.level ?? null,
    figures: absent === null ? figuresOf(role) : null,
    absent,
  };
}

function figuresOf(role: RoleExposure): ExposureLine["figures"] {
  const { score, automatable, augmentable, human, hours, hoursExposed, payroll, payrollExposed } = role;
  return {
    score,
    automatable: automatable.value,
    augmentable: augmentable.value,
    human: human.value,
    hours,
    hoursExposed,
    payroll,
    payrollExposed,
  };
}

/**
 * The groups as this person may see them: with nobody hidden all roles count, otherwise the small ones are left out of every
 * group, so that no difference tells of them. A result that was kept without groups has none.
 */
export function shownGroups(
  { groups, groupsWithoutApart }: Pick<ExposureAssessment, "groups" | "groupsWithoutApart">,
  hidden: boolean,
): ExposureGroups {
  return (hidden ? groupsWithoutApart : groups) ?? { department: [], site: [], level: [] };
}

/** A group's shares by hours or by pay; null where no pay is known. */
export function groupShares({ hours, payroll }: ExposureGroup, weights: Weights): WeightedShares | null {
  return weights === "payroll" ? payroll : hours;
}

/** Whether figures of an organization count each role by its working hours or by what it is paid. */
export type Weights = "hours" | "payroll";

/** Share of all people whose title nobody has confirmed and the model is not sure of. */
export function unconfirmedShare(roles: readonly Pick<RoleExposure, "headcount" | "state">[]): number {
  const heads = totalHeadcount(roles);
  const open = roles.filter(({ state }) => state === "unconfirmed" || state === "unmatched");
  return heads === 0 ? 0 : totalHeadcount(open) / heads;
}
