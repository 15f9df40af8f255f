import { expect, test } from "vitest";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import { calendarEvents } from "#app/domain/compliance/calendar.ts";
import { coverageOf } from "#app/domain/compliance/coverage.ts";
import { deadlinesOf } from "#app/domain/compliance/deadlines.ts";
import type { Rule } from "#app/domain/compliance/obligation-pack.ts";
import { aDuty, anInstrument, anObligation, anObligationPack, day, someFacts } from "#tests/builders/obligations.ts";

const always: Rule = { always: true };
const publicBody: Rule = { fact: "org.public_body", op: "eq", value: true };
const cite = [{ title: "Example Act" }];
const later = anObligation(always, { id: "later", history: [{ from: day("2027-03-01"), value: aDuty(), cite }] });
const open = anObligation(publicBody, { id: "open", history: [{ from: day("2027-03-01"), value: aDuty(), cite }] });
const now = anObligation(always, { id: "now" });
const pack = anObligationPack([anInstrument([later, open, now])]);
const assess = (date: string) => assessCompliance(someFacts({}), pack, day(date));

test("a deadline gathers the duties of one law that begin on one day", () => {
  const [deadline, ...others] = deadlinesOf(assess("2026-11-22"));
  expect(others).toEqual([]);
  expect(deadline).toMatchObject({ date: "2027-03-01", daysLeft: 99, uncertain: false, instrument: "example-act" });
  expect(deadline?.duties.map(({ id }) => id)).toEqual(["later", "open"]);
});

test("a calendar event keeps its id when the pack changes, and reminds only of what is still to come", () => {
  const [event] = calendarEvents(deadlinesOf(assess("2027-02-10")), pack.instruments, day("2027-02-10"));
  expect(event).toMatchObject({
    uid: "2027-03-01.example-act@groundwork",
    title: "Example Act: 2 duties begin to bind",
  });
  expect(event?.remindOn).toEqual(["2027-02-22"]);
  expect(event?.description).toContain("not legal advice");
});

test("coverage counts the pack and says which reviews are due", () => {
  expect(coverageOf(pack, day("2026-12-31"))).toMatchObject({ instruments: 1, obligations: 3, reviewDue: [] });
  expect(coverageOf(pack, day("2027-01-01")).reviewDue).toEqual(["example-act"]);
});
