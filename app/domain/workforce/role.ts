import type { RoleId } from "../kernel/ids.ts";
import type { Currency } from "../kernel/money.ts";

/** Circumstances of a role that published exposure figures do not know. A gate left out is not answered and has no effect. */
export type Gates = {
  /** The work needs somebody on the spot. */
  readonly physicalPresence?: boolean;
  /** A licensed person has to sign the result. */
  readonly licensedSignOff?: boolean;
  /** The material may not leave systems that the organization controls. */
  readonly confidentialData?: boolean;
  /** A mistake is expensive or cannot be undone. */
  readonly highErrorCost?: boolean;
  /** The systems the work happens in cannot be reached by software. */
  readonly noSystemAccess?: boolean;
};

export const gateNames = [
  "physicalPresence",
  "licensedSignOff",
  "confidentialData",
  "highErrorCost",
  "noSystemAccess",
] as const satisfies readonly (keyof Gates)[];

export type GateName = (typeof gateNames)[number];

/** A duty in the organization's own words. */
export type StatedTask = {
  readonly text: string;
  /** Share of working time, 0..1; absent when nobody said. */
  readonly timeShare?: number;
  /** The work activity that a person chose for it, by id, or `noActivity`; absent when its words decide. */
  readonly activity?: string;
};

/** Duties of one role, and characters of one duty. */
export const mostTasks = 60;
export const longestTask = 300;

/** What a person chooses when none of the known activities is the duty. */
export const noActivity = "none";

/** A kind of job in an organization: the unit that exposure is assessed for. */
export type Role = {
  readonly id: RoleId;
  readonly title: string;
  /** People, in full-time equivalents; above 0, may be fractional. */
  readonly headcount: number;
  /** Pay of one person for one year, in `currency`; absent when not known. */
  readonly annualPay?: number;
  readonly currency?: Currency;
  /** The O*NET-SOC code that a person confirmed for this title. */
  readonly onet?: string;
  /** Free text that helps to recognise the title: department, pasted duties. */
  readonly context?: string;
  readonly tasks?: readonly StatedTask[];
  readonly gates?: Gates;
  readonly department?: string;
  readonly site?: string;
  readonly level?: string;
  /** ISO 3166-1 alpha-2, or with a subdivision (`US-IL`). */
  readonly country?: string;
  /** Working hours of one full-time person in a year. */
  readonly hoursPerYear?: number;
};

/** The order in which an assessment takes roles, so that the same roster has the same hash however it was read. */
export function byTitle(a: Role, b: Role): number {
  if (a.title !== b.title) return a.title < b.title ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
