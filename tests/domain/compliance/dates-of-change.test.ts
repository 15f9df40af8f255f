import { expect, test } from "vitest";
import { writtenStories } from "#app/bench/compliance-cases.ts";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import { changedDuties } from "#app/domain/compliance/changed-duties.ts";
import { datesOfChange, recordsBegin } from "#app/domain/compliance/dates-of-change.ts";
import { standingsOn } from "#app/domain/compliance/duty-standing.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { addDays } from "#app/domain/kernel/iso-date.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";
import { aChangingPack } from "#tests/builders/changed-packs.ts";
import { day, someFacts } from "#tests/builders/obligations.ts";

test("only the days on which something changes are named, the last included and the first not", () => {
  const pack = aChangingPack("1");
  const assessment = assessCompliance(someFacts({}), pack, day("2026-11-22"));
  const dates = (from: string, to: string) =>
    datesOfChange(assessment, pack, day(from), day(to)).map(({ date }) => date);
  expect(dates("2026-11-22", "2027-03-01")).toEqual(["2027-03-01"]);
  expect(dates("2027-03-01", "2030-01-01")).toEqual([]);
  expect(dates("2025-01-01", "2027-02-28")).toEqual(["2026-01-01", "2026-02-01"]);
});

test("between the days that are named nothing changes, and on each everything that is told does", () => {
  const [story] = writtenStories();
  const facts = readFacts(story ?? {}, obligations.facts);
  if (!facts.ok) throw new Error("a story that cannot be read");
  const assessment = assessCompliance(facts.value, obligations, day("2026-11-22"));
  let before = day("2025-01-01");
  const dates = datesOfChange(assessment, obligations, before, day("2032-01-01"));
  expect(dates.length).toBeGreaterThan(3);
  for (const { date, changes } of dates) {
    const eve = addDays(date, -1);
    expect(
      changedDuties(standingsOn(assessment, obligations, before), standingsOn(assessment, obligations, eve)),
    ).toEqual([]);
    const on = changedDuties(standingsOn(assessment, obligations, eve), standingsOn(assessment, obligations, date));
    expect([...changes].sort((a, b) => (a.duty < b.duty ? -1 : 1))).toEqual(on);
    before = date;
  }
});

test("records begin with the first day that a history names", () => {
  expect(recordsBegin(aChangingPack("1"))).toBe("2026-01-01");
});
