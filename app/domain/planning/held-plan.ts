import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { type Calendar, periodOf } from "./calendar.ts";
import type { Held } from "./optimise/calm.ts";
import type { GridAction } from "./optimise/grid.ts";
import type { CandidateAction, CandidateMode, Plan, PlanItem } from "./plan.ts";

/** Items of the plan in force that were to be finished before this one begins. They are kept as they are. */
export function doneIn(current: Plan | null, calendar: Calendar): Map<string, PlanItem> {
  const done = (current?.items ?? []).filter((item) => item.finish <= calendar.from);
  return new Map(done.map((item) => [item.id, item]));
}

/** Items that are running when the plan begins: they go on in their mode, and what they have used is not asked for again. */
export function runningIn(current: Plan | null, calendar: Calendar): Map<string, PlanItem> {
  const running = (current?.items ?? []).filter((item) => item.start < calendar.from && item.finish > calendar.from);
  return new Map(running.map((item) => [item.id, item]));
}

/** Whether a date that must be met is earlier than the one the plan in force was made for. */
export function comesNearer(before: IsoDate | null, now: IsoDate | null): boolean {
  return now !== null && (before === null || now < before);
}

/** What is running has its hours and its place, also where the settings have become tighter since. */
export function withRunning(
  capacity: readonly (readonly number[])[],
  actions: readonly GridAction[],
  offered: readonly CandidateAction[],
  running: ReadonlyMap<string, PlanItem>,
): number[][] {
  const used = capacity.map((row) => row.map(() => 0));
  for (const [index, { options }] of actions.entries()) {
    const [option] = running.has(offered[index]?.id ?? "") && options.length === 1 ? options : [];
    for (const [pool, amount] of option?.use ?? [])
      for (let t = 0; t < (option?.finish ?? 0); t++) (used[pool] as number[])[t] = (used[pool]?.[t] ?? 0) + amount;
  }
  return capacity.map((row, pool) => row.map((amount, t) => Math.max(amount, used[pool]?.[t] ?? 0)));
}

/** A rearrangement of the whole plan must be worth this share of it more: less is the noise of forecasts and of the search. */
const wholeGain = 0.03;

/** The options of the plan in force, and the items whose worth, cost or duty is no longer what it was when that was made. */
export function heldIn(
  current: Plan,
  offered: readonly CandidateAction[],
  actions: readonly GridAction[],
  calendar: Calendar,
): Held {
  const touched = new Set<number>();
  const options = offered.map((candidate, index) => {
    const item = current.items.find(({ id }) => id === candidate.id);
    if (item === undefined) return null;
    const mode = candidate.modes.findIndex(({ id }) => id === item.mode.id);
    const now = candidate.modes[mode];
    if (now === undefined || isTouched(item, candidate, now)) touched.add(index);
    const start = Math.max(0, periodOf(calendar, item.start));
    return actions[index]?.options.find((option) => option.mode === mode && option.start === start) ?? null;
  });
  return { options, touched, wholeGain: wholeGain + current.gap };
}

function isTouched(item: PlanItem, candidate: CandidateAction, now: CandidateMode): boolean {
  const before = item.decidedBy ?? item.monthly.value;
  const shift = Math.abs((now.decidedBy ?? now.monthly).mean - before);
  return shift > 0.02 * Math.abs(before) || now.cash > item.cost || candidate.mandatory !== item.mandatory;
}
