import { estimate } from "#app/domain/kernel/estimate.ts";
import { addDays, daysBetween, type IsoDate } from "#app/domain/kernel/iso-date.ts";
import { type Calendar, calendarFrom, startOf, weeksPerPeriod } from "./calendar.ts";
import { conflictsInWords } from "./conflict-words.ts";
import { doneIn, runningIn } from "./held-plan.ts";
import { chancesOnTime } from "./on-time.ts";
import type { Option } from "./optimise/grid.ts";
import type { Solve } from "./optimise/linear.ts";
import { optimiseGrid } from "./optimise/optimise.ts";
import { gapOf } from "./optimise/search.ts";
import type { Selection } from "./optimise/selection.ts";
import type { CandidateAction, LeftOut, Plan, PlanConstraints, PlanItem, PoolLoad } from "./plan.ts";
import { gridOfCandidates, type PlanGrid } from "./plan-grid.ts";

/** Everything a plan is computed from. Stored with it, so that it can be computed again to the byte. */
export type PlanInputs = {
  readonly asOf: IsoDate;
  readonly candidates: readonly CandidateAction[];
  readonly constraints: PlanConstraints;
  /** The plan in force, from which changes cost `changeCost`; null for the first. */
  readonly current: Plan | null;
  readonly seed: number;
  readonly inputHash: string;
  readonly knowledgeVersion: string;
  readonly posteriorIds: readonly string[];
  /** Seconds of an ordinary machine; selects iteration budgets. */
  readonly effort: number;
};

const z90 = 1.645;
/** Worth less than this share of the bound apart: called optimal. */
const optimalWithin = 1e-4;

/** Chooses and schedules. When the mandatory items cannot fit, the plan is empty, `infeasible`, and says what conflicts. */
export function composePlan(inputs: PlanInputs, solve: Solve): Plan {
  const { asOf, constraints, current } = inputs;
  const candidates = inputs.candidates.map((candidate) => withEarlierDate(candidate, current));
  const calendar = calendarFrom(asOf, current?.from ?? null);
  const planGrid = gridOfCandidates(candidates, constraints, calendar, current);
  const answer = optimiseGrid(planGrid.grid, inputs.effort, inputs.seed, solve, planGrid.held);
  const { selection } = answer;
  const done = [...doneIn(current, calendar).values()];
  const items = selection === null ? [] : [...done, ...itemsOf(selection, planGrid, calendar, inputs)];
  const value = selection?.value ?? 0;
  const gap = selection === null ? 0 : gapOf(value, answer.upperBound);
  return {
    asOf,
    from: calendar.from,
    periods: calendar.periods,
    budget: planGrid.budget,
    currency: constraints.currency,
    status: selection === null ? "infeasible" : gap <= optimalWithin ? "optimal" : "feasible",
    items,
    leftOut: leftOutOf(candidates, selection, planGrid, constraints),
    load: loadOf(items, planGrid, calendar),
    totals: {
      hours: Math.round(items.reduce((sum, item) => sum + sumOf(item.hours), 0)),
      cost: Math.round(items.reduce((sum, item) => sum + item.cost, 0)),
    },
    value,
    upperBound: Math.max(value, answer.upperBound),
    gap,
    truncated: answer.truncated,
    conflicts: conflictsInWords(answer.conflicts, planGrid, calendar, constraints.currency),
    seed: inputs.seed,
    inputHash: inputs.inputHash,
    knowledgeVersion: inputs.knowledgeVersion,
    posteriorIds: inputs.posteriorIds,
  };
}

/** A date that the plan in force promised does not move away when the plan is made again. */
function withEarlierDate(candidate: CandidateAction, current: Plan | null): CandidateAction {
  const promised = current?.items.find((item) => item.id === candidate.id)?.deadline ?? null;
  if (promised === null || candidate.deadline === null || candidate.deadline <= promised) return candidate;
  return { ...candidate, deadline: promised };
}

function itemsOf(selection: Selection, { offered }: PlanGrid, calendar: Calendar, inputs: PlanInputs): PlanItem[] {
  const chosen = offered.flatMap((candidate, index) => {
    const option = selection.optionOf(index);
    return option === undefined ? [] : [{ candidate, option }];
  });
  const ids = new Set([...doneIn(inputs.current, calendar).keys(), ...chosen.map(({ candidate }) => candidate.id)]);
  const running = runningIn(inputs.current, calendar);
  const chances = chancesOnTime(
    chosen.map(({ candidate, option }) => {
      const mode = candidate.modes[option.mode];
      const due =
        candidate.deadline === null
          ? option.finish * weeksPerPeriod
          : daysBetween(calendar.from, candidate.deadline) / 7;
      const requires = candidate.requires.filter((id) => ids.has(id));
      const start = option.start * weeksPerPeriod;
      return { id: candidate.id, start, median: mode?.weeksMedian ?? 1, late: mode?.weeks ?? 1, due, requires };
    }),
    inputs.seed,
  );
  const pinned = new Set(inputs.constraints.pins.filter((pin) => pin.keep === "in").map((pin) => pin.action));
  return chosen
    .map(({ candidate, option }) =>
      itemOf(
        candidate,
        option,
        calendar,
        chances.get(candidate.id) ?? 0,
        ids,
        pinned.has(candidate.id),
        running.get(candidate.id),
      ),
    )
    .sort((a, b) => (a.start === b.start ? (a.id < b.id ? -1 : 1) : a.start < b.start ? -1 : 1));
}

function itemOf(
  candidate: CandidateAction,
  option: Option,
  calendar: Calendar,
  onTime: number,
  chosen: ReadonlySet<string>,
  pinned: boolean,
  going: PlanItem | undefined,
): PlanItem {
  const mode = candidate.modes[option.mode];
  if (mode === undefined) throw new RangeError(`no mode ${option.mode} of ${candidate.id}`);
  const start = startOf(calendar, option.start);
  const { mean, sd } = mode.monthly;
  return {
    id: candidate.id,
    interventionId: candidate.interventionId,
    kind: candidate.kind,
    title: candidate.title,
    subject: candidate.subject,
    details: candidate.details,
    mode: { id: mode.id, title: mode.title },
    owner: candidate.owner,
    start: going?.start ?? start,
    finish: going?.finish ?? addDays(start, Math.ceil(mode.weeks * 7)),
    onTime,
    hours: mode.hours,
    cost: mode.cash,
    monthly: estimate(mean, mean - z90 * sd, mean + z90 * sd),
    ...(mode.decidedBy === undefined ? {} : { decidedBy: mode.decidedBy.mean }),
    forecast: candidate.forecast,
    why: candidate.why,
    serves: candidate.serves,
    requires: candidate.requires.filter((id) => chosen.has(id)),
    excluded: candidate.excluded,
    mandatory: candidate.mandatory,
    deadline: candidate.deadline,
    pinned,
  };
}

function leftOutOf(
  candidates: readonly CandidateAction[],
  selection: Selection | null,
  { offered, grid }: PlanGrid,
  constraints: PlanConstraints,
): LeftOut[] {
  if (selection === null) return [];
  return candidates.flatMap((candidate): LeftOut[] => {
    const index = offered.indexOf(candidate);
    if (index >= 0 && selection.chosen[index] !== -1) return [];
    const { id, title } = candidate;
    if (constraints.pins.some((pin) => pin.action === id && pin.keep === "out"))
      return [{ id, title, because: "You keep it out" }];
    if (index < 0) return [{ id, title, because: "Done already" }];
    const best = grid.actions[index]?.options.reduce((most, option) => Math.max(most, option.value), 0) ?? 0;
    const because =
      best > 0
        ? "No hours, money or time left for it before others that bring more"
        : "It is expected to cost more than it brings within the plan";
    return [{ id, title, because }];
  });
}

function loadOf(items: readonly PlanItem[], { grid, pools }: PlanGrid, calendar: Calendar): PoolLoad[] {
  return pools.map((pool, k) => ({
    pool,
    periods: Array.from({ length: calendar.periods }, (_, period) => {
      const from = startOf(calendar, period);
      const used = items.reduce((sum, item) => {
        const lasts = Math.max(1, Math.ceil(daysBetween(item.start, item.finish) / (7 * weeksPerPeriod)));
        const begun = Math.round(daysBetween(item.start, from) / (7 * weeksPerPeriod));
        return sum + (begun >= 0 && begun < lasts ? (item.hours[pool] ?? 0) / lasts : 0);
      }, 0);
      return {
        from,
        used: Math.round(used * 10) / 10,
        capacity: Math.round((grid.capacity[k]?.[period] ?? 0) * 10) / 10,
      };
    }),
  }));
}

function sumOf(hours: Readonly<Record<string, number>>): number {
  return Object.values(hours).reduce((sum, amount) => sum + amount, 0);
}
