import type { Currency } from "#app/domain/kernel/money.ts";
import { type Calendar, startOf, weeksPerPeriod } from "./calendar.ts";
import type { PlanGrid } from "./plan-grid.ts";

const forms = {
  pool: /^pool (\d+) has ([\d.]+) hours a period$/,
  cash: /^[\d.]+ in cash is released$/,
  due: /^(.+) must finish by (\d+)$/,
  waits: /^(.+) waits for (.+)$/,
  none: /^(.+) must be done, and no mode of it fits$/,
} as const;

/** The optimiser names actions by id, pools by position and times by period; a person reads titles, pools, days and money. */
export function conflictsInWords(
  conflicts: readonly string[],
  planGrid: PlanGrid,
  calendar: Calendar,
  currency: Currency,
): string[] {
  const { offered, pools, grid } = planGrid;
  const titled = (id = "") => `“${offered.find((candidate) => candidate.id === id)?.title ?? id}”`;
  return conflicts.map((text) => {
    const pool = forms.pool.exec(text);
    if (pool !== null) return poolInWords(Number(pool[1]), Number(pool[2]), pools, grid.capacity.length);
    if (forms.cash.test(text)) return cashInWords(actionsNamed(conflicts), planGrid, calendar, currency);
    const due = forms.due.exec(text);
    if (due !== null) return `${titled(due[1])} must be done by ${startOf(calendar, Number(due[2]))}`;
    const waits = forms.waits.exec(text);
    if (waits !== null) return `${titled(waits[1])} waits for ${titled(waits[2])}`;
    const none = forms.none.exec(text);
    return none !== null ? `${titled(none[1])}: no way to do it fits before its date` : text;
  });
}

/** After the pools of hours stand the families of roles, and last the actions that may run at once. */
function poolInWords(at: number, capacity: number, pools: readonly string[], all: number): string {
  const name = pools[at];
  if (name === undefined)
    return at === all - 1
      ? `At most ${counted(capacity, "action")} may run at once`
      : `At most ${counted(capacity, "change")} at once for one group of roles`;
  const week = Math.round((capacity / weeksPerPeriod) * 10) / 10;
  return `There ${week === 1 ? "is" : "are"} ${counted(week, "hour")} a week for ${name}`;
}

/** The budget by the day on which the last of the actions has to start, against what the cheapest ways of doing them cost. */
function cashInWords(actions: ReadonlySet<string>, { grid }: PlanGrid, calendar: Calendar, currency: Currency): string {
  const options = grid.actions.flatMap((action) => (actions.has(action.id) ? [action.options] : []));
  const last = Math.max(0, ...options.flat().map(({ start }) => start));
  const least = options.reduce(
    (sum, own) => sum + (own.length === 0 ? 0 : Math.min(...own.map(({ cash }) => cash))),
    0,
  );
  const released = grid.cash[last] ?? 0;
  const money = new Intl.NumberFormat("en-GB", { style: "currency", currency, maximumFractionDigits: 0 });
  const budget = `The budget released by ${startOf(calendar, last)} is ${money.format(released)}`;
  return least > released ? `${budget}, and these actions cost at least ${money.format(least)}` : budget;
}

function actionsNamed(conflicts: readonly string[]): ReadonlySet<string> {
  return new Set(
    conflicts.flatMap((text) => [
      ...(forms.due.exec(text)?.slice(1, 2) ?? []),
      ...(forms.waits.exec(text)?.slice(1) ?? []),
    ]),
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
