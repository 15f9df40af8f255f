import fc from "fast-check";
import { expect, test } from "vitest";
import { dutyRowsOf, readDutyRows, readPercent, spreadEvenly } from "#app/domain/exposure/read-duty-rows.ts";

const known = new Set(["4.A.1"]);
const row = (text: string, share = "", activity = "") => ({ text, share, activity });
const codes = (...rows: Parameters<typeof readDutyRows>[0]) =>
  readDutyRows(rows, known).problems.map(({ at, code }) => [at, code]);

test("shares are read as people write them", () => {
  expect(["20", "20%", " 12,5 % ", "0"].map(readPercent)).toEqual([0.2, 0.2, 0.125, 0]);
  expect(readPercent(" ")).toBeNull();
  expect(["-5", "a lot", "1.2.3", "1e2"].map(readPercent)).toEqual([NaN, NaN, NaN, NaN]);
});

test("what is wrong is said by line, and nothing typed is lost by it", () => {
  expect(codes(row("a"), row("b", "much"))).toEqual([[1, "shareNotNumber"]]);
  expect(codes(row("", "20"))).toEqual([[0, "noWords"]]);
  expect(codes(row("a", "80"), row("b", "40"))).toEqual([[null, "sharesTooLarge"]]);
  expect(codes(row("x".repeat(301)))).toEqual([[0, "dutyTooLong"]]);
  expect(codes(...Array.from({ length: 61 }, (_, at) => row(`a${at}`)))).toEqual([[null, "tooManyDuties"]]);
  expect(codes(row("a", "33.4"), row("b", "33.4"), row("c", "33.4"))).toEqual([]);
});

test("an activity that is not known is no choice", () => {
  expect(readDutyRows([row("a", "", "4.A.1"), row("b", "", "9.Z"), row("c", "", "none")], known).tasks).toEqual([
    { text: "a", activity: "4.A.1" },
    { text: "b" },
    { text: "c", activity: "none" },
  ]);
});

test("what is left is spread to exactly all of the time", () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.integer({ min: 1, max: 15 }), { nil: null }), { minLength: 2, maxLength: 6 }),
      (shares) => {
        fc.pre(shares.includes(null));
        const rows = shares.map((share, at) => row(`duty ${at}`, share === null ? "" : String(share)));
        const { tasks } = readDutyRows(spreadEvenly(rows), known);
        expect(tasks.reduce((sum, { timeShare = 0 }) => sum + timeShare, 0)).toBeCloseTo(1, 9);
      },
    ),
  );
});

test("nothing is spread where nothing is left, and duties read back from their lines are the same", () => {
  const full = [row("a", "100"), row("b")];
  expect(spreadEvenly(full)).toEqual(full);
  const tasks = [{ text: "a", timeShare: 0.125, activity: "4.A.1" }, { text: "b" }];
  expect(readDutyRows(dutyRowsOf(tasks), known)).toEqual({ tasks, problems: [] });
});
