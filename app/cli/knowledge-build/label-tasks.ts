import { type ActivityIndex, activityPriors, type Shrinkage } from "./activity-priors.ts";
import { fitRaters, type Labels, likelihood, namesOneOf, namesTwoOf, normalised, type Rater } from "./dawid-skene.ts";
import type { Task } from "./read-tasks.ts";
import type { TextReader } from "./text-priors.ts";

/** P(E0, E1, E2) of one task. */
export type Belief = readonly [number, number, number];

/** A belief with what it is made of: the raters' labels alone, and what similar tasks and words alone would say. */
export type TaskBelief = { readonly belief: Belief; readonly alone: Belief; readonly similar: Belief };

/** Whose labels count, and whether the two rubrics of one model are one rater or two. */
export type Raters = "apart" | "rubrics-as-one" | "rubric-1" | "rubric-2";

export type LabelOptions = Shrinkage & {
  readonly raters: Raters;
  /** Power of the likelihood of the human rater and of each machine rater: below 1 a label proves less than the model of raters says. */
  readonly trust: { readonly human: number; readonly machine: number };
  /** Power of the prior from activities: 0 leaves it out, 1 uses it fully. */
  readonly activityPrior: number;
  /** Power of the prior from the words of the sentence. */
  readonly textPrior: number;
  readonly text: "none" | "words" | "neighbours";
};

/** What ships. Each value stands in the recorded comparison beside others of its family. */
export const defaultLabelOptions: LabelOptions = {
  raters: "rubrics-as-one",
  trust: { human: 0.7, machine: 0.35 },
  levels: [
    ["dwa", 3],
    ["iwa", 6],
    ["gwa", 6],
  ],
  activityPrior: 0.5,
  text: "words",
  textPrior: 0.5,
};

/** What tasks have in common, worked out once for all variants. */
export type TaskReaders = { readonly activities: ActivityIndex } & Readonly<
  Record<Exclude<LabelOptions["text"], "none">, TextReader>
>;

const rounds = 4;
const classes = 3;

/**
 * Belief about every task's exposure class: noisy raters (Dawid-Skene), with a prior from the tasks of the same activities,
 * shrunk from narrow to wide, and from the words of the sentence. `useHuman` says whether an occupation's human labels may
 * be used; folds withhold them.
 */
export function labelTasks(
  tasks: readonly Task[],
  options: LabelOptions,
  readers: TaskReaders,
  useHuman: (onet: string) => boolean = () => true,
): readonly TaskBelief[] {
  const raters = ratersOf(options.raters);
  const items = tasks.map((task) => labelsOf(task, options.raters, useHuman(task.onet)));
  const { confusion, prior: everybody } = fitRaters(items, raters, classes);
  const trust = raters.map((_, at) => (at === 0 ? options.trust.human : options.trust.machine));
  const seen = items.map((labels) => likelihood(labels, { confusion, prior: everybody }, trust));
  const alone = seen.map((chances) => weighed(chances, everybody));
  const reader = options.text === "none" ? null : readers[options.text];
  let similar: readonly (readonly number[])[] = seen.map(() => everybody);
  let beliefs: readonly (readonly number[])[] = alone;
  for (let round = 0; round < rounds; round++) {
    const activities = activityPriors(readers.activities, beliefs, everybody, options);
    const texts = reader?.(beliefs, everybody) ?? null;
    similar = tasks.map((_, at) =>
      normalised(
        everybody.map((base, k) => {
          const activity = (activities[at]?.[k] ?? base) / base;
          const text = (texts?.[at]?.[k] ?? base) / base;
          return base * activity ** options.activityPrior * text ** options.textPrior;
        }),
      ),
    );
    beliefs = seen.map((chances, at) => weighed(chances, similar[at] ?? everybody));
  }
  return beliefs.map((belief, at) => ({
    belief: asBelief(belief),
    alone: asBelief(alone[at] ?? everybody),
    similar: asBelief(similar[at] ?? everybody),
  }));
}

function ratersOf(raters: Raters): readonly Rater[] {
  const one = namesOneOf(classes);
  if (raters === "rubrics-as-one") return [one, namesTwoOf(classes)];
  return raters === "apart" ? [one, one, one] : [one, one];
}

function labelsOf(task: Task, raters: Raters, useHuman: boolean): Labels {
  const human = useHuman ? task.human : -1;
  if (raters === "rubric-1") return [human, task.rubric1];
  if (raters === "rubric-2") return [human, task.rubric2];
  if (raters === "apart") return [human, task.rubric1, task.rubric2];
  return [human, task.rubric1 < 0 || task.rubric2 < 0 ? -1 : task.rubric1 * classes + task.rubric2];
}

function weighed(chances: readonly number[], prior: readonly number[]): number[] {
  return normalised(chances.map((chance, k) => chance * (prior[k] ?? 0)));
}

function asBelief(shares: readonly number[]): Belief {
  return [shares[0] ?? 0, shares[1] ?? 0, shares[2] ?? 0];
}
