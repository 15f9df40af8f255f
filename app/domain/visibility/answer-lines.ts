import { groupBy } from "../kernel/group-by.ts";
import { addDays, daysBetween, type IsoDate } from "../kernel/iso-date.ts";
import { type Change, pairedChange } from "./compare-periods.ts";
import { type Rate, rateOf } from "./rate.ts";
import { clustersOf, type MarkedAnswer, type Metric, type ProbePrompt, sumsOf, unbranded } from "./share-of-answers.ts";

/** An answer with where it came from and when. */
export type PlacedAnswer = MarkedAnswer & {
  readonly on: IsoDate;
  readonly engine: string;
  readonly model: string | null;
  readonly source: "probe" | "pasted";
  readonly promptSetId: string;
};

/** A stretch of answers that compare with each other: one engine, one model, one set of prompts, one way of asking. */
export type Segment = {
  readonly engine: string;
  readonly model: string | null;
  readonly source: "probe" | "pasted";
  readonly promptSetId: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly answers: readonly PlacedAnswer[];
};

/** All of one engine by one way of asking: its segments in their order. Where one ends and the next begins the series breaks. */
export type AnswerLine = {
  readonly engine: string;
  readonly source: "probe" | "pasted";
  readonly segments: readonly Segment[];
};

/**
 * Probes before pasted answers, never mixed; within a line oldest first, and segments that end on the same day by the version of
 * their set of prompts.
 */
export function answerLines(
  answers: readonly PlacedAnswer[],
  versions: ReadonlyMap<string, number> = new Map(),
): AnswerLine[] {
  const version = ({ promptSetId }: Segment) => versions.get(promptSetId) ?? 0;
  const inOrder = (a: Segment, b: Segment) => (a.to === b.to ? version(a) - version(b) : a.to < b.to ? -1 : 1);
  const segmentsOf = (line: readonly PlacedAnswer[]) =>
    groupBy(line, ({ model, promptSetId }) => JSON.stringify([model, promptSetId]));
  return [...groupBy(answers, ({ source, engine }) => JSON.stringify([source, engine])).values()]
    .map((line) => [...segmentsOf(line).values()].map(segmentOf).sort(inOrder))
    .flatMap((segments): AnswerLine[] => {
      const [first] = segments;
      return first === undefined ? [] : [{ engine: first.engine, source: first.source, segments }];
    })
    .sort((a, b) => (a.source === b.source ? (a.engine < b.engine ? -1 : 1) : a.source === "probe" ? -1 : 1));
}

function segmentOf(answers: readonly PlacedAnswer[]): Segment {
  const sorted = [...answers].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("a segment of no answers");
  const { engine, model, source, promptSetId } = first;
  return { engine, model, source, promptSetId, from: first.on, to: last.on, answers: sorted };
}

/** A rate for each week (from Monday) that has an answer. */
export function weeklyRates(
  prompts: readonly ProbePrompt[],
  answers: readonly PlacedAnswer[],
  metric: Metric,
): { readonly at: IsoDate; readonly rate: Rate }[] {
  return [...groupBy(answers, ({ on }) => mondayOf(on))].flatMap(([monday, inWeek]) => {
    const clusters = clustersOf(unbranded(prompts, inWeek));
    const rate = rateOf(
      clusters.map(({ marks }) => sumsOf(metric, marks)),
      clusters.reduce((total, { marks }) => total + marks.length, 0),
    );
    return rate === null ? [] : [{ at: monday, rate }];
  });
}

const aMonday = "1970-01-05" as IsoDate;

export function mondayOf(date: IsoDate): IsoDate {
  const days = daysBetween(aMonday, date) % 7;
  return addDays(date, -((days + 7) % 7));
}

/** Days of each of the two periods that are compared: four weeks. */
export const periodDays = 28;

export type PeriodChange = Change & { readonly before: Rate; readonly after: Rate };

/** The newest four weeks of a segment against the four before, prompt by prompt; null where two prompts are not in both. */
export function changeBetweenPeriods(
  prompts: readonly ProbePrompt[],
  { answers, to }: Pick<Segment, "answers" | "to">,
  metric: Metric,
): PeriodChange | null {
  const since = addDays(to, -periodDays);
  const before = addDays(since, -periodDays);
  const recent = answers.filter(({ on }) => on > since);
  const earlier = answers.filter(({ on }) => on > before && on <= since);
  return changeBetween(prompts, earlier, recent, metric);
}

/** The change of a metric's mean over the prompts that have answers in both periods. */
export function changeBetween(
  prompts: readonly ProbePrompt[],
  before: readonly MarkedAnswer[],
  after: readonly MarkedAnswer[],
  metric: Metric,
): PeriodChange | null {
  const pairs = pairedShares(prompts, before, after, metric);
  const change = pairedChange(differencesOf(pairs));
  const rate = (side: readonly PromptSum[]) =>
    rateOf(
      side.map(({ sums }) => sums),
      side.reduce((total, each) => total + each.answers, 0),
    );
  const rates = { before: rate(pairs.map(([first]) => first)), after: rate(pairs.map(([, second]) => second)) };
  if (change === null || rates.before === null || rates.after === null) return null;
  return { ...change, before: rates.before, after: rates.after };
}

type SharePair = readonly [before: PromptSum, after: PromptSum];

/** What the prompts that have answers in both periods say of a metric in each. */
export function pairedShares(
  prompts: readonly ProbePrompt[],
  before: readonly MarkedAnswer[],
  after: readonly MarkedAnswer[],
  metric: Metric,
): SharePair[] {
  const later = sharesOf(unbranded(prompts, after), metric);
  return [...sharesOf(unbranded(prompts, before), metric)].flatMap(([promptId, first]): SharePair[] => {
    const second = later.get(promptId);
    return second === undefined ? [] : [[first, second]];
  });
}

/** By how much each prompt moved. */
export function differencesOf(pairs: readonly SharePair[]): number[] {
  return pairs.map(([first, second]) => second.share - first.share);
}

type PromptSum = {
  readonly share: number;
  readonly answers: number;
  readonly sums: { readonly hit: number; readonly of: number };
};

/** What each prompt's complete answers say of a metric; prompts with nothing to divide by are left out. */
export function sharesOf(answers: readonly MarkedAnswer[], metric: Metric): Map<string, PromptSum> {
  const found = new Map<string, PromptSum>();
  for (const { promptId, marks } of clustersOf(answers)) {
    const sums = sumsOf(metric, marks);
    if (sums.of > 0) found.set(promptId, { share: sums.hit / sums.of, answers: marks.length, sums });
  }
  return found;
}

/** How often a prompt was answered, on average. */
export function usualRuns(sums: readonly Pick<PromptSum, "answers">[]): number {
  return Math.round(sums.reduce((total, each) => total + each.answers, 0) / Math.max(1, sums.length));
}
