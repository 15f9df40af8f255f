import type { Task } from "./read-tasks.ts";

/** SOC-level weights of activities, by SOC code and intermediate activity. */
export type PublishedWeights = ReadonlyMap<string, ReadonlyMap<string, number>>;

export type WeightOptions = {
  /** equal: every task counts alike. core: core tasks 2, supplemental 1. rated: importance x frequency where rated, else core. */
  readonly tasks: "equal" | "core" | "rated";
  /** Part of the published activity weights in the mix, 0..1. */
  readonly published: number;
};

/** What ships; see the recorded comparison. */
export const defaultWeights: WeightOptions = { tasks: "core", published: 0.25 };

export function weightOf(task: Task, by: WeightOptions["tasks"]): number {
  const core = task.core ? 2 : 1;
  return by === "equal" ? 1 : by === "core" ? core : (task.rated ?? core);
}

/** Shares of an occupation's activities: from its own tasks, mixed with the published ones where there are any. */
export function mixWeights(
  own: ReadonlyMap<string, number>,
  published: ReadonlyMap<string, number> | null,
  part: number,
): ReadonlyMap<string, number> {
  const mine = shares([...own]) ?? new Map<string, number>();
  const theirs = published === null ? null : shares([...own.keys()].map((iwa) => [iwa, published.get(iwa) ?? 0]));
  if (theirs === null) return mine;
  return new Map([...mine].map(([iwa, share]) => [iwa, (1 - part) * share + part * (theirs.get(iwa) ?? 0)]));
}

/** Null when everything is 0. */
function shares(entries: readonly (readonly [string, number])[]): ReadonlyMap<string, number> | null {
  const total = entries.reduce((sum, [, value]) => sum + value, 0);
  return total === 0 ? null : new Map(entries.map(([key, value]) => [key, value / total]));
}
