import type { Branded } from "./ids.ts";

/** A calendar day, `YYYY-MM-DD`, without a time zone. Compares correctly as text. */
export type IsoDate = Branded<"IsoDate">;

const form = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayInMs = 86_400_000;

/** The day that `text` names, or null when it is no day of the calendar. */
export function parseIsoDate(text: string): IsoDate | null {
  if (!form.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : (text as IsoDate);
}

/** The UTC day of a moment. */
export function isoDateOf(moment: Date): IsoDate {
  return moment.toISOString().slice(0, 10) as IsoDate;
}

/** Days from `from` to `to`, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayInMs);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDateOf(new Date(Date.parse(`${date}T00:00:00Z`) + days * dayInMs));
}
