import { longestTask, mostTasks, noActivity, type StatedTask } from "../workforce/role.ts";

/** A row of the duties form, as typed. An empty activity leaves the choice to the words. */
export type DutyRow = { readonly text: string; readonly share: string; readonly activity: string };

/** What is wrong with a row, or with all of them together (`at` null). */
export type DutyProblem = {
  readonly at: number | null;
  readonly code: "shareNotNumber" | "shareTooLarge" | "dutyTooLong" | "sharesTooLarge" | "tooManyDuties" | "noWords";
  /** The sum of shares, or how many characters or duties there are. */
  readonly value: string;
};

export type ReadDuties = { readonly tasks: readonly StatedTask[]; readonly problems: readonly DutyProblem[] };

/** Rounding of shares written with one decimal: three times 33.4 % is all of the time. */
const rounding = 0.005;

/** Duties from the rows of a form with what is wrong with them. Rows without text and share are left out; a wrong share counts as not said. */
export function readDutyRows(rows: readonly DutyRow[], activities: ReadonlySet<string>): ReadDuties {
  const problems: DutyProblem[] = [];
  const tasks: StatedTask[] = [];
  rows.forEach((row, at) => {
    const text = row.text.trim();
    if (text === "" && row.share.trim() === "") return;
    if (!/\p{L}/u.test(text)) problems.push({ at, code: "noWords", value: "" });
    if (text.length > longestTask) problems.push({ at, code: "dutyTooLong", value: String(text.length) });
    const timeShare = readPercent(row.share);
    if (Number.isNaN(timeShare)) problems.push({ at, code: "shareNotNumber", value: row.share.slice(0, 20) });
    else if (timeShare !== null && timeShare > 1) problems.push({ at, code: "shareTooLarge", value: row.share });
    const chosen = row.activity === noActivity || activities.has(row.activity);
    tasks.push({
      text,
      ...(timeShare === null || Number.isNaN(timeShare) ? {} : { timeShare }),
      ...(chosen ? { activity: row.activity } : {}),
    });
  });
  const sum = tasks.reduce((total, { timeShare = 0 }) => total + timeShare, 0);
  if (sum > 1 + rounding) problems.push({ at: null, code: "sharesTooLarge", value: percentOf(sum) });
  if (tasks.length > mostTasks) problems.push({ at: null, code: "tooManyDuties", value: String(tasks.length) });
  return { tasks, problems };
}

/** `12,5 %` as 0.125; null when nothing is said, NaN when it is no number of at least 0. */
export function readPercent(text: string): number | null {
  const said = text.trim();
  if (said === "") return null;
  const [, number] = /^(\d{1,4}(?:[.,]\d{1,4})?)\s*%?$/.exec(said) ?? [];
  return number === undefined ? Number.NaN : Number(number.replace(",", ".")) / 100;
}

/** A share as the form writes it: `12.5`. */
export function percentOf(share: number): string {
  return String(Math.round(share * 1000) / 10);
}

/** The rows of a form that shows `tasks`. */
export function dutyRowsOf(tasks: readonly StatedTask[]): readonly DutyRow[] {
  return tasks.map(({ text, timeShare, activity }) => ({
    text,
    share: timeShare === undefined ? "" : percentOf(timeShare),
    activity: activity ?? "",
  }));
}

/** Rows whose empty shares divide what the others leave, to one decimal; the last takes what rounding leaves. */
export function spreadEvenly(rows: readonly DutyRow[]): readonly DutyRow[] {
  const said = rows.map(({ share }) => readPercent(share));
  const open = rows.flatMap(({ text, share }, at) => (share.trim() === "" && text.trim() !== "" ? [at] : []));
  const tenths = Math.round(1000 - said.reduce((sum: number, share) => sum + 1000 * (share ?? 0), 0));
  if (open.length === 0 || !(tenths > 0)) return rows;
  const each = Math.floor(tenths / open.length);
  const last = open.at(-1);
  return rows.map((row, at) => {
    if (!open.includes(at)) return row;
    return { ...row, share: String((at === last ? tenths - each * (open.length - 1) : each) / 10) };
  });
}
