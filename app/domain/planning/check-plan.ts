import type { PlanCheck, PlanProblem, ProblemAction, ScheduledAction } from "./problem.ts";

/** Slack for rounding, as a share of the limit. */
const slack = 1e-6;

/**
 * Checks a schedule against its problem from the problem's own words. It shares nothing with the optimiser: what it finds is
 * found independently.
 */
export function checkPlan(problem: PlanProblem, schedule: readonly ScheduledAction[]): PlanCheck {
  const violations: string[] = [];
  const known = new Map(problem.actions.map((action) => [action.id, action]));
  const placed = new Map<string, ScheduledAction>();
  let value = 0;
  const used = problem.pools.map(() => new Float64Array(problem.horizon));
  const paid = new Float64Array(problem.horizon);

  for (const entry of schedule) {
    const action = known.get(entry.id);
    const mode = action?.modes[entry.mode];
    if (action === undefined || mode === undefined) {
      violations.push(`${entry.id}: no such action or mode`);
      continue;
    }
    if (placed.has(entry.id)) violations.push(`${entry.id}: chosen twice`);
    placed.set(entry.id, entry);
    if (!Number.isInteger(entry.start) || entry.start < 0) violations.push(`${entry.id}: starts at no period`);
    if (entry.finish !== entry.start + mode.duration)
      violations.push(`${entry.id}: does not finish at start + duration`);
    const finish = entry.start + mode.duration;
    violations.push(...lateness(action, finish, problem.horizon));
    value += mode.benefitPerPeriodAfterFinish * (problem.horizon + problem.tailPeriods - finish) - mode.cashAtStart;
    for (let t = Math.max(0, entry.start); t < Math.min(finish, problem.horizon); t++)
      for (const [pool, hours] of mode.hoursPerPeriod.entries()) {
        const row = used[pool];
        if (row !== undefined) row[t] = (row[t] ?? 0) + hours;
      }
    for (let t = Math.max(0, entry.start); t < problem.horizon; t++) paid[t] = (paid[t] ?? 0) + mode.cashAtStart;
  }

  for (const action of problem.actions) {
    const entry = placed.get(action.id);
    if (entry === undefined) {
      if (action.mandatory) violations.push(`${action.id}: mandatory and not chosen`);
      continue;
    }
    for (const required of action.requires) {
      const before = placed.get(required);
      if (before === undefined) violations.push(`${action.id}: requires ${required}, which is not chosen`);
      else if (before.finish > entry.start) violations.push(`${action.id}: starts before ${required} is finished`);
    }
  }
  for (const [pool, row] of used.entries())
    for (const [t, hours] of row.entries()) {
      const limit = problem.pools[pool] ?? 0;
      if (hours > limit + slack * Math.max(1, limit))
        violations.push(`pool ${pool}, period ${t}: ${hours} of ${limit} hours`);
    }
  for (const [t, cash] of paid.entries()) {
    const limit = problem.cash[t] ?? 0;
    if (cash > limit + slack * Math.max(1, limit)) violations.push(`period ${t}: cash ${cash} of ${limit} released`);
  }
  return { feasible: violations.length === 0, value, violations };
}

function lateness(action: ProblemAction, finish: number, horizon: number): string[] {
  const late = action.mandatory && action.deadline !== null && finish > action.deadline;
  if (late) return [`${action.id}: finishes at ${finish}, after its deadline ${action.deadline}`];
  return finish > horizon ? [`${action.id}: finishes at ${finish}, after the horizon ${horizon}`] : [];
}
