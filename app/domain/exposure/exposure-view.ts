import type { Estimate } from "../kernel/estimate.ts";
import type { ExposureAssessment, MatchState, RoleExposure } from "./exposure-assessment.ts";

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

/** Hours-weighted exposure of a department, site or level. */
export type ExposureGroup = {
  readonly name: string | null;
  readonly headcount: number;
  readonly score: Estimate;
  readonly automatable: number;
  readonly augmentable: number;
  readonly human: number;
};

/** One line a role, in the assessment's order; `hidden` holds the places of roles that this person may not see. */
export function exposureLines(assessment: ExposureAssessment, hidden: ReadonlySet<number>): readonly ExposureLine[] {
  return assessment.roles.map((role, at) => lineOf(role, hidden.has(at)));
}

function lineOf(role: RoleExposure, hidden: boolean): ExposureLine {
  const absent = hidden
    ? "small"
    : role.state === "unmatched"
      ? "unmatched"
      : role.assessable
        ? null
        : "not-assessable";
  return {
    id: role.id,
    title: role.title,
    occupation: role.match?.title ?? null,
    state: role.state,
    headcount: hidden ? null : role.headcount,
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
 * Groups the lines that have figures, most exposed first. The ends of the roles' intervals are added up: errors that roles
 * share do not cancel, so a group's interval is on the wide side.
 */
export function exposureGroups(
  lines: readonly ExposureLine[],
  by: "department" | "site" | "level",
): readonly ExposureGroup[] {
  const groups = new Map<string | null, (ExposureLine & { figures: NonNullable<ExposureLine["figures"]> })[]>();
  for (const line of lines) {
    const { figures } = line;
    if (figures !== null) groups.set(line[by], [...(groups.get(line[by]) ?? []), { ...line, figures }]);
  }
  return [...groups]
    .map(([name, members]) => {
      const hours = members.reduce((sum, { figures }) => sum + figures.hours, 0);
      const mean = (value: (figures: (typeof members)[number]["figures"]) => number) =>
        members.reduce((sum, { figures }) => sum + figures.hours * value(figures), 0) / hours;
      return {
        name,
        headcount: members.reduce((sum, { headcount }) => sum + (headcount ?? 0), 0),
        score: {
          value: mean(({ score }) => score.value),
          low: mean(({ score }) => score.low),
          high: mean(({ score }) => score.high),
        },
        automatable: mean(({ automatable }) => automatable),
        augmentable: mean(({ augmentable }) => augmentable),
        human: mean(({ human }) => human),
      };
    })
    .sort((a, b) => b.score.value - a.score.value);
}
