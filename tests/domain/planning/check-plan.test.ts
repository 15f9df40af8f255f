import { expect, test } from "vitest";
import { checkPlan } from "#app/domain/planning/check-plan.ts";
import { aProblem } from "#tests/builders/plan-problem.ts";

const problem = aProblem({
  horizon: 6,
  tailPeriods: 2,
  pools: [10],
  cash: [100, 100, 100, 200, 200, 200],
  actions: [
    {
      id: "a",
      mandatory: true,
      deadline: 3,
      requires: [],
      modes: [{ duration: 2, hoursPerPeriod: [6], cashAtStart: 80, benefitPerPeriodAfterFinish: 50 }],
    },
    {
      id: "b",
      mandatory: false,
      deadline: null,
      requires: ["a"],
      modes: [{ duration: 1, hoursPerPeriod: [6], cashAtStart: 60, benefitPerPeriodAfterFinish: 40 }],
    },
  ],
});

test("values a feasible plan by benefit after the finish, less cash", () => {
  const check = checkPlan(problem, [
    { id: "a", mode: 0, start: 0, finish: 2 },
    { id: "b", mode: 0, start: 3, finish: 4 },
  ]);
  expect(check).toEqual({ feasible: true, violations: [], value: 50 * 6 - 80 + 40 * 4 - 60 });
});

test.each([
  ["a missing mandatory action", [{ id: "b", mode: 0, start: 3, finish: 4 }], /mandatory and not chosen/],
  ["a missed deadline", [{ id: "a", mode: 0, start: 2, finish: 4 }], /after its deadline 3/],
  [
    "a start before the requirement is finished",
    [
      { id: "a", mode: 0, start: 0, finish: 2 },
      { id: "b", mode: 0, start: 1, finish: 2 },
    ],
    /before a is finished/,
  ],
  [
    "too many hours",
    [
      { id: "a", mode: 0, start: 0, finish: 2 },
      { id: "b", mode: 0, start: 1, finish: 2 },
    ],
    /12 of 10 hours/,
  ],
  [
    "cash before it is released",
    [
      { id: "a", mode: 0, start: 0, finish: 2 },
      { id: "b", mode: 0, start: 2, finish: 3 },
    ],
    /cash 140 of 100/,
  ],
  ["a false finish", [{ id: "a", mode: 0, start: 0, finish: 1 }], /start \+ duration/],
  ["an unknown mode", [{ id: "a", mode: 7, start: 0, finish: 2 }], /no such action or mode/],
  [
    "an action chosen twice",
    [
      { id: "a", mode: 0, start: 0, finish: 2 },
      { id: "a", mode: 0, start: 1, finish: 3 },
    ],
    /chosen twice/,
  ],
  ["a half period", [{ id: "a", mode: 0, start: 0.5, finish: 2.5 }], /starts at no period/],
])("names %s", (_what, schedule, words) => {
  const check = checkPlan(problem, schedule);
  expect(check.feasible).toBe(false);
  expect(check.violations.join("\n")).toMatch(words);
});
