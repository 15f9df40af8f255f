import { join } from "node:path";
import { stemsOf } from "#app/domain/exposure/duty-stems.ts";
import type { DutyLanguage } from "#app/domain/exposure/occupation-pack.ts";
import { hashText } from "#app/domain/exposure/title-features.ts";
import { groupBy } from "#app/domain/kernel/group-by.ts";
import { readTable } from "./read-table.ts";
import { bytes, tableFrom } from "./sparse-table.ts";
import { countBytes, table } from "./write-titles.ts";

/** A task sentence with its detailed activities, `4.A.1.a.1.I01.D02`. */
export type WordedTask = { readonly id: number; readonly text: string; readonly details: readonly string[] };

/** The tasks that have activities. */
export function readWordedTasks(data: string): readonly WordedTask[] {
  const rows = readTable(join(data, "onet-30.1/Tasks to DWAs (ids).txt"), ["Task ID", "DWA ID"]);
  const details = groupBy(rows, (row) => Number(row["Task ID"]));
  return readTable(join(data, "onet-30.1/Task Statements.txt"), ["Task ID", "Task"]).flatMap((row) => {
    const id = Number(row["Task ID"]);
    const own = (details.get(id) ?? []).map((each) => each["DWA ID"]);
    return own.length === 0 ? [] : [{ id, text: row.Task, details: own }];
  });
}

/** The intermediate activity of a detailed one. */
export function activityOfDetail(detail: string): string {
  return detail.split(".").slice(0, 6).join(".");
}

/** How often each stem stands in the task sentences of each detailed activity, hashed: no sentence can be read from it. */
export function trainDuties(tasks: readonly WordedTask[], activityIds: readonly string[]): DutyLanguage {
  const indexOf = new Map(activityIds.map((id, at) => [id, at]));
  const details = [...new Set(tasks.flatMap((task) => task.details))].sort();
  const classOf = new Map(details.map((detail, at) => [detail, at]));
  const seen = tasks.flatMap((task) =>
    stemsOf(task.text).flatMap((stem) =>
      task.details.map((detail) => ({
        key: hashText(stem),
        klass: classOf.get(detail) ?? 0,
        part: 1 / task.details.length,
      })),
    ),
  );
  const features = [...groupBy(seen, ({ key }) => key)].map(([key, found]) => {
    const counts = new Map<number, number>();
    for (const { klass, part } of found) counts.set(klass, (counts.get(klass) ?? 0) + part);
    return [key, [...counts]] as const;
  });
  return {
    words: tableFrom(features),
    activityOf: Uint16Array.from(details, (detail) => indexOf.get(activityOfDetail(detail)) ?? 0),
  };
}

/** The pack as it is committed; `app/knowledge/occupations/index.ts` reads it. */
export function dutiesFile(
  language: DutyLanguage,
  about: {
    readonly version: string;
    readonly inputHash: string;
    readonly validation: Readonly<Record<string, number>>;
  },
): unknown {
  return {
    pack: "duties",
    ...about,
    activityOf: bytes(language.activityOf),
    words: table(language.words, countBytes(language.words.values)),
  };
}
