import { fitRaters, type Labels, posterior, type RaterModel } from "./dawid-skene.ts";
import type { Task } from "./read-tasks.ts";

/** P(E0, E1, E2) of one task. */
export type Belief = readonly [number, number, number];

export type LabelOptions = {
  /** Whether the human label of an occupation may be used; folds withhold it. */
  readonly useHuman: (onet: string) => boolean;
  /** Pseudo-tasks that pull an activity's class shares to its group's, and a group's to everybody's. */
  readonly shrinkage: number;
  /** 0 leaves the activity prior out, 1 uses it fully. */
  readonly activityPrior: number;
};

export const defaultLabelOptions: LabelOptions = { useHuman: () => true, shrinkage: 6, activityPrior: 1 };

const rounds = 4;

/**
 * Belief about every task's exposure class: three noisy raters (Dawid-Skene), with a prior from the tasks of the same
 * activity, shrunk through activity -> group of activities -> all tasks.
 */
export function labelTasks(tasks: readonly Task[], options: LabelOptions): readonly Belief[] {
  const items: readonly Labels[] = tasks.map((task) => [
    options.useHuman(task.onet) ? task.human : -1,
    task.rubric1,
    task.rubric2,
  ]);
  const model = fitRaters(items, 3, 3);
  let beliefs = items.map((labels) => posterior(labels, model, model.prior));
  for (let round = 0; round < rounds; round++) {
    const priors = activityPriors(tasks, beliefs, model, options);
    beliefs = items.map((labels, at) => posterior(labels, model, priors[at] ?? model.prior));
  }
  return beliefs.map((belief) => [belief[0] ?? 0, belief[1] ?? 0, belief[2] ?? 0]);
}

/** The group (general work activity) of an intermediate activity: `4.A.1.a.1.I01` to `4.A.1.a.1`. */
export function groupOf(iwa: string): string {
  return iwa.slice(0, iwa.lastIndexOf("."));
}

function activityPriors(
  tasks: readonly Task[],
  beliefs: readonly (readonly number[])[],
  model: RaterModel,
  options: LabelOptions,
): readonly (readonly number[])[] {
  const byIwa = new Map<string, number[]>();
  const byGroup = new Map<string, number[]>();
  tasks.forEach((task, at) => {
    for (const iwa of task.iwas) {
      addTo(byIwa, iwa, beliefs[at] ?? [], 1 / task.iwas.length);
      addTo(byGroup, groupOf(iwa), beliefs[at] ?? [], 1 / task.iwas.length);
    }
  });
  return tasks.map((task, at) => {
    if (task.iwas.length === 0) return model.prior;
    const mixed = [0, 0, 0];
    for (const iwa of task.iwas) {
      const group = shrunk(byGroup.get(groupOf(iwa)) ?? [0, 0, 0], model.prior, options.shrinkage);
      const own = beliefs[at] ?? [0, 0, 0];
      // The task's own belief is taken out, so that a label is not counted twice.
      const others = (byIwa.get(iwa) ?? [0, 0, 0]).map((mass, k) =>
        Math.max(0, mass - (own[k] ?? 0) / task.iwas.length),
      );
      shrunk(others, group, options.shrinkage).forEach((mass, k) => {
        mixed[k] = (mixed[k] ?? 0) + mass / task.iwas.length;
      });
    }
    const tempered = mixed.map(
      (mass, k) => mass ** options.activityPrior * (model.prior[k] ?? 0) ** (1 - options.activityPrior),
    );
    const total = tempered.reduce((sum, mass) => sum + mass, 0);
    return tempered.map((mass) => mass / total);
  });
}

function addTo(into: Map<string, number[]>, key: string, values: readonly number[], factor: number): void {
  const sums = into.get(key) ?? [0, 0, 0];
  values.forEach((value, k) => {
    sums[k] = (sums[k] ?? 0) + value * factor;
  });
  into.set(key, sums);
}

function shrunk(counts: readonly number[], toward: readonly number[], pseudo: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0) + pseudo;
  return counts.map((count, k) => (count + pseudo * (toward[k] ?? 0)) / total);
}
