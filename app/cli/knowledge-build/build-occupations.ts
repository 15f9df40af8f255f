import { join } from "node:path";
import type { OccupationActivity } from "#app/domain/exposure/occupation-pack.ts";
import { hashText } from "#app/domain/exposure/title-features.ts";
import { automationShares } from "./automation-share.ts";
import { buildCells, type LabelledTask } from "./build-cells.ts";
import { coverage, scaleFor80 } from "./calibrate-intervals.ts";
import { automationFigures, compareVariants, fewestTasks, foldChecks, raterSd, sumOver } from "./check-folds.ts";
import { groupBy } from "./group-by.ts";
import { type Belief, defaultLabelOptions, labelTasks } from "./label-tasks.ts";
import { type OccupationFacts, readOccupationFacts } from "./occupation-facts.ts";
import { readTable } from "./read-table.ts";
import { readTasks } from "./read-tasks.ts";

export type BuiltOccupation = OccupationFacts & {
  readonly assessable: boolean;
  readonly raterSd: number;
  readonly activities: readonly OccupationActivity[];
};

export type BuiltExposure = {
  readonly activityIds: readonly string[];
  readonly activityMeans: readonly { readonly e1: number; readonly e2: number; readonly automation: number }[];
  readonly occupations: readonly BuiltOccupation[];
  readonly intervalScale: number;
  readonly validation: Readonly<Record<string, number>>;
};

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
  const knowledge = { tasks, indexOf, published };
  const checks = foldChecks(knowledge, defaultLabelOptions);
  const calibration = checks.filter(({ key }) => hashText(`scale ${key}`) % 2 === 0);
  const held = checks.filter(({ key }) => hashText(`scale ${key}`) % 2 === 1);
  const intervalScale = scaleFor80(calibration);
  return {
    activityIds,
    activityMeans: activityMeans(labelled, activityIds),
    occupations,
    intervalScale,
    validation: {
      ...compareVariants(knowledge, checks),
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
