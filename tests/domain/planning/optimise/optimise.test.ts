import fc from "fast-check";
import { expect, test } from "vitest";
import { planningInstance } from "#app/bench/planning-instances.ts";
import { checkPlan } from "#app/domain/planning/check-plan.ts";
import { gridOf, tightened } from "#app/domain/planning/optimise/grid.ts";
import { greedy } from "#app/domain/planning/optimise/improve.ts";
import { scarcityPrices } from "#app/domain/planning/optimise/insert.ts";
import { optimise } from "#app/domain/planning/optimise/optimise.ts";
import type { PlanProblem, ScheduledAction } from "#app/domain/planning/problem.ts";
import { highsSolver } from "#app/workers/highs.ts";
import { aProblem, aRandomProblem } from "#tests/builders/plan-problem.ts";

const solve = await highsSolver(3_600_000);

/** The best plan by trying everything; null when there is none. */
function bestByTrying(problem: PlanProblem): number | null {
  let best: number | null = null;
  const visit = (at: number, schedule: ScheduledAction[]): void => {
    const action = problem.actions[at];
    if (action === undefined) {
      const check = checkPlan(problem, schedule);
      if (check.feasible && (best === null || check.value > best)) best = check.value;
      return;
    }
    visit(at + 1, schedule);
    for (const [mode, { duration }] of action.modes.entries())
      for (let start = 0; start + duration <= problem.horizon; start++)
        visit(at + 1, [...schedule, { id: action.id, mode, start, finish: start + duration }]);
  };
  visit(0, []);
  return best;
}

test("finds the plan that trying everything finds", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const problem = aRandomProblem(seed, 4);
    const answer = optimise(problem, solve);
    const best = bestByTrying(problem);
    if (best === null) expect(answer.status).toBe("infeasible");
    else {
      expect(answer.status).toBe("optimal");
      expect(answer.value).toBeCloseTo(best, 6);
    }
  }
});

test("every plan passes the independent check, is worth what it says, and stays under its bound", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const problem = aRandomProblem(seed, 14);
      const answer = optimise(problem, solve);
      if (answer.status === "infeasible") return answer.conflicts.length > 0;
      const check = checkPlan(problem, answer.schedule);
      return check.feasible && Math.abs(check.value - answer.value) < 1e-6 && answer.value <= answer.upperBound + 1e-6;
    }),
    { numRuns: 40 },
  );
});

test("gives the same plan for the same problem and seed, and beats greedy", () => {
  const problem = { ...planningInstance(60, 3), seconds: 0.2 };
  const answer = optimise(problem, solve);
  expect(optimise(problem, solve)).toEqual(answer);
  const grid = tightened(gridOf(problem));
  expect(answer.value).toBeGreaterThan(greedy(grid, scarcityPrices(grid)).value);
});

test("solves in neighbourhoods where the problem is large, still without a violation", () => {
  const problem = { ...planningInstance(170, 1), seconds: 0.5 };
  const answer = optimise(problem, solve);
  expect(checkPlan(problem, answer.schedule)).toMatchObject({ feasible: true, violations: [] });
  expect(answer.gap).toBeLessThan(0.1);
});

test("chooses nothing where nothing is worth it", () => {
  const action = { id: "a", mandatory: false, deadline: null, requires: [] };
  const modes = [{ duration: 1, hoursPerPeriod: [1], cashAtStart: 5, benefitPerPeriodAfterFinish: 1 }];
  const answer = optimise(aProblem({ cash: [10], actions: [{ ...action, modes }] }), solve);
  expect(answer).toMatchObject({ status: "optimal", value: 0, schedule: [], gap: 0 });
});

test("takes a requirement that costs more than it gives when what waits for it pays", () => {
  const base = { mandatory: false, deadline: null };
  const answer = optimise(
    aProblem({
      horizon: 3,
      tailPeriods: 10,
      cash: [50, 50, 50],
      actions: [
        {
          ...base,
          id: "first",
          requires: [],
          modes: [{ duration: 1, hoursPerPeriod: [1], cashAtStart: 20, benefitPerPeriodAfterFinish: 0 }],
        },
        {
          ...base,
          id: "then",
          requires: ["first"],
          modes: [{ duration: 1, hoursPerPeriod: [1], cashAtStart: 0, benefitPerPeriodAfterFinish: 9 }],
        },
      ],
    }),
    solve,
  );
  expect(answer.schedule).toEqual([
    { id: "first", mode: 0, start: 0, finish: 1 },
    { id: "then", mode: 0, start: 1, finish: 2 },
  ]);
});

test("names the smallest set that cannot hold together, and spares what has no part in it", () => {
  const must = (id: string, hours: number) => ({
    id,
    mandatory: true,
    deadline: 1,
    requires: [],
    modes: [{ duration: 1, hoursPerPeriod: [hours, 1], cashAtStart: 1, benefitPerPeriodAfterFinish: 1 }],
  });
  const problem = aProblem({ pools: [10, 100], cash: [100], actions: [must("a", 6), must("b", 6), must("c", 1)] });
  const answer = optimise(problem, solve);
  expect(answer.status).toBe("infeasible");
  expect(answer.conflicts).toEqual(["pool 0 has 10 hours a period", "a must finish by 1", "b must finish by 1"]);
});

test("refuses mandatory actions that wait for each other", () => {
  const modes = [{ duration: 1, hoursPerPeriod: [1], cashAtStart: 0, benefitPerPeriodAfterFinish: 1 }];
  const problem = aProblem({
    horizon: 9,
    cash: Array.from({ length: 9 }, () => 0),
    actions: [
      { id: "a", mandatory: true, deadline: 9, requires: ["b"], modes },
      { id: "b", mandatory: false, deadline: null, requires: ["a"], modes },
    ],
  });
  const conflicts = ["a waits for b", "b waits for a", "a must finish by 9"];
  expect(optimise(problem, solve)).toMatchObject({ status: "infeasible", conflicts });
});

test("no member of a conflict can be spared: without any one of them there is a plan", () => {
  const must = (id: string, requires: string[], deadline = 4) => ({
    ...{ id, mandatory: true, deadline, requires },
    modes: [{ duration: 2, hoursPerPeriod: [5], cashAtStart: 10, benefitPerPeriodAfterFinish: 1 }],
  });
  const from = { horizon: 6, pools: [6], cash: Array.from({ length: 6 }, () => 100) };
  const chain = aProblem({ ...from, pools: [60], actions: [must("a", []), must("b", ["a"]), must("c", ["b"])] });
  const crowd = aProblem({ ...from, actions: ["a", "b", "c", "d"].map((id) => must(id, [])) });
  const poor = aProblem({ ...from, cash: from.cash.map(() => 15), actions: [must("a", [], 6), must("b", ["a"], 6)] });
  expect(optimise(chain, solve).conflicts).toEqual(["b waits for a", "c waits for b", "c must finish by 4"]);
  expect(optimise(crowd, solve).conflicts).toEqual([
    "pool 0 has 6 hours a period",
    ...["b", "c", "d"].map((id) => `${id} must finish by 4`),
  ]);
  expect(optimise(poor, solve).conflicts).toEqual([
    "15 in cash is released",
    "a must finish by 6",
    "b must finish by 6",
  ]);
});
