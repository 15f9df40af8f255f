import { seedFrom } from "../kernel/random.ts";

const hour = 3_600_000;
const weekMs = 7 * 24 * hour;
/** 1970-01-05 was a Monday. */
const firstMonday = 4 * 24 * hour;

/** One asking of one prompt in one week. */
export type Asking = { readonly promptId: string; readonly run: number; readonly at: number };

/** The number of the week (from Monday, UTC) that a moment is in, and when it begins. */
export function weekOf(moment: number): { readonly number: number; readonly from: number } {
  const number = Math.floor((moment - firstMonday) / weekMs);
  return { number, from: firstMonday + number * weekMs };
}

/**
 * When each prompt is asked in a week: run r of n falls into the r-th n-th of the week, at an hour of its own that prompt and week
 * decide, so that neither a prompt's runs nor the prompts come in a bunch.
 */
export function weekOfAskings(
  promptIds: readonly string[],
  runs: number,
  week: { number: number; from: number },
): Asking[] {
  const part = weekMs / runs;
  return promptIds
    .flatMap((promptId) =>
      Array.from({ length: runs }, (_, at): Asking => {
        const within = seedFrom(`${promptId} ${at} ${week.number}`) / 4_294_967_296;
        return { promptId, run: at + 1, at: week.from + (at + within) * part };
      }),
    )
    .sort((a, b) => a.at - b.at);
}

/** Askings whose hour lies in a stretch of time, its end not included. Each hour lies in one slot of a schedule, so each is asked once. */
export function askingsBetween(
  promptIds: readonly string[],
  runs: number,
  from: number,
  until: number,
): (Asking & { readonly week: number })[] {
  return [weekOf(from), weekOf(until)]
    .filter((week, at, weeks) => at === 0 || week.number !== weeks[0]?.number)
    .flatMap((week) => weekOfAskings(promptIds, runs, week).map((asking) => ({ ...asking, week: week.number })))
    .filter(({ at }) => at >= from && at < until);
}

/** Money in US dollars that a round costs: about, and at most, when every answer uses all searches it may. */
export function costOfRound(
  askings: number,
  { answerUsd, searchUsd, mostSearches }: ProbeCosts,
): { readonly about: number; readonly most: number } {
  return { about: askings * (answerUsd + searchUsd), most: askings * (answerUsd + searchUsd * mostSearches) };
}

export type ProbeCosts = { readonly answerUsd: number; readonly searchUsd: number; readonly mostSearches: number };

/** What one answer cost: its searches are billed one by one. */
export function costOfAnswer(searches: number, { answerUsd, searchUsd }: ProbeCosts): number {
  return answerUsd + searchUsd * Math.max(1, searches);
}

export type BudgetVerdict = { readonly fits: boolean; readonly left: number };

/** Whether one more answer fits a month's budget at its highest price. */
export function budgetFor(spentUsd: number, budgetUsd: number, costs: ProbeCosts): BudgetVerdict {
  const left = Math.max(0, budgetUsd - spentUsd);
  return { fits: costs.answerUsd + costs.searchUsd * costs.mostSearches <= left + 1e-9, left };
}
