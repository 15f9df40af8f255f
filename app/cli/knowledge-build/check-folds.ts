import { hashText } from "#app/domain/exposure/title-features.ts";
import { automationShares } from "./automation-share.ts";
import { buildCells, type LabelledTask, softwareWeight } from "./build-cells.ts";
import type { Check } from "./calibrate-intervals.ts";
import { groupBy } from "./group-by.ts";
import { type Belief, defaultLabelOptions, type LabelOptions, labelTasks } from "./label-tasks.ts";
import { spearman } from "./rank.ts";
import type { Task } from "./read-tasks.ts";

export type FoldKnowledge = {
  readonly tasks: readonly Task[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** SOC-level weights of activities. */
  readonly published: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

/** Fewer labelled tasks than this say too little about an occupation. */
export const fewestTasks = 3;
const folds = 5;
const whiteCollar = new Set(["11", "13", "15", "17", "19", "23", "25", "27", "29", "41", "43"]);

type Rater = "human" | "rubric1" | "rubric2";

/** Standard deviation between occupation scores of raters taken alone. */
export function raterSd(tasks: readonly LabelledTask[], raters: readonly Rater[]): number {
  const scores = raters.flatMap((rater) => {
    const seen = tasks.filter(({ task }) => task[rater] >= 0);
    const weight = seen.reduce((sum, { task }) => sum + task.weight, 0);
    return weight === 0
      ? []
      : [seen.reduce((sum, { task }) => sum + task.weight * labelScore(task[rater]), 0) / weight];
  });
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return scores.length < 2
    ? 0.15
    : Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1));
}

function labelScore(label: number): number {
  return label === 1 ? 1 : label === 2 ? softwareWeight : 0;
}

/**
 * Each occupation predicted from the machine labels of its own tasks while its human labels are withheld, beside those
 * labels. `ownWeightsOnly` leaves the published activity weights out of the prediction, not out of what it is held against.
 */
export function foldChecks(
  { tasks, indexOf, published }: FoldKnowledge,
  options: LabelOptions,
  ownWeightsOnly = false,
): readonly Check[] {
  const checks: Check[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const withheld = (onet: string) => hashText(onet) % folds === fold;
    const beliefs = labelTasks(tasks, { ...options, useHuman: (onet) => !withheld(onet) });
    const labelled = tasks.flatMap((task, at) =>
      withheld(task.onet)
        ? [{ task, belief: beliefs[at] ?? ([1, 0, 0] as Belief), automation: { mean: 0.4, sd: 0, observed: false } }]
        : [],
    );
    for (const [onet, own] of groupBy(labelled, ({ task }) => task.onet)) {
      const human = own
        .map((entry) => ({ ...entry, belief: asBelief(entry.task.human) }))
        .filter(({ task }) => task.human >= 0);
      if (human.length < fewestTasks) continue;
      const weights = published.get(onet.slice(0, 7)) ?? null;
      const cells = buildCells(own, indexOf, ownWeightsOnly ? null : weights);
      const sd = Math.sqrt(
        raterSd(own, ["rubric1", "rubric2"]) ** 2 + sumOver(cells, (cell) => (cell.weight * cell.scoreSd) ** 2),
      );
      checks.push({
        key: onet,
        predicted: scoreOfCells(cells),
        sd: Math.max(sd, 0.01),
        actual: scoreOfCells(buildCells(human, indexOf, weights)),
      });
    }
  }
  return checks.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function scoreOfCells(cells: ReturnType<typeof buildCells>): number {
  return sumOver(cells, (cell) => cell.weight * (cell.e1 + softwareWeight * cell.e2));
}

function asBelief(label: number): Belief {
  return [label === 0 ? 1 : 0, label === 1 ? 1 : 0, label === 2 ? 1 : 0];
}

export function sumOver<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

/** Rank agreement of the shipped variant, and of others beside it: one rater, plain means, priors and weights left out. */
export function compareVariants(knowledge: FoldKnowledge, shipped: readonly Check[]): Readonly<Record<string, number>> {
  const { tasks } = knowledge;
  const byOccupation = groupBy(tasks, (task) => task.onet);
  const meanOf = (score: (task: Task) => number) =>
    shipped.map((check) => {
      const own = byOccupation.get(check.key) ?? [];
      const predicted = sumOver(own, (task) => task.weight * score(task)) / sumOver(own, (task) => task.weight);
      return { ...check, predicted };
    });
  const variants: Readonly<Record<string, readonly Check[]>> = {
    SingleRater: meanOf((task) => labelScore(task.rubric1)),
    MeanOfRaters: meanOf((task) => (labelScore(task.rubric1) + labelScore(task.rubric2)) / 2),
    NoActivityPrior: foldChecks(knowledge, { ...defaultLabelOptions, activityPrior: 0 }),
    HalfActivityPrior: foldChecks(knowledge, { ...defaultLabelOptions, activityPrior: 0.5 }),
    StrongShrinkage: foldChecks(knowledge, { ...defaultLabelOptions, shrinkage: 24 }),
    OwnWeightsOnly: foldChecks(knowledge, defaultLabelOptions, true),
  };
  return {
    occupations: shipped.length,
    ...ranksOf(shipped, ""),
    ...Object.assign({}, ...Object.entries(variants).map(([name, checks]) => ranksOf(checks, name))),
  };
}

function ranksOf(checks: readonly Check[], name: string): Readonly<Record<string, number>> {
  const office = checks.filter(({ key }) => whiteCollar.has(key.slice(0, 2)));
  const agreement = (of: readonly Check[]) =>
    spearman(
      of.map((check) => check.predicted),
      of.map((check) => check.actual),
    );
  return { [`rankAll${name}`]: agreement(checks), [`rankWhiteCollar${name}`]: agreement(office) };
}

/** Automation share against observed modes, with the fold's own modes withheld. */
export function automationFigures(
  tasks: readonly Task[],
  beliefs: readonly Belief[],
): Readonly<Record<string, number>> {
  const pairs: { onet: string; predicted: number; actual: number; evidence: number }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const withheld = (task: Task) => hashText(`mode ${task.text.toLowerCase()}`) % folds === fold;
    const shares = automationShares(tasks, beliefs, (task) => !withheld(task));
    tasks.forEach((task, at) => {
      if (task.observed !== null && withheld(task))
        pairs.push({
          onet: task.onet,
          predicted: shares[at]?.mean ?? 0,
          actual: task.observed.automation,
          evidence: task.observed.evidence,
        });
    });
  }
  const byOccupation = [...groupBy(pairs, ({ onet }) => onet).values()].filter((own) => own.length >= 3);
  const mean = (own: typeof pairs, value: (pair: (typeof pairs)[number]) => number) =>
    sumOver(own, (pair) => value(pair)) / own.length;
  return {
    automationTasks: pairs.length,
    automationRankByTask: spearman(
      pairs.map((pair) => pair.predicted),
      pairs.map((pair) => pair.actual),
    ),
    automationOccupations: byOccupation.length,
    automationRankByOccupation: spearman(
      byOccupation.map((own) => mean(own, (pair) => pair.predicted)),
      byOccupation.map((own) => mean(own, (pair) => pair.actual)),
    ),
  };
}
