import { join } from "node:path";
import { normaliseTitle } from "#app/domain/exposure/normalise-title.ts";
import type { OccupationActivity } from "#app/domain/exposure/occupation-pack.ts";
import { hashText } from "#app/domain/exposure/title-features.ts";
import type { SparseTable } from "#app/domain/exposure/title-model.ts";
import { automationShares } from "./automation-share.ts";
import { buildCells, type LabelledTask, softwareWeight } from "./build-cells.ts";
import { type Check, coverage, scaleFor80 } from "./calibrate-intervals.ts";
import { groupBy } from "./group-by.ts";
import { type Belief, defaultLabelOptions, labelTasks } from "./label-tasks.ts";
import { type OccupationFacts, readOccupationFacts } from "./occupation-facts.ts";
import { spearman } from "./rank.ts";
import { readTable } from "./read-table.ts";
import { readTasks, type Task } from "./read-tasks.ts";
import { tableFrom } from "./sparse-table.ts";

export type BuiltOccupation = OccupationFacts & {
  readonly assessable: boolean;
  readonly raterSd: number;
  readonly activities: readonly OccupationActivity[];
};

export type BuiltExposure = {
  readonly activityIds: readonly string[];
  readonly activityMeans: readonly { readonly e1: number; readonly e2: number; readonly automation: number }[];
  readonly activityWords: SparseTable;
  readonly occupations: readonly BuiltOccupation[];
  readonly intervalScale: number;
  readonly validation: Readonly<Record<string, number>>;
};

/** Fewer labelled tasks than this say too little about an occupation. */
const fewestTasks = 3;
const folds = 5;
const whiteCollar = new Set(["11", "13", "15", "17", "19", "23", "25", "27", "29", "41", "43"]);

/** Everything the occupation pack holds, from the data folder, with the figures that validate it. Deterministic. */
export function buildExposure(data: string): BuiltExposure {
  const tasks = readTasks(data);
  const activityIds = readTable(join(data, "onet-30.1/IWA Reference.txt"), ["IWA ID"]).map((row) => row["IWA ID"]);
  const indexOf = new Map(activityIds.map((id, at) => [id, at]));
  const published = readActivityWeights(data);
  const facts = readOccupationFacts(data);

  const beliefs = labelTasks(tasks, defaultLabelOptions);
  const automation = automationShares(tasks, beliefs);
  const labelled = tasks.map((task, at) => ({
    task,
    belief: beliefs[at] ?? ([1, 0, 0] as Belief),
    automation: automation[at] ?? { mean: 0.4, sd: 0.2, observed: false },
  }));

  const byOccupation = groupBy(labelled, ({ task }) => task.onet);
  const occupations = facts.map((fact): BuiltOccupation => {
    const own = byOccupation.get(fact.onet) ?? [];
    const activities = buildCells(own, indexOf, published.get(fact.onet.slice(0, 7)) ?? null);
    const enough =
      own.filter(({ task }) => task.human >= 0 || task.rubric1 >= 0 || task.rubric2 >= 0).length >= fewestTasks;
    return { ...fact, activities, assessable: enough, raterSd: raterSd(own, ["human", "rubric1", "rubric2"]) };
  });
  const checks = foldChecks(tasks, indexOf, published);
  const calibration = checks.filter(({ key }) => hashText(`scale ${key}`) % 2 === 0);
  const held = checks.filter(({ key }) => hashText(`scale ${key}`) % 2 === 1);
  const intervalScale = scaleFor80(calibration);
  return {
    activityIds,
    activityMeans: activityMeans(labelled, activityIds),
    activityWords: activityWords(tasks, indexOf),
    occupations,
    intervalScale,
    validation: {
      ...rankFigures(checks, tasks),
      intervalCoverage: coverage(held, intervalScale),
      ...automationFigures(tasks, beliefs),
    },
  };
}

/** SOC-level weight of each activity (Microsoft, CC BY 4.0). */
function readActivityWeights(data: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const rows: readonly Record<string, string>[] = readTable(join(data, "microsoft-onet-weights/soc_iwa_weights.csv"), [
    "SOC Code",
  ]);
  return new Map(
    rows.map((row) => [
      row["SOC Code"] ?? "",
      new Map(
        Object.entries(row).flatMap(([iwa, weight]) =>
          iwa.startsWith("4.") && Number(weight) > 0 ? [[iwa, Number(weight)]] : [],
        ),
      ),
    ]),
  );
}

type Rater = "human" | "rubric1" | "rubric2";

/** Standard deviation between occupation scores of raters taken alone. */
function raterSd(tasks: readonly LabelledTask[], raters: readonly Rater[]): number {
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

/** Each occupation predicted from the machine labels of its own tasks while its human labels are withheld, beside those labels. */
function foldChecks(
  tasks: readonly Task[],
  indexOf: ReadonlyMap<string, number>,
  published: ReadonlyMap<string, ReadonlyMap<string, number>>,
): readonly Check[] {
  const checks: Check[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const withheld = (onet: string) => hashText(onet) % folds === fold;
    const beliefs = labelTasks(tasks, { ...defaultLabelOptions, useHuman: (onet) => !withheld(onet) });
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
      const cells = buildCells(own, indexOf, weights);
      const predicted = sumOver(cells, (cell) => cell.weight * (cell.e1 + softwareWeight * cell.e2));
      const sd = Math.sqrt(
        raterSd(own, ["rubric1", "rubric2"]) ** 2 + sumOver(cells, (cell) => (cell.weight * cell.scoreSd) ** 2),
      );
      const actual = sumOver(
        buildCells(human, indexOf, weights),
        (cell) => cell.weight * (cell.e1 + softwareWeight * cell.e2),
      );
      checks.push({ key: onet, predicted, sd: Math.max(sd, 0.01), actual });
    }
  }
  return checks.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function asBelief(label: number): Belief {
  return [label === 0 ? 1 : 0, label === 1 ? 1 : 0, label === 2 ? 1 : 0];
}

function sumOver<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

function rankFigures(checks: readonly Check[], tasks: readonly Task[]): Readonly<Record<string, number>> {
  const office = checks.filter(({ key }) => whiteCollar.has(key.slice(0, 2)));
  const alone = new Map(
    [...groupBy(tasks, (task) => task.onet)].map(([onet, own]) => [
      onet,
      sumOver(own, (task) => task.weight * labelScore(task.rubric1)) / sumOver(own, (task) => task.weight),
    ]),
  );
  return {
    occupations: checks.length,
    rankAll: spearman(
      checks.map((check) => check.predicted),
      checks.map((check) => check.actual),
    ),
    rankWhiteCollar: spearman(
      office.map((check) => check.predicted),
      office.map((check) => check.actual),
    ),
    rankAllSingleRater: spearman(
      checks.map((check) => alone.get(check.key) ?? 0),
      checks.map((check) => check.actual),
    ),
    rankWhiteCollarSingleRater: spearman(
      office.map((check) => alone.get(check.key) ?? 0),
      office.map((check) => check.actual),
    ),
  };
}

/** Automation share against observed modes, with the fold's own modes withheld. */
function automationFigures(tasks: readonly Task[], beliefs: readonly Belief[]): Readonly<Record<string, number>> {
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

function activityMeans(labelled: readonly LabelledTask[], ids: readonly string[]): BuiltExposure["activityMeans"] {
  const byActivity = new Map<string, LabelledTask[]>();
  for (const entry of labelled)
    for (const iwa of entry.task.iwas) byActivity.set(iwa, [...(byActivity.get(iwa) ?? []), entry]);
  return ids.map((id) => {
    const own = byActivity.get(id) ?? [];
    const weight = sumOver(own, (entry) => 1 / entry.task.iwas.length) || 1;
    const mean = (value: (entry: LabelledTask) => number) =>
      sumOver(own, (entry) => value(entry) / entry.task.iwas.length) / weight;
    return {
      e1: mean(({ belief }) => belief[1]),
      e2: mean(({ belief }) => belief[2]),
      automation: mean(({ automation }) => automation.mean),
    };
  });
}

/** How often each word stands in the task sentences of each activity, hashed: no sentence can be read from it. */
function activityWords(tasks: readonly Task[], indexOf: ReadonlyMap<string, number>): SparseTable {
  const counts = new Map<number, Map<number, number>>();
  for (const task of tasks) {
    for (const word of [...normaliseTitle(task.text), ...normaliseTitle(task.text.slice(300))]) {
      const classes = counts.get(hashText(word)) ?? new Map<number, number>();
      counts.set(hashText(word), classes);
      for (const iwa of task.iwas)
        classes.set(indexOf.get(iwa) ?? 0, (classes.get(indexOf.get(iwa) ?? 0) ?? 0) + 1 / task.iwas.length);
    }
  }
  return tableFrom([...counts].map(([key, classes]) => [key, [...classes]] as const));
}
