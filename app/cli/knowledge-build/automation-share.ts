import { activitiesAt } from "./activity-priors.ts";
import type { Belief } from "./label-tasks.ts";
import type { Task } from "./read-tasks.ts";
import { solveRidge } from "./ridge.ts";

/** Of a task's exposed time, the share a system could do alone. */
export type AutomationShare = { readonly mean: number; readonly sd: number; readonly observed: boolean };

/** Tasks whose observed shares may inform a task: those of the same activities, occupation, or group of occupations. */
export type Neighbours = "dwa" | "iwa" | "gwa" | "occupation" | "group";

export type ShareOptions = {
  /**
   * machine: mean of the machine labels. near: mean of observed shares around. ridge: regression of observed shares on both.
   * mean: half of near, half of ridge.
   */
  readonly model: "machine" | "near" | "ridge" | "mean";
  readonly neighbours: readonly Neighbours[];
  /** Conversations that weigh as much as the prediction from labels and neighbours. */
  readonly pull: number;
  readonly penalty: number;
};

/** What ships; see the recorded comparison. */
export const defaultShares: ShareOptions = {
  model: "mean",
  neighbours: ["iwa", "gwa", "occupation", "group"],
  pull: 12,
  penalty: 3,
};

/** Where neither labels nor use say anything. */
const unknownLabel = 0.35;
const unknownShare = 0.4;
/** Pseudo-observations that pull a neighbourhood to the mean of all tasks. */
const neighbourPull = 2;

/**
 * Predicts the observed share of automation from the machine labels of automation potential, the exposure class, and the
 * shares observed around; then pulls each observed task toward its own observation. `withObserved` withholds observations
 * for validation. Human automation labels exist for 100 tasks only and are used to check, not to fit.
 */
export function automationShares(
  tasks: readonly Task[],
  beliefs: readonly Belief[],
  options: ShareOptions = defaultShares,
  withObserved: (task: Task) => boolean = () => true,
): readonly AutomationShare[] {
  const seen = tasks.map((task) => (task.observed !== null && withObserved(task) ? task.observed : null));
  const predicted = predict(tasks, beliefs, seen, options).map((value) => Math.min(0.97, Math.max(0.03, value)));
  const residual = residualSd(seen, predicted, options.pull);
  return predicted.map((value, at) => {
    const own = seen[at] ?? null;
    if (own === null) return { mean: value, sd: residual, observed: false };
    const share = own.evidence / (own.evidence + options.pull);
    return {
      mean: value + share * (own.automation - value),
      sd: residual * Math.sqrt(1 - share) + 0.02,
      observed: true,
    };
  });
}

type Seen = Task["observed"];

function predict(
  tasks: readonly Task[],
  beliefs: readonly Belief[],
  seen: readonly Seen[],
  { model, neighbours, pull, penalty }: ShareOptions,
): readonly number[] {
  const machine = (task: Task) => ((task.automation1 ?? unknownLabel) + (task.automation2 ?? unknownLabel)) / 2;
  if (model === "machine") return tasks.map(machine);
  const { all, around } = neighbourMeans(tasks, seen, neighbours, pull);
  const near = (at: number) => all + neighbours.reduce((sum, by) => sum + around(by, at), 0) / neighbours.length;
  if (model === "near") return tasks.map((_, at) => near(at));
  const rows = tasks.map((task, at) => {
    const belief = beliefs[at] ?? [1, 0, 0];
    const labels = [task.automation1 ?? unknownLabel, task.automation2 ?? unknownLabel, belief[1], belief[2]];
    return [1, ...labels, ...neighbours.map((by) => around(by, at))];
  });
  const training = rows.flatMap((row, at) => {
    const own = seen[at] ?? null;
    return own === null ? [] : [{ row, target: own.automation, weight: trustIn(own, pull) }];
  });
  const weights = solveRidge(training, penalty);
  const fitted = rows.map((row) => row.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0));
  return model === "ridge" ? fitted : fitted.map((value, at) => (value + near(at)) / 2);
}

function trustIn(own: NonNullable<Seen>, pull: number): number {
  return own.evidence / (own.evidence + pull);
}

function keysBy(task: Task, by: Neighbours): readonly string[] {
  if (by === "occupation") return [task.onet];
  return by === "group" ? [task.soc.slice(0, 4)] : activitiesAt(task, by);
}

/** The mean of all observed shares, and how far the neighbours of a task lie from it; its own observation is taken out. */
function neighbourMeans(
  tasks: readonly Task[],
  seen: readonly Seen[],
  neighbours: readonly Neighbours[],
  pull: number,
): { readonly all: number; readonly around: (by: Neighbours, at: number) => number } {
  const sums = new Map<string, { sum: number; weight: number }>();
  let total = 0;
  let weight = 0;
  tasks.forEach((task, at) => {
    const own = seen[at] ?? null;
    if (own === null) return;
    const trust = trustIn(own, pull);
    total += own.automation * trust;
    weight += trust;
    for (const by of neighbours) {
      for (const key of keysBy(task, by)) {
        const entry = sums.get(`${by} ${key}`) ?? { sum: 0, weight: 0 };
        sums.set(`${by} ${key}`, { sum: entry.sum + own.automation * trust, weight: entry.weight + trust });
      }
    }
  });
  const all = weight === 0 ? unknownShare : total / weight;
  const around = (by: Neighbours, at: number) => {
    const task = tasks[at];
    const keys = task === undefined ? [] : keysBy(task, by);
    const own = seen[at] ?? null;
    const trust = own === null ? 0 : trustIn(own, pull);
    const gap = keys.reduce((sum, key) => {
      const entry = sums.get(`${by} ${key}`) ?? { sum: 0, weight: 0 };
      const others = entry.sum - trust * (own?.automation ?? 0) + all * neighbourPull;
      return sum + others / (Math.max(0, entry.weight - trust) + neighbourPull) - all;
    }, 0);
    return keys.length === 0 ? 0 : gap / keys.length;
  };
  return { all, around };
}

function residualSd(seen: readonly Seen[], predicted: readonly number[], pull: number): number {
  let sum = 0;
  let weight = 0;
  seen.forEach((own, at) => {
    if (own === null) return;
    sum += trustIn(own, pull) * (own.automation - (predicted[at] ?? 0)) ** 2;
    weight += trustIn(own, pull);
  });
  return weight === 0 ? 0.25 : Math.sqrt(sum / weight);
}
