import { join } from "node:path";
import type { ExposureValidation } from "#app/domain/exposure/exposure-validation.ts";
import type { OccupationActivity } from "#app/domain/exposure/occupation-pack.ts";
import { hashText } from "#app/domain/exposure/title-features.ts";
import { groupBy } from "#app/domain/kernel/group-by.ts";
import { automationShares } from "./automation-share.ts";
import { buildCells, type LabelledTask, sum } from "./build-cells.ts";
import { coverageTable, scaleFor80 } from "./calibrate-intervals.ts";
import { fewestTasks, foldChecks, raterSd } from "./check-folds.ts";
import { compareShares } from "./compare-shares.ts";
import { compareVariants } from "./compare-variants.ts";
import { isOffice } from "./folds.ts";
import { labelTasks } from "./label-tasks.ts";
import { type OccupationFacts, readOccupationFacts } from "./occupation-facts.ts";
import { readTable } from "./read-table.ts";
import { readTasks } from "./read-tasks.ts";
import { readYardsticks } from "./read-yardsticks.ts";
import { readersOf } from "./task-readers.ts";
import { twoSkillRule } from "./two-skill-rule.ts";
import { shipped } from "./variants.ts";
import type { PublishedWeights } from "./weigh-tasks.ts";

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
  readonly validation: ExposureValidation;
};

/** Everything the occupation pack holds, from the data folder, with the figures that validate it. Deterministic. */
export function buildExposure(data: string): BuiltExposure {
  const tasks = readTasks(data);
  const activityIds = readTable(join(data, "onet-30.1/IWA Reference.txt"), ["IWA ID"]).map((row) => row["IWA ID"]);
  const indexOf = new Map(activityIds.map((id, at) => [id, at]));
  const published = readActivityWeights(data);
  const facts = readOccupationFacts(data);

  const readers = readersOf(tasks);

  const beliefs = labelTasks(tasks, shipped.labels, readers);
  const automation = automationShares(
    tasks,
    beliefs.map(({ belief }) => belief),
  );
  const labelled = tasks.flatMap((task, at): readonly LabelledTask[] => {
    const belief = beliefs[at];
    const share = automation[at];
    return belief === undefined || share === undefined ? [] : [{ task, belief, automation: share }];
  });

  const byOccupation = groupBy(labelled, ({ task }) => task.onet);
  const occupations = facts.map((fact): BuiltOccupation => {
    const own = byOccupation.get(fact.onet) ?? [];
    const activities = buildCells(own, indexOf, published.get(fact.onet.slice(0, 7)) ?? null, shipped.weights);
    const enough =
      own.filter(({ task }) => task.human >= 0 || task.rubric1 >= 0 || task.rubric2 >= 0).length >= fewestTasks;
    return { ...fact, activities, assessable: enough, raterSd: raterSd(own, ["human", "rubric1", "rubric2"]) };
  });
  const checks = foldChecks({ tasks, indexOf, published, readers });
  const setsScale = (key: string) => hashText(`scale ${key}`) % 2 === 0;
  const held = checks.filter(({ key }) => !setsScale(key));
  const intervalScale = scaleFor80(checks.filter(({ key }) => setsScale(key)));
  const yardsticks = readYardsticks(data, tasks, new Map(facts.map(({ onet, employment }) => [onet, employment])));
  const assessable = occupations.filter(({ assessable: enough }) => enough).map(({ onet }) => onet);
  const rule = twoSkillRule(assessable, new Map(facts.map(({ onet, skills }) => [onet, skills])), yardsticks.human);
  return {
    activityIds,
    activityMeans: activityMeans(labelled, activityIds),
    occupations,
    intervalScale,
    validation: {
      occupations: assessable.length,
      office: assessable.filter(isOffice).length,
      variants: compareVariants({ tasks, readers, published, yardsticks, occupations: assessable }, [rule.baseline]),
      coverage: coverageTable(held, intervalScale),
      coverageOf: { all: held.length, office: held.filter(({ key }) => isOffice(key)).length },
      automation: compareShares(
        tasks,
        beliefs.map(({ belief }) => belief),
      ),
      twoSkills: { plus: rule.plus, minus: rule.minus },
    },
  };
}

/** SOC-level weight of each activity (Microsoft, CC BY 4.0). */
function readActivityWeights(data: string): PublishedWeights {
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
    const weight = sum(own, (entry) => 1 / entry.task.iwas.length) || 1;
    const mean = (value: (entry: LabelledTask) => number) =>
      sum(own, (entry) => value(entry) / entry.task.iwas.length) / weight;
    return {
      e1: mean(({ belief }) => belief.belief[1]),
      e2: mean(({ belief }) => belief.belief[2]),
      automation: mean(({ automation }) => automation.mean),
    };
  });
}
