import { addDays, type IsoDate } from "../kernel/iso-date.ts";
import type { Deadline } from "./deadlines.ts";
import type { Instrument } from "./obligation-pack.ts";
import { termsOn } from "./state-of-duty.ts";

/** An all-day event. `uid` stays the same for the same deadline, so that a calendar updates it instead of adding another. */
export type CalendarEvent = {
  readonly uid: string;
  readonly date: IsoDate;
  readonly title: string;
  readonly description: string;
  readonly remindOn: readonly IsoDate[];
};

const reminders = [90, 30, 7];

/** Deadlines as calendar events, with reminders 90, 30 and 7 days before, as far as these lie after `asOf`. */
export function calendarEvents(
  deadlines: readonly Deadline[],
  instruments: readonly Instrument[],
  asOf: IsoDate,
): CalendarEvent[] {
  const byId = new Map(instruments.map((instrument) => [instrument.id, instrument]));
  return deadlines.map(({ date, instrument, duties, uncertain }) => {
    const law = byId.get(instrument);
    const name = law === undefined ? instrument : termsOn(law, date).title;
    const count = duties.length === 1 ? "1 duty" : `${duties.length} duties`;
    const lines = duties.map(({ title, citation, verification, applies }) => {
      const open = applies === "unknown" ? ", if it applies: an answer is missing" : "";
      return `- ${title} (${citation}; checked against: ${verification}${open})`;
    });
    return {
      uid: `${date}.${instrument}@groundwork`,
      date,
      title: `${name}: ${count} ${uncertain ? "may begin to bind" : duties.length === 1 ? "begins to bind" : "begin to bind"}`,
      description: `${lines.join("\n")}\n\nThis is not legal advice.`,
      remindOn: reminders.map((days) => addDays(date, -days)).filter((day) => day > asOf),
    };
  });
}
