import { join } from "node:path";
import { numberOrNull, readTable } from "./read-table.ts";

/** One task of one occupation with every label the sources have for it. Labels are class numbers, -1 where a source has none. */
export type Task = {
  readonly id: number;
  readonly onet: string;
  readonly soc: string;
  readonly text: string;
  /** Detailed and intermediate work activities, without repetition. */
  readonly dwas: readonly string[];
  readonly iwas: readonly string[];
  readonly core: boolean;
  /** Importance x frequency on the scale of a core task (2), null where not rated. */
  readonly rated: number | null;
  readonly human: number;
  readonly rubric1: number;
  readonly rubric2: number;
  /** Two machine labels of how much could be automated, 0..1 (T0..T4), null where missing. */
  readonly automation1: number | null;
  readonly automation2: number | null;
  readonly automationHuman: number | null;
  /** Observed use: share of automation among conversations whose mode was shown, and how many stand behind it. */
  readonly observed: { readonly automation: number; readonly evidence: number } | null;
};

const exposureClasses = ["E0", "E1", "E2"];
const observedScale = 10_000;

/** The general activity (group) of an intermediate one: `4.A.1.a.1.I01` to `4.A.1.a.1`; and of a detailed the intermediate. */
export function groupOf(activity: string): string {
  return activity.slice(0, activity.lastIndexOf("."));
}

/** Reads and joins the task files of the data folder. Task ids read `8823.0` in one file and `8823` in another. */
export function readTasks(data: string): readonly Task[] {
  const labels = byTask(
    readTable(join(data, "gpts-are-gpts/full_labelset.tsv"), [
      "Task ID",
      "human_exposure_agg",
      "gpt4_exposure",
      "gpt4_exposure_alt_rubric",
      "gpt4_automation",
    ]),
  );
  const automation = byTask(
    readTable(join(data, "gpts-are-gpts/automation_gpt4_human_labels.tsv"), [
      "Task ID",
      "gpt4_automation",
      "human_automation",
    ]),
  );
  const ratings = byTask(
    readTable(join(data, "onet-30.1/Task Ratings (partial, mirror of 29.1 and 29.3).txt"), [
      "Task ID",
      "importance_29_3",
      "freq_mean_29_3",
    ]),
  );
  const activities = new Map<number, Set<string>>();
  for (const row of readTable(join(data, "onet-30.1/Tasks to DWAs (ids).txt"), ["Task ID", "DWA ID"])) {
    const id = Number(row["Task ID"]);
    activities.set(id, (activities.get(id) ?? new Set()).add(row["DWA ID"]));
  }
  const observed = readObserved(data);
  const statements = readTable(join(data, "onet-30.1/Task Statements.txt"), [
    "O*NET-SOC Code",
    "Task ID",
    "Task",
    "Task Type",
  ]);
  const meanRated = meanRatedWeight(ratings);
  return statements.map((row) => {
    const id = Number(row["Task ID"]);
    const label = labels.get(id);
    const machine = automation.get(id);
    const dwas = [...(activities.get(id) ?? [])].sort();
    return {
      id,
      onet: row["O*NET-SOC Code"],
      soc: row["O*NET-SOC Code"].slice(0, 7),
      text: row.Task,
      dwas,
      iwas: [...new Set(dwas.map(groupOf))],
      core: row["Task Type"] !== "Supplemental",
      rated: ratedWeight(ratings.get(id), meanRated),
      human: exposureClasses.indexOf(label?.human_exposure_agg ?? ""),
      rubric1: exposureClasses.indexOf(label?.gpt4_exposure ?? ""),
      rubric2: exposureClasses.indexOf(label?.gpt4_exposure_alt_rubric ?? ""),
      automation1: automationLevel(label?.gpt4_automation),
      automation2: automationLevel(machine?.gpt4_automation),
      automationHuman: automationLevel(machine?.human_automation),
      observed: observed.get(row.Task.toLowerCase().trim()) ?? null,
    };
  });
}

function byTask<Row extends { readonly "Task ID": string }>(rows: readonly Row[]): ReadonlyMap<number, Row> {
  return new Map(rows.map((row) => [Number(row["Task ID"]), row]));
}

function automationLevel(label: string | undefined): number | null {
  const level = ["T0", "T1", "T2", "T3", "T4"].indexOf(label ?? "");
  return level < 0 ? null : level / 4;
}

type Rating = { readonly importance_29_3: string; readonly freq_mean_29_3: string };

/** Rated weights are put on the scale of core tasks (2), so that rated and unrated tasks of an occupation compare. */
function ratedWeight(rating: Rating | undefined, mean: number): number | null {
  const importance = numberOrNull(rating?.importance_29_3);
  const frequency = numberOrNull(rating?.freq_mean_29_3);
  return importance === null || frequency === null ? null : (2 * importance * frequency) / mean;
}

function meanRatedWeight(ratings: ReadonlyMap<number, Rating>): number {
  const products = [...ratings.values()]
    .map((row) => Number(row.importance_29_3) * Number(row.freq_mean_29_3))
    .filter((value) => value > 0);
  return products.reduce((sum, value) => sum + value, 0) / products.length;
}

function readObserved(data: string): ReadonlyMap<string, { automation: number; evidence: number }> {
  const usage = new Map(
    readTable(join(data, "anthropic-first-wave/onet_task_mappings.csv"), ["task_name", "pct"]).map((row) => [
      row.task_name.trim(),
      Number(row.pct),
    ]),
  );
  const modes = readTable(join(data, "anthropic-first-wave/automation_vs_augmentation_by_task.csv"), [
    "task_name",
    "feedback_loop",
    "directive",
    "filtered",
  ]);
  const observed = new Map<string, { automation: number; evidence: number }>();
  for (const row of modes) {
    const shown = 1 - Number(row.filtered);
    // Where more than half of the conversations are withheld, what is left says little about the rest.
    if (shown < 0.5) continue;
    const automation = (Number(row.directive) + Number(row.feedback_loop)) / shown;
    observed.set(row.task_name.trim(), {
      automation: Math.min(1, automation),
      evidence: (usage.get(row.task_name.trim()) ?? 0) * observedScale * shown,
    });
  }
  return observed;
}
