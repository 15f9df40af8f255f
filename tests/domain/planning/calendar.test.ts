import { expect, test } from "vitest";
import { addDays, type IsoDate } from "#app/domain/kernel/iso-date.ts";
import {
  budgetFrom,
  calendarFrom,
  cashByPeriod,
  mondayFrom,
  openShares,
  periodOf,
  periodsBy,
  startOf,
} from "#app/domain/planning/calendar.ts";
import { chancesOnTime } from "#app/domain/planning/on-time.ts";

const day = (text: string) => text as IsoDate;
const calendar = { from: day("2026-11-23"), periods: 13 };

test("a plan begins on the Monday on or after its day", () => {
  expect(mondayFrom(day("2026-11-22"))).toBe("2026-11-23");
  expect(mondayFrom(day("2026-11-23"))).toBe("2026-11-23");
  expect(mondayFrom(day("2026-11-24"))).toBe("2026-11-30");
});

test("periods last four weeks, and only whole ones count towards a date", () => {
  expect(startOf(calendar, 1)).toBe("2026-12-21");
  expect(periodsBy(calendar, day("2027-01-17"))).toBe(1);
  expect(periodsBy(calendar, day("2027-01-18"))).toBe(2);
  expect(periodsBy(calendar, day("2030-01-01"))).toBe(13);
  expect(periodOf(calendar, day("2026-11-20"))).toBe(-1);
});

test("a quarter's budget is there from its first period on, and the last amount repeats", () => {
  expect(cashByPeriod(calendar, [100, 50], calendar.from)).toEqual([
    100, 100, 100, 100, 150, 150, 150, 200, 200, 200, 250, 250, 250,
  ]);
});

test("a freeze takes its share of a period", () => {
  const open = openShares(calendar, [{ from: day("2026-12-21"), to: day("2027-01-03"), why: "holidays" }]);
  expect(open.slice(0, 3)).toEqual([1, 0.5, 1]);
});

test("a late requirement lowers the chance of what waits for it", () => {
  const items = [
    { id: "a", start: 0, median: 4, late: 6, due: 6, requires: [] },
    { id: "b", start: 4, median: 4, late: 4, due: 8, requires: ["a"] },
    { id: "c", start: 4, median: 4, late: 4, due: 8, requires: [] },
  ];
  const chances = chancesOnTime(items, 1);
  expect(chances.get("a")).toBeCloseTo(0.8, 1);
  expect(chances.get("c")).toBe(1);
  expect(chances.get("b")).toBeCloseTo(0.5, 1);
});

test("a plan made again keeps step with the one in force", () => {
  expect(calendarFrom(day("2026-11-22"), null).from).toBe("2026-11-23");
  expect(calendarFrom(day("2026-11-22"), day("2026-11-23")).from).toBe("2026-11-23");
  expect(calendarFrom(day("2026-11-24"), day("2026-11-23")).from).toBe("2026-12-21");
  expect(calendarFrom(day("2026-12-21"), day("2026-11-23")).from).toBe("2026-12-21");
});

test("a later plan goes on with the quarters of the one in force and keeps what nobody spent", () => {
  const first = calendarFrom("2026-11-22" as IsoDate, null);
  const later = { from: addDays(first.from, 112), periods: first.periods };
  const spent = (from: IsoDate) => (from === first.from ? 70 : 30);
  const budget = budgetFrom(later, { quarterFrom: first.from, carried: 0 }, 100, spent);
  expect(budget).toEqual({ quarterFrom: addDays(first.from, 91), carried: 30 });
  expect(cashByPeriod(later, [100], budget.quarterFrom).slice(0, 4)).toEqual([100, 100, 100, 200]);
});
