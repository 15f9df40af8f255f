import type { Belief } from "./label-tasks.ts";
import { groupOf } from "./label-tasks.ts";
import type { Task } from "./read-tasks.ts";
import { solveRidge } from "./ridge.ts";

/** Of a task's exposed time, the share a system could do alone. */
export type AutomationShare = { readonly mean: number; readonly sd: number; readonly observed: boolean };

/** Conversations that weigh as much as the prediction from labels and neighbours. */
const pull = 12;
const ridge = 3;

/**
 * Predicts the observed share of automation from the machine labels of automation potential, the exposure class, and the
 * shares observed for the same activity, group of activities and occupation; then pulls each observed task toward its own
 * observation. `withObserved` withholds observations for validation. Human automation labels exist for 100 tasks only and
 * are used to check, not to fit.
 */
export function automationShares(
  tasks: readonly Task[],
  beliefs: readonly Belief[],
  withObserved: (task: Task) => boolean = () => true,
): readonly AutomationShare[] {
  const seen = tasks.map((task) => (task.observed !== null && withObserved(task) ? task.observed : null));
  const means = neighbourMeans(tasks, seen);
  const rows = tasks.map((task, at) => features(task, beliefs[at] ?? [1, 0, 0], means, seen[at] ?? null));
  const training = rows.flatMap((row, at) => {
    const own = seen[at];
    return own === null || own === undefined
      ? []
      : [{ row, target: own.automation, weight: own.evidence / (own.evidence + pull) }];
  });
  const weights = solveRidge(training, ridge);
  const predicted = rows.map((row) => clamp(row.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)));
  const residual = residualSd(tasks, seen, predicted);
  return predicted.map((value, at) => {
    const own = seen[at] ?? null;
    if (own === null) return { mean: value, sd: residual, observed: false };
    const share = own.evidence / (own.evidence + pull);
    return {
      mean: value + share * (own.automation - value),
      sd: residual * Math.sqrt(1 - share) + 0.02,
      observed: true,
    };
  });
}

type Seen = Task["observed"];
type Means = { readonly all: number; readonly by: ReadonlyMap<string, { sum: number; weight: number }> };

function keysOf(task: Task): readonly string[] {
  return [...task.iwas, ...new Set(task.iwas.map(groupOf)), task.onet, task.soc.slice(0, 4)];
}

function neighbourMeans(tasks: readonly Task[], seen: readonly Seen[]): Means {
  const by = new Map<string, { sum: number; weight: number }>();
  let sum = 0;
  let weight = 0;
  tasks.forEach((task, at) => {
    const own = seen[at];
    if (own === null || own === undefined) return;
    const trust = own.evidence / (own.evidence + pull);
    sum += own.automation * trust;
    weight += trust;
    for (const key of keysOf(task)) {
      const entry = by.get(key) ?? { sum: 0, weight: 0 };
      by.set(key, { sum: entry.sum + own.automation * trust, weight: entry.weight + trust });
    }
  });
  return { all: weight === 0 ? 0.4 : sum / weight, by };
}

function features(task: Task, belief: Belief, means: Means, own: Seen): readonly number[] {
  const trust = own === null ? 0 : own.evidence / (own.evidence + pull);
  const around = (keys: readonly string[]) => {
    let total = 0;
    for (const key of keys) {
      const entry = means.by.get(key) ?? { sum: 0, weight: 0 };
      // The task's own observation is taken out of its neighbours' mean.
      const sum = entry.sum - (own === null ? 0 : own.automation * trust) + means.all * 2;
      total += sum / (Math.max(0, entry.weight - trust) + 2) - means.all;
    }
    return keys.length === 0 ? 0 : total / keys.length;
  };
  return [
    1,
    task.automation1 ?? 0.35,
    task.automation2 ?? 0.35,
    belief[1],
    belief[2],
    around(task.iwas),
    around([...new Set(task.iwas.map(groupOf))]),
    around([task.onet]),
    around([task.soc.slice(0, 4)]),
  ];
}

function residualSd(tasks: readonly Task[], seen: readonly Seen[], predicted: readonly number[]): number {
  let sum = 0;
  let weight = 0;
  tasks.forEach((_task, at) => {
    const own = seen[at];
    if (own === null || own === undefined) return;
    const trust = own.evidence / (own.evidence + pull);
    sum += trust * (own.automation - (predicted[at] ?? 0)) ** 2;
    weight += trust;
  });
  return weight === 0 ? 0.25 : Math.sqrt(sum / weight);
}

function clamp(value: number): number {
  return Math.min(0.97, Math.max(0.03, value));
}
