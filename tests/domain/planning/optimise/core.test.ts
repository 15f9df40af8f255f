import fc from "fast-check";
import { expect, test } from "vitest";
import { checkPlan } from "#app/domain/planning/check-plan.ts";
import { coreOf, moved, reducedCosts } from "#app/domain/planning/optimise/core.ts";
import { type Grid, gridOf, tightened } from "#app/domain/planning/optimise/grid.ts";
import { greedy } from "#app/domain/planning/optimise/improve.ts";
import { scarcityPrices } from "#app/domain/planning/optimise/insert.ts";
import { modelOf } from "#app/domain/planning/optimise/model.ts";
import { optimise } from "#app/domain/planning/optimise/optimise.ts";
import type { PlanProblem } from "#app/domain/planning/problem.ts";
import { highsSolver } from "#app/workers/highs.ts";
import { aRandomProblem } from "#tests/builders/plan-problem.ts";

const solve = await highsSolver(3_600_000);
const seeds = fc.integer({ min: 1, max: 1_000_000 });

type Tried = { readonly chosen: readonly number[]; readonly value: number };

/** Every plan of a grid that the independent check lets pass, as the options chosen (-1: none). */
function everyPlan(problem: PlanProblem, grid: Grid): Tried[] {
  const plans: Tried[] = [];
  const visit = (chosen: readonly number[]): void => {
    const action = grid.actions[chosen.length];
    if (action !== undefined) {
      visit([...chosen, -1]);
      for (const at of action.options.keys()) visit([...chosen, at]);
      return;
    }
    const schedule = chosen.flatMap((at, index) => {
      const own = grid.actions[index];
      const option = own?.options[at];
      return own === undefined || option === undefined ? [] : [{ id: own.id, ...option }];
    });
    const { feasible, value } = checkPlan(problem, schedule);
    if (feasible) plans.push({ chosen, value });
  };
  visit([]);
  return plans;
}

function relaxedOf(problem: PlanProblem) {
  const grid = tightened(gridOf(problem));
  const gridModel = modelOf(grid);
  const solution = solve(gridModel.model, { whole: false, iterations: 10_000, gap: 0 });
  return { grid, gridModel, solution, reduced: reducedCosts(gridModel.model, solution.prices) };
}

test("a plan that uses an option is worth at most the relaxation less what the option costs against it", () => {
  const property = fc.property(seeds, (seed) => {
    const problem = aRandomProblem(seed, 3);
    const { grid, gridModel, solution, reduced } = relaxedOf(problem);
    if (solution.status !== "optimal") return true;
    return everyPlan(problem, grid).every(({ chosen, value }) =>
      chosen.every(
        (at, index) =>
          at < 0 ||
          value <= solution.bound + Math.min(0, reduced[(gridModel.firstColumn[index] ?? 0) + at] ?? 0) + 1e-5,
      ),
    );
  });
  fc.assert(property, { numRuns: 60 });
});

test("a core keeps the plan it starts from, and no plan outside it is worth more than it says", () => {
  let cut = 0;
  const property = fc.property(seeds, fc.integer({ min: 0, max: 12 }), (seed, columns) => {
    const problem = aRandomProblem(seed, 3);
    const { grid, gridModel, solution, reduced } = relaxedOf(problem);
    const from = greedy(grid, scarcityPrices(grid));
    if (solution.status !== "optimal" || !from.complete) return;
    const { selection, outside } = coreOf(from, gridModel, reduced, solution.bound, columns);
    expect(selection.value).toBeCloseTo(from.value, 6);
    expect(moved(selection, grid).chosen).toEqual(from.chosen);
    for (const { chosen, value } of everyPlan(problem, grid)) {
      const inside = chosen.every((at, index) => {
        const option = grid.actions[index]?.options[at];
        return option === undefined || selection.grid.actions[index]?.options.includes(option);
      });
      if (inside) continue;
      cut += 1;
      expect(value).toBeLessThanOrEqual(outside + 1e-5);
    }
  });
  fc.assert(property, { numRuns: 60 });
  expect(cut).toBeGreaterThan(0);
});

test("the bound of a search that was given no effort is never below the best plan that trying everything finds", () => {
  const property = fc.property(seeds, (seed) => {
    const problem = { ...aRandomProblem(seed, 3), seconds: 0 };
    const values = everyPlan(problem, gridOf(problem)).map(({ value }) => value);
    const answer = optimise(problem, solve);
    if (answer.status === "infeasible") return values.length === 0;
    return answer.upperBound >= Math.max(...values) - 1e-5 && checkPlan(problem, answer.schedule).feasible;
  });
  fc.assert(property, { numRuns: 60 });
});
