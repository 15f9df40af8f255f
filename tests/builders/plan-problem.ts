import { randomFrom } from "#app/domain/kernel/random.ts";
import type { PlanProblem, ProblemAction } from "#app/domain/planning/problem.ts";

/** A planning problem of one period, one pool and nothing to do, but for what a test says. */
export function aProblem(over: Partial<PlanProblem> = {}): PlanProblem {
  return { horizon: 1, tailPeriods: 0, pools: [1], cash: [0], actions: [], seconds: 0.2, seed: 1, ...over };
}

/** A small random problem: up to `most` actions over six periods, with requirements, deadlines and scarce hours and cash. */
export function aRandomProblem(seed: number, most: number): PlanProblem {
  const random = randomFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  const actions = Array.from({ length: 1 + below(most) }, (_, index): ProblemAction => {
    const mandatory = random() < 0.2;
    return {
      id: `a${index}`,
      mandatory,
      deadline: mandatory ? 2 + below(5) : null,
      requires: index > 0 && random() < 0.4 ? [`a${below(index)}`] : [],
      modes: Array.from({ length: 1 + below(2) }, () => ({
        duration: 1 + below(3),
        hoursPerPeriod: [below(8), below(8)],
        cashAtStart: below(50),
        benefitPerPeriodAfterFinish: below(40) - 3,
      })),
    };
  });
  const cash = [40, 40, 80, 80, 120, 120];
  return aProblem({ horizon: 6, tailPeriods: 3, pools: [9, 9], cash, actions, seed });
}
