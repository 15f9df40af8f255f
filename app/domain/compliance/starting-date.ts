import type { IsoDate } from "../kernel/iso-date.ts";
import type { Evaluator } from "./applies.ts";
import type { DateRule, Obligation, Rule } from "./obligation-pack.ts";

/** The day from which a duty binds, null when it did so before our records begin or when nobody knows. */
export type StartingDate = {
  readonly date: IsoDate | null;
  /** True when an open answer could make it later. */
  readonly earliestPossible: boolean;
};

/**
 * The date of the first rule that is met. When a rule before it is open, the earliest date that can still come out;
 * when none is met, the day on which the duty's history begins.
 */
export function startingDate(obligation: Obligation, evaluator: Evaluator): StartingDate {
  const general = obligation.history[0]?.from ?? null;
  const open: IsoDate[] = [];
  for (const { rule, date } of obligation.dates ?? []) {
    const met = evaluator.answer(rule);
    if (met === "yes") return earliestOf(date, open);
    if (met === "unknown") open.push(date);
  }
  return earliestOf(general, open);
}

/** The rules that chose the date: the one that was met and those that are open, or those that were not met. */
export function rulesOfDate(dates: readonly DateRule[], evaluator: Evaluator): Rule[] {
  const passed: Rule[] = [];
  const open: Rule[] = [];
  for (const { rule } of dates) {
    const met = evaluator.answer(rule);
    if (met === "unknown") open.push(rule);
    if (met === "no") passed.push(rule);
    if (met === "yes") return "always" in rule ? [...passed, ...open] : [rule, ...open];
  }
  return [...passed, ...open];
}

function earliestOf(date: IsoDate | null, open: readonly IsoDate[]): StartingDate {
  const others = open.filter((other) => other !== date);
  let earliest = date;
  for (const other of others) if (earliest !== null && other < earliest) earliest = other;
  return { date: earliest, earliestPossible: others.length > 0 };
}

/** The earliest of several starting dates, of which null lies before our records begin; of equal ones a certain one. */
export function earliestStart(starts: readonly StartingDate[]): StartingDate {
  return starts.reduce((a, b) => {
    if (a.date === b.date) return a.earliestPossible ? b : a;
    return a.date === null || (b.date !== null && a.date < b.date) ? a : b;
  });
}
