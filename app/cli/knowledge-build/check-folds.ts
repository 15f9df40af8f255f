import { groupBy } from "#app/domain/kernel/group-by.ts";
import { buildCells, type LabelledTask, labelScore, softwareWeight, sum } from "./build-cells.ts";
import type { Check } from "./calibrate-intervals.ts";
import { foldCount, foldOf } from "./folds.ts";
import { type Belief, labelTasks, type TaskReaders } from "./label-tasks.ts";
import type { Task } from "./read-tasks.ts";
import { shipped } from "./variants.ts";
import { type PublishedWeights, weightOf } from "./weigh-tasks.ts";

export type FoldKnowledge = {
  readonly tasks: readonly Task[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly published: PublishedWeights;
  readonly readers: TaskReaders;
};

/** Fewer labelled tasks than this say too little about an occupation. */
export const fewestTasks = 3;
/** Spread assumed where one rater alone has labels. */
const unknownSpread = 0.15;

type RaterKey = "human" | "rubric1" | "rubric2";

/** Standard deviation between occupation scores of raters taken alone. */
export function raterSd(tasks: readonly LabelledTask[], raters: readonly RaterKey[]): number {
  const weight = ({ task }: LabelledTask) => weightOf(task, shipped.weights.tasks);
  const scores = raters.flatMap((rater) => {
    const seen = tasks.filter(({ task }) => task[rater] >= 0);
    const total = sum(seen, weight);
    return total === 0 ? [] : [sum(seen, (entry) => weight(entry) * labelScore(entry.task[rater])) / total];
  });
  if (scores.length < 2) return unknownSpread;
  const mean = sum(scores, (score) => score) / scores.length;
  return Math.sqrt(sum(scores, (score) => (score - mean) ** 2) / (scores.length - 1));
}

/** Each occupation predicted by what ships while its human labels are withheld, beside those labels at the same weights. */
export function foldChecks({ tasks, indexOf, published, readers }: FoldKnowledge): readonly Check[] {
  const checks: Check[] = [];
  for (let fold = 0; fold < foldCount; fold++) {
    const beliefs = labelTasks(tasks, shipped.labels, readers, (onet) => foldOf(onet) !== fold);
    const withheld = tasks.flatMap((task, at) => {
      const belief = beliefs[at];
      return foldOf(task.onet) === fold && belief !== undefined ? [{ task, belief, automation: notAsked }] : [];
    });
    for (const [onet, own] of groupBy(withheld, ({ task }) => task.onet)) {
      const human = own.filter(({ task }) => task.human >= 0).map((entry) => ({ ...entry, belief: said(entry.task) }));
      if (human.length < fewestTasks) continue;
      const weights = published.get(onet.slice(0, 7)) ?? null;
      const cells = buildCells(own, indexOf, weights, shipped.weights);
      const sd = Math.sqrt(
        raterSd(own, ["rubric1", "rubric2"]) ** 2 + sum(cells, (cell) => (cell.weight * cell.scoreSd) ** 2),
      );
      checks.push({
        key: onet,
        predicted: scoreOfCells(cells),
        sd: Math.max(sd, 0.01),
        actual: scoreOfCells(buildCells(human, indexOf, weights, shipped.weights)),
      });
    }
  }
  return checks.sort((a, b) => (a.key < b.key ? -1 : 1));
}

const notAsked = { mean: 0.4, sd: 0, observed: false };

function said({ human }: Task): LabelledTask["belief"] {
  const belief: Belief = [human === 0 ? 1 : 0, human === 1 ? 1 : 0, human === 2 ? 1 : 0];
  return { belief, alone: belief, similar: belief };
}

function scoreOfCells(cells: ReturnType<typeof buildCells>): number {
  return sum(cells, (cell) => cell.weight * (cell.e1 + softwareWeight * cell.e2));
}
