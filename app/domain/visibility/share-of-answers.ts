import { groupBy } from "../kernel/group-by.ts";
import type { AnswerMarks } from "./answer-marks.ts";
import { holm, pairedPermutation } from "./compare-periods.ts";
import { type Rate, rateOf, type Sums } from "./rate.ts";

export type PromptKind = "branded" | "category" | "comparison" | "problem";
export type ProbePrompt = { readonly id: string; readonly kind: PromptKind; readonly text: string };

/** One answer to one prompt, with its marks. */
export type MarkedAnswer = { readonly promptId: string; readonly marks: AnswerMarks };

/** The rates of METHODS, in the order in which they are shown. */
export const metrics = [
  "mention",
  "recommendation",
  "citation",
  "citationShare",
  "shareOfVoice",
  "stability",
  "absorption",
  "retrievedNotCited",
] as const;
export type Metric = (typeof metrics)[number];

export type PromptShare = {
  readonly promptId: string;
  readonly answers: number;
  readonly leftOut: number;
  readonly mention: Rate | null;
  readonly citation: Rate | null;
};

export type OtherShare = {
  readonly name: string;
  readonly mention: Rate | null;
  /** Mean difference of the brand's rate to this one's is not chance, at 5 % for the whole family of names. */
  readonly distinguishable: boolean;
};

export type ShareOfAnswers = {
  readonly answers: number;
  readonly prompts: number;
  /** Answers that were cut off, refused or failed: kept and shown, outside every rate. */
  readonly leftOut: { readonly incomplete: number; readonly refused: number; readonly failed: number };
  readonly rates: Readonly<Record<Metric, Rate | null>>;
  /** Mean place in lists that hold the brand, and how many lists those are. */
  readonly listRank: { readonly mean: number; readonly lists: number } | null;
  readonly byPrompt: readonly PromptShare[];
  readonly others: readonly OtherShare[];
  /** Whether there are enough prompts for a headline. */
  readonly headline: boolean;
  readonly confidenceLow: number;
};

/** Fewer prompts than this and no headline is given. */
export const promptsForHeadline = 20;

type Count = (mark: AnswerMarks) => number;
type Cluster = { readonly promptId: string; readonly marks: readonly AnswerMarks[] };

/** What a metric counts of one answer, and out of what. Stability is over pairs of answers and has a rule of its own. */
const counted: Readonly<Record<Exclude<Metric, "stability">, { readonly hit: Count; readonly of: Count }>> = {
  mention: { hit: (mark) => Number(mark.mentioned), of: () => 1 },
  recommendation: { hit: (mark) => Number(mark.recommended), of: () => 1 },
  citation: { hit: (mark) => Number(mark.cited), of: () => 1 },
  citationShare: { hit: (mark) => mark.ownCitations, of: (mark) => mark.citations },
  shareOfVoice: { hit: (mark) => mark.names[0] ?? 0, of: (mark) => sum(mark.names, (count) => count) },
  absorption: {
    hit: (mark) => (mark.cited ? mark.ownSentences : 0),
    of: (mark) => (mark.cited ? mark.citedSentences : 0),
  },
  retrievedNotCited: { hit: (mark) => Number(mark.retrievedNotCited), of: () => 1 },
};

/** Of one prompt's complete answers, what a metric adds up to. */
export function sumsOf(metric: Metric, marks: readonly AnswerMarks[]): Sums {
  if (metric !== "stability") {
    const { hit, of } = counted[metric];
    return { hit: sum(marks, hit), of: sum(marks, of) };
  }
  const named = marks.filter((mark) => mark.mentioned).length;
  const pairs = (count: number) => (count * (count - 1)) / 2;
  return { hit: pairs(named) + pairs(marks.length - named), of: pairs(marks.length) };
}

/**
 * Rates over the category, comparison and problem prompts; branded ones would count the question's own words. Runs of one prompt
 * resemble each other, so prompts are the unit, not runs: see `rate.ts`.
 */
export function shareOfAnswers(
  prompts: readonly ProbePrompt[],
  answers: readonly MarkedAnswer[],
  others: readonly string[],
): ShareOfAnswers {
  const inScope = unbranded(prompts, answers);
  const clusters = clustersOf(inScope);
  const complete = clusters.flatMap(({ marks }) => marks);
  const rate = (metric: Metric) => rateOfMetric(metric, clusters);
  const leftOut = (status: AnswerMarks["status"]) => inScope.filter(({ marks }) => marks.status === status).length;
  const ranks = complete.flatMap((mark) => (mark.listRank === null ? [] : [mark.listRank]));
  return {
    answers: complete.length,
    prompts: clusters.length,
    leftOut: { incomplete: leftOut("incomplete"), refused: leftOut("refused"), failed: leftOut("failed") },
    rates: Object.fromEntries(metrics.map((metric) => [metric, rate(metric)])) as Record<Metric, Rate | null>,
    listRank: ranks.length === 0 ? null : { mean: sum(ranks, (rank) => rank) / ranks.length, lists: ranks.length },
    byPrompt: byPrompt(prompts, answers),
    others: compared(clusters, others),
    headline: clusters.length >= promptsForHeadline,
    confidenceLow: complete.filter((mark) => mark.mentioned && mark.confidence === "low").length,
  };
}

/** A metric over the prompts that have something to divide by, and how many answers those are. */
function rateOfMetric(metric: Metric, clusters: readonly Cluster[]): Rate | null {
  const kept = clusters.map(({ marks }) => ({ marks, sums: sumsOf(metric, marks) })).filter(({ sums }) => sums.of > 0);
  const answers =
    metric === "stability"
      ? sum(kept, ({ marks }) => marks.length)
      : sum(kept, ({ marks }) => marks.filter((mark) => counted[metric].of(mark) > 0).length);
  return rateOf(
    kept.map(({ sums }) => sums),
    answers,
  );
}

/** Answers to prompts that do not name the brand. */
export function unbranded(prompts: readonly ProbePrompt[], answers: readonly MarkedAnswer[]): MarkedAnswer[] {
  const inScope = new Set(prompts.filter((prompt) => prompt.kind !== "branded").map((prompt) => prompt.id));
  return answers.filter((each) => inScope.has(each.promptId));
}

/** Complete answers by prompt, in the order of prompts' ids. */
export function clustersOf(answers: readonly MarkedAnswer[]): Cluster[] {
  const complete = answers.filter(({ marks }) => marks.status === "complete");
  return [...groupBy(complete, ({ promptId }) => promptId)]
    .map(([promptId, group]) => ({ promptId, marks: group.map(({ marks }) => marks) }))
    .sort((a, b) => (a.promptId < b.promptId ? -1 : 1));
}

/** Every prompt with an answer, the branded ones too, in the set's order. One prompt's interval is Wilson's. */
function byPrompt(prompts: readonly ProbePrompt[], answers: readonly MarkedAnswer[]): PromptShare[] {
  const clusters = new Map(clustersOf(answers).map(({ promptId, marks }) => [promptId, marks]));
  return prompts.flatMap(({ id }) => {
    const all = answers.filter(({ promptId }) => promptId === id).length;
    const marks = clusters.get(id) ?? [];
    const rate = (metric: "mention" | "citation") => rateOf([sumsOf(metric, marks)], marks.length);
    if (all === 0) return [];
    const leftOut = all - marks.length;
    return [{ promptId: id, answers: marks.length, leftOut, mention: rate("mention"), citation: rate("citation") }];
  });
}

/** Mention rate of each other name, and whether it differs from the brand's: a paired permutation over prompts, Holm over names. */
function compared(clusters: readonly Cluster[], others: readonly string[]): OtherShare[] {
  const named = (marks: readonly AnswerMarks[], at: number) => marks.filter((mark) => (mark.names[at] ?? 0) > 0).length;
  const ps = others.map((_, at) =>
    pairedPermutation(clusters.map(({ marks }) => (named(marks, 0) - named(marks, at + 1)) / marks.length)),
  );
  const distinct = holm(ps);
  const answers = sum(clusters, ({ marks }) => marks.length);
  return others.map((name, at) => ({
    name,
    mention: rateOf(
      clusters.map(({ marks }) => ({ hit: named(marks, at + 1), of: marks.length })),
      answers,
    ),
    distinguishable: distinct[at] ?? false,
  }));
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
