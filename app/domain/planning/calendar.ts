import { addDays, daysBetween, type IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { PlanConstraints } from "./plan.ts";

/** Weeks of one period, and periods of one plan: a year. */
export const weeksPerPeriod = 4;
export const periodsPerPlan = 13;
const daysPerPeriod = weeksPerPeriod * 7;
export const daysPerQuarter = 91;

/** The periods of a plan: the first begins on a Monday. */
export type Calendar = { readonly from: IsoDate; readonly periods: number };

/** The Monday on or after a day. */
export function mondayFrom(day: IsoDate): IsoDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, (8 - weekday) % 7);
}

/**
 * The calendar of a plan made on a day: from the next Monday, or in step with the plan in force from its next period, so that
 * nothing moves only because periods begin on other days.
 */
export function calendarFrom(asOf: IsoDate, inForce: IsoDate | null): Calendar {
  if (inForce === null || inForce >= asOf) return { from: inForce ?? mondayFrom(asOf), periods: periodsPerPlan };
  const past = Math.ceil(daysBetween(inForce, asOf) / daysPerPeriod);
  return { from: addDays(inForce, past * daysPerPeriod), periods: periodsPerPlan };
}

export function startOf(calendar: Calendar, period: number): IsoDate {
  return addDays(calendar.from, period * daysPerPeriod);
}

/** The number of whole periods that have ended by a day, 0 before the first does; at most the plan's length. */
export function periodsBy(calendar: Calendar, day: IsoDate): number {
  return Math.min(calendar.periods, Math.max(0, Math.floor(daysBetween(calendar.from, day) / daysPerPeriod)));
}

/** The period a day falls in, below 0 before the first. */
export function periodOf(calendar: Calendar, day: IsoDate): number {
  return Math.floor(daysBetween(calendar.from, day) / daysPerPeriod);
}

/** Share of each period that is not frozen, 0..1. */
export function openShares(calendar: Calendar, freeze: PlanConstraints["freeze"]): number[] {
  return Array.from({ length: calendar.periods }, (_, period) => {
    const first = startOf(calendar, period);
    let open = 0;
    for (let day = 0; day < daysPerPeriod; day++) {
      const date = addDays(first, day);
      if (!freeze.some(({ from, to }) => from <= date && date <= to)) open++;
    }
    return open / daysPerPeriod;
  });
}

/**
 * Cash released by the start of each period: each quarter's budget at its start, from the quarter that began on
 * `quarterFrom`; quarters past the list repeat the last.
 */
export function cashByPeriod(calendar: Calendar, budgetByQuarter: readonly number[], quarterFrom: IsoDate): number[] {
  return Array.from({ length: calendar.periods }, (_, period) => {
    const quarters = Math.floor(daysBetween(quarterFrom, startOf(calendar, period)) / daysPerQuarter) + 1;
    let released = 0;
    for (let quarter = 0; quarter < quarters; quarter++)
      released += budgetByQuarter[quarter] ?? budgetByQuarter.at(-1) ?? 0;
    return released;
  });
}

/** The budget quarter that is running when a plan begins, and what earlier quarters released and nobody spent. */
export type Budget = { readonly quarterFrom: IsoDate; readonly carried: number };

/** A later plan goes on with the quarters of the one in force; `spent` is the cash of its items that start in [from, to). */
export function budgetFrom(
  calendar: Calendar,
  inForce: Budget | null,
  quarterly: number,
  spent: (from: IsoDate, to: IsoDate) => number,
): Budget {
  let { quarterFrom, carried } = inForce ?? { quarterFrom: calendar.from, carried: 0 };
  while (addDays(quarterFrom, daysPerQuarter) <= calendar.from) {
    const next = addDays(quarterFrom, daysPerQuarter);
    carried = Math.max(0, carried + quarterly - spent(quarterFrom, next));
    quarterFrom = next;
  }
  return { quarterFrom, carried };
}
