import ical, { ICalAlarmType, ICalCalendarMethod } from "ical-generator";
import type { CalendarEvent } from "#app/domain/compliance/calendar.ts";
import { daysBetween } from "#app/domain/kernel/iso-date.ts";

/** All-day events as an iCalendar file, in UTC days. */
export function calendarResponse(events: readonly CalendarEvent[], name: string): Response {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Groundwork", product: "Duties", language: "EN" },
    ttl: 12 * 3600,
  });
  for (const { uid, date, title, description, remindOn } of events) {
    calendar.createEvent({
      id: uid,
      start: `${date}T00:00:00.000Z`,
      allDay: true,
      summary: title,
      description,
      // The stamp says when the event was last written: its own day, so that equal events are equal bytes.
      stamp: `${date}T00:00:00.000Z`,
      alarms: remindOn.map((day) => ({
        type: ICalAlarmType.display,
        triggerBefore: daysBetween(day, date) * 86_400,
        description: title,
      })),
    });
  }
  return new Response(calendar.toString(), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'attachment; filename="duties.ics"',
      "Cache-Control": "private, max-age=3600",
    },
  });
}
