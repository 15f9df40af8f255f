import {
  type Agreement,
  type VariantFamily,
  type VariantRow,
  type Yardstick,
  yardsticks,
} from "#app/domain/exposure/exposure-validation.ts";
import { groupBy } from "#app/domain/kernel/group-by.ts";
import { labelScore, scoreOf } from "./build-cells.ts";
import { foldCount, foldOf, isOffice } from "./folds.ts";
import { type LabelOptions, labelTasks, type TaskBelief, type TaskReaders } from "./label-tasks.ts";
import { spearman } from "./rank.ts";
import type { Task } from "./read-tasks.ts";
import type { Yardsticks } from "./read-yardsticks.ts";
import { rankGain } from "./resample.ts";
import { type Recipe, shipped, variants } from "./variants.ts";
import { mixWeights, type PublishedWeights, type WeightOptions, weightOf } from "./weigh-tasks.ts";

export type Comparison = {
  readonly tasks: readonly Task[];
  readonly readers: TaskReaders;
  readonly published: PublishedWeights;
  readonly yardsticks: Yardsticks;
  /** Occupations that can be assessed, in code order. */
  readonly occupations: readonly string[];
};

/** Scores in the order of the occupations: with their own human labels withheld, and with everything. */
type Scores = { readonly withheld: readonly number[]; readonly full: readonly number[] };

/** A score that needs no recipe. */
export type Baseline = { readonly name: string; readonly scores: Scores };

/** Every variant and baseline against each yardstick, with the interval of its difference to what ships. */
export function compareVariants(comparison: Comparison, rules: readonly Baseline[]): readonly VariantRow[] {
  const scores = scorer(comparison);
  const reference = scores(shipped);
  const rows: readonly { family: VariantFamily; name: string; scores: Scores; kept: boolean }[] = [
    ...[...rules, ...raterBaselines(comparison)].map((rule) => ({ ...rule, family: "baseline" as const, kept: false })),
    ...variants.map(({ family, name, recipe }) => ({ family, name, scores: scores(recipe), kept: same(recipe) })),
  ];
  return rows.map(({ family, name, scores: own, kept }) => ({
    family,
    name,
    kept,
    agreement: Object.fromEntries(
      yardsticks.map((yardstick) => [
        yardstick,
        agreementOf(comparison, yardstick, scoresFor(own, yardstick), kept ? null : scoresFor(reference, yardstick)),
      ]),
    ) as Record<Yardstick, Agreement>,
  }));
}

function same(recipe: Recipe): boolean {
  return JSON.stringify(recipe) === JSON.stringify(shipped);
}

/** Human labels are withheld only where they are what a score is held against. */
function scoresFor(scores: Scores, yardstick: Yardstick): readonly number[] {
  return yardstick === "human" ? scores.withheld : scores.full;
}

function agreementOf(
  { occupations, yardsticks: sticks }: Comparison,
  yardstick: Yardstick,
  scores: readonly number[],
  reference: readonly number[] | null,
): Agreement {
  const within = (filter: (onet: string) => boolean) => {
    const rows = occupations.flatMap((onet, at) => {
      const truth = sticks[yardstick].get(onet);
      return truth === undefined || !filter(onet)
        ? []
        : [{ score: scores[at] ?? Number.NaN, reference: reference?.[at] ?? 0, truth }];
    });
    return rows.filter(({ score }) => !Number.isNaN(score));
  };
  const all = within(() => true);
  const office = within(isOffice);
  const rank = (rows: typeof all) =>
    spearman(
      rows.map(({ score }) => score),
      rows.map(({ truth }) => truth),
    );
  const difference = (rows: typeof all) =>
    rankGain({
      own: rows.map(({ score }) => score),
      other: rows.map((row) => row.reference),
      truth: rows.map(({ truth }) => truth),
    });
  return {
    all: rank(all),
    office: rank(office),
    difference: reference === null ? null : { all: difference(all), office: difference(office) },
  };
}

/** Scores of a recipe; beliefs are computed once for the recipes that label alike. */
function scorer(comparison: Comparison): (recipe: Recipe) => Scores {
  const known = new Map<string, { readonly folds: readonly Beliefs[]; readonly full: Beliefs }>();
  const byOccupation = groupBy(
    comparison.tasks.map((task, at) => ({ task, at })),
    ({ task }) => task.onet,
  );
  const believed = (options: LabelOptions) => {
    const key = JSON.stringify(options);
    const found = known.get(key) ?? {
      folds: Array.from({ length: foldCount }, (_, fold) =>
        labelTasks(comparison.tasks, options, comparison.readers, (onet) => foldOf(onet) !== fold),
      ),
      full: labelTasks(comparison.tasks, options, comparison.readers),
    };
    known.set(key, found);
    return found;
  };
  return ({ labels, weights, software }) => {
    const beliefs = believed(labels);
    const score = (onet: string, from: Beliefs | undefined) =>
      weightedScore(
        byOccupation.get(onet) ?? [],
        ({ at }) => scoreOf(from?.[at]?.belief ?? [1, 0, 0], software),
        comparison.published.get(onet.slice(0, 7)) ?? null,
        weights,
      );
    return {
      withheld: comparison.occupations.map((onet) => score(onet, beliefs.folds[foldOf(onet)])),
      full: comparison.occupations.map((onet) => score(onet, beliefs.full)),
    };
  };
}

type Beliefs = readonly TaskBelief[];
type Placed = { readonly task: Task; readonly at: number };

/** An occupation's score from its tasks' scores: inside an activity by task weight, activities by their mixed shares. */
export function weightedScore<Item extends { readonly task: Task }>(
  items: readonly Item[],
  score: (item: Item) => number,
  published: ReadonlyMap<string, number> | null,
  weights: WeightOptions,
): number {
  const own = new Map<string, number>();
  const sums = new Map<string, number>();
  for (const item of items) {
    const weight = weightOf(item.task, weights.tasks) / item.task.iwas.length;
    for (const iwa of item.task.iwas) {
      own.set(iwa, (own.get(iwa) ?? 0) + weight);
      sums.set(iwa, (sums.get(iwa) ?? 0) + weight * score(item));
    }
  }
  let total = 0;
  for (const [iwa, share] of mixWeights(own, published, weights.published))
    total += (share * (sums.get(iwa) ?? 0)) / (own.get(iwa) ?? 1);
  return total;
}

/** Raters without a model of raters. What is held against human labels leaves the human rater out. */
function raterBaselines({ tasks, occupations }: Comparison): readonly Baseline[] {
  const byOccupation = groupBy(
    tasks.map((task, at): Placed => ({ task, at })),
    ({ task }) => task.onet,
  );
  const plain = (score: (task: Task) => number) =>
    occupations.map((onet) =>
      weightedScore(byOccupation.get(onet) ?? [], ({ task }) => score(task), null, { tasks: "core", published: 0 }),
    );
  const first = plain(({ rubric1 }) => labelScore(rubric1));
  const second = plain(({ rubric2 }) => labelScore(rubric2));
  const human = plain((task) => labelScore(task.human));
  const mean = (...scores: readonly (readonly number[])[]) =>
    occupations.map((_, at) => scores.reduce((sum, own) => sum + (own[at] ?? 0), 0) / scores.length);
  return [
    { name: "one rater alone, first rubric", scores: { withheld: first, full: first } },
    { name: "one rater alone, second rubric", scores: { withheld: second, full: second } },
    { name: "mean of raters", scores: { withheld: mean(first, second), full: mean(human, first, second) } },
  ];
}
