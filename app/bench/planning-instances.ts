import { randomFrom, seedFrom } from "#app/domain/kernel/random.ts";
import type { PlanProblem, ProblemAction } from "#app/domain/planning/problem.ts";
import type { Project } from "#app/domain/planning/projects/project.ts";

/**
 * A made-up planning problem of a given size: 12 periods, three pools and cash that are enough for about half of what is
 * offered, one to three modes an action, a fifth of the actions waiting for earlier ones, one in twelve mandatory.
 */
export function planningInstance(actions: number, seed: number): PlanProblem {
  const random = randomFrom(seedFrom(`plan-${actions}-${seed}`));
  const between = (low: number, high: number) => low + random() * (high - low);
  const horizon = 12;
  const made = Array.from({ length: actions }, (_, index): ProblemAction => {
    const base = between(4, 40);
    const benefit = between(50, 900);
    const modes = Array.from({ length: 1 + Math.floor(random() * 3) }, (_unused, k) => {
      const duration = 1 + Math.floor(random() * 4);
      const hoursPerPeriod = Array.from({ length: 3 }, () => (random() < 0.5 ? Math.round(between(0.2, 1) * base) : 0));
      const richer = 1 + 0.3 * k * random();
      return {
        duration,
        hoursPerPeriod,
        cashAtStart: Math.round(between(0, 2_500) * richer),
        benefitPerPeriodAfterFinish: Math.round(benefit * richer),
      };
    });
    const waits = index > 4 && random() < 0.35;
    const requires = waits ? [`a${Math.floor(random() * index)}`] : [];
    const mandatory = random() < 1 / 12 && requires.length === 0;
    return { id: `a${index}`, mandatory, deadline: mandatory ? 6 + Math.floor(random() * 6) : null, requires, modes };
  });
  const pools = [0, 1, 2].map((pool) => {
    const all = made.reduce(
      (sum, { modes }) => sum + (modes[0]?.duration ?? 0) * (modes[0]?.hoursPerPeriod[pool] ?? 0),
      0,
    );
    return Math.max(60, Math.round((0.6 * all) / horizon));
  });
  const spent = made.reduce((sum, { modes }) => sum + (modes[0]?.cashAtStart ?? 0), 0);
  const cash = Array.from({ length: horizon }, (_, t) =>
    Math.round(0.6 * spent * Math.min(1, 0.25 * (Math.floor(t / 3) + 1))),
  );
  return { horizon, tailPeriods: 6, pools, cash, actions: made, seconds: 10, seed };
}

/** A made-up project of four resources in the manner of the usual benchmark: up to three successors, one to ten periods each. */
export function projectInstance(count: number, seed: number): Omit<Project, "seconds"> {
  const random = randomFrom(seedFrom(`project-${count}-${seed}`));
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const activities = Array.from({ length: count }, (_, index) => {
    const later = Array.from({ length: Math.min(12, count - index - 1) }, (_unused, k) => index + 1 + k);
    const successors = later.filter(() => random() < 0.15).slice(0, 3);
    const demands = Array.from({ length: 4 }, () => (random() < 0.5 ? whole(1, 10) : 0));
    return { id: `t${index}`, duration: whole(1, 10), demands, successors: successors.map((other) => `t${other}`) };
  });
  return { capacities: [16, 16, 16, 16], activities };
}
