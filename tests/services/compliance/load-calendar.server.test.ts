import { expect, test } from "vitest";
import { calendarResponse } from "#app/http/calendar-response.server.ts";
import { createCalendarFeed, revokeCalendarFeed } from "#app/services/compliance/create-calendar-feed.server.ts";
import { loadCalendar, loadCalendarFeed } from "#app/services/compliance/load-calendar.server.ts";
import { saveFacts } from "#app/services/compliance/save-facts.server.ts";
import { calendarFeeds } from "#db/schema/compliance.ts";
import { aComplianceDesk } from "#tests/builders/compliance-deps.ts";

async function aDeskWithDates() {
  const desk = await aComplianceDesk();
  await saveFacts(desk.deps, desk.actor, [
    { fact: "org.workers_in", value: ["EU-FR"], version: 0 },
    { fact: "org.headcount", value: 400, version: 0 },
  ]);
  return desk;
}

test("a secret address shows the same dates as the page, until it is ended or renewed", async () => {
  await using desk = await aDeskWithDates();
  const page = await loadCalendar(desk.deps, desk.actor);
  const made = await createCalendarFeed(desk.deps, desk.actor);
  if (!made.ok || !page.ok) throw new Error("forbidden");
  const feed = await loadCalendarFeed(desk.deps, made.value.token);
  expect(feed.ok && feed.value.events).toEqual(page.value.events);
  const renewed = await createCalendarFeed(desk.deps, desk.actor);
  expect((await loadCalendarFeed(desk.deps, made.value.token)).ok).toBe(false);
  if (!renewed.ok) throw new Error("forbidden");
  await revokeCalendarFeed(desk.deps, desk.actor);
  expect((await loadCalendarFeed(desk.deps, renewed.value.token)).ok).toBe(false);
  expect((await loadCalendarFeed(desk.deps, "")).ok).toBe(false);
});

test("the secret itself is not in the database", async () => {
  await using desk = await aComplianceDesk();
  const made = await createCalendarFeed(desk.deps, desk.actor);
  if (!made.ok) throw new Error("forbidden");
  expect(JSON.stringify(await desk.deps.db.select().from(calendarFeeds))).not.toContain(made.value.token);
});

test("a viewer makes no address", async () => {
  await using desk = await aComplianceDesk("viewer");
  expect((await createCalendarFeed(desk.deps, desk.actor)).ok).toBe(false);
});

test("the file is an iCalendar of whole days with reminders, the same bytes each time", async () => {
  await using desk = await aDeskWithDates();
  const page = await loadCalendar(desk.deps, desk.actor);
  if (!page.ok) throw new Error("forbidden");
  const write = () => calendarResponse(page.value.events, "Duties").text();
  const text = await write();
  expect(await write()).toBe(text);
  expect(text).toContain("BEGIN:VCALENDAR");
  expect(text).toContain("DTSTART;VALUE=DATE:20270607");
  expect(text).toContain("UID:2027-06-07.eu-pay-transparency@groundwork");
  expect(text).toContain("TRIGGER:-P30D");
  expect(text.split("\r\n").every((line) => line.length <= 75)).toBe(true);
});
