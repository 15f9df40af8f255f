import { join } from "node:path";
import type { Yardstick } from "#app/domain/exposure/exposure-validation.ts";
import { groupBy } from "#app/domain/kernel/group-by.ts";
import { readTable } from "./read-table.ts";
import type { Task } from "./read-tasks.ts";

/** What scores are held against, by occupation. An occupation without a value is left out of that comparison. */
export type Yardsticks = Readonly<Record<Yardstick, ReadonlyMap<string, number>>>;

/** Conversations per 100,000: below one of them, more or less use says little. */
const usageScale = 1000;

/**
 * The published human score of each occupation (core tasks whole, supplemental half), and how much its tasks are used with
 * a model. A sentence that stands in several occupations is shared evenly between them, or by their employment per worker.
 */
export function readYardsticks(
  data: string,
  tasks: readonly Task[],
  employment: ReadonlyMap<string, number | null>,
): Yardsticks {
  const human = readTable(join(data, "gpts-are-gpts/occ_level.csv"), ["O*NET-SOC Code", "human_rating_beta"]);
  const rows = readTable(join(data, "anthropic-first-wave/onet_task_mappings.csv"), ["task_name", "pct"]);
  const used = new Map(rows.map((row) => [row.task_name.trim(), Number(row.pct)]));
  const sentence = (task: Task) => task.text.toLowerCase().trim();
  const sharers = groupBy(tasks, sentence);
  const workers = workersOf(tasks, employment);
  const usage = new Map<string, number>();
  const usagePerWorker = new Map<string, number>();
  for (const [onet, own] of groupBy(tasks, ({ onet: code }) => code)) {
    const evenly = own.map((task) => (used.get(sentence(task)) ?? 0) / (sharers.get(sentence(task))?.length ?? 1));
    usage.set(onet, evenly.reduce((sum, share) => sum + Math.log1p(usageScale * share), 0) / own.length);
    if ((workers.get(onet) ?? 0) === 0) continue;
    const perWorker = own.map((task) => {
      const all = (sharers.get(sentence(task)) ?? []).reduce(
        (sum, { onet: code }) => sum + (workers.get(code) ?? 0),
        0,
      );
      return (used.get(sentence(task)) ?? 0) / all;
    });
    usagePerWorker.set(
      onet,
      perWorker.reduce((sum, share) => sum + share, 0),
    );
  }
  return {
    human: new Map(human.map((row) => [row["O*NET-SOC Code"], Number(row.human_rating_beta)])),
    usage,
    usagePerWorker,
  };
}

/** Employment is published by SOC code: its O*NET codes share it evenly. */
function workersOf(
  tasks: readonly Task[],
  employment: ReadonlyMap<string, number | null>,
): ReadonlyMap<string, number> {
  const codes = [...new Set(tasks.map(({ onet }) => onet))];
  const bySoc = groupBy(codes, (onet) => onet.slice(0, 7));
  return new Map(codes.map((onet) => [onet, (employment.get(onet) ?? 0) / (bySoc.get(onet.slice(0, 7))?.length ?? 1)]));
}
