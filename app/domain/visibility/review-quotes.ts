import type { IsoDate } from "../kernel/iso-date.ts";
import { type Rate, rateOf } from "./rate.ts";
import { quoteKey } from "./sentences.ts";
import type { MarkedAnswer } from "./share-of-answers.ts";

export const sentiments = ["positive", "neutral", "negative", "mixed"] as const;
export type Sentiment = (typeof sentiments)[number];
export const accuracies = ["right", "wrong", "outdated", "cannot-tell"] as const;
export type Accuracy = (typeof accuracies)[number];

/** What a person said of a sentence. It holds for the same sentence wherever it stands. */
export type Judgement = {
  readonly quote: string;
  readonly sentiment: Sentiment;
  readonly accuracy: Accuracy;
  /** What is true instead, for a wrong or outdated claim. */
  readonly correction: string | null;
  readonly settledOn: IsoDate | null;
};

export type QuotedAnswer = MarkedAnswer & { readonly id: string; readonly on: IsoDate; readonly engine: string };

/** A sentence that names the organization, once, with everywhere it was said. */
export type Quote = {
  readonly key: string;
  readonly text: string;
  readonly answers: number;
  readonly prompts: readonly string[];
  readonly engines: readonly string[];
  readonly lastOn: IsoDate;
  /** Addresses cited by the answers it stands in: where the claim may come from. */
  readonly sources: readonly string[];
  /** The newest answer that says it. */
  readonly answerId: string;
  readonly judgement: Judgement | null;
};

export type QuoteReview = {
  /** Not judged yet, most often said first. */
  readonly waiting: readonly Quote[];
  readonly judged: readonly Quote[];
  /** Judged wrong or outdated and not settled: to be put right. */
  readonly toPutRight: readonly Quote[];
  /** Among claims of complete answers that could be judged; the prompt is the unit. */
  readonly accuracy: Rate | null;
  readonly sentiment: Readonly<Record<Sentiment, Rate | null>>;
};

const mostSources = 5;

/** Quotes of complete answers, each sentence once, with what people judged of them. */
export function reviewQuotes(answers: readonly QuotedAnswer[], judgements: readonly Judgement[]): QuoteReview {
  const judged = new Map(judgements.map((judgement) => [quoteKey(judgement.quote), judgement]));
  const quotes = new Map<string, Quote>();
  const said: { readonly promptId: string; readonly judgement: Judgement }[] = [];
  for (const { id, promptId, on, engine, marks } of answers) {
    if (marks.status !== "complete") continue;
    for (const text of marks.quotes) {
      const key = quoteKey(text);
      const judgement = judged.get(key) ?? null;
      if (judgement !== null) said.push({ promptId, judgement });
      const there = quotes.get(key);
      const newest = there === undefined || on >= there.lastOn;
      quotes.set(key, {
        key,
        text: there?.text ?? text,
        answers: (there?.answers ?? 0) + 1,
        prompts: united(there?.prompts, [promptId]),
        engines: united(there?.engines, [engine]),
        lastOn: newest ? on : there.lastOn,
        sources: united(
          there?.sources,
          marks.pages.map(({ url }) => url),
        ).slice(0, mostSources),
        answerId: newest ? id : there.answerId,
        judgement,
      });
    }
  }
  const all = [...quotes.values()].sort((a, b) => b.answers - a.answers || (a.key < b.key ? -1 : 1));
  const knowable = said.filter(({ judgement }) => judgement.accuracy !== "cannot-tell");
  const share = (of: typeof said, hit: (judgement: Judgement) => boolean) => {
    const sums = new Map<string, { hit: number; of: number }>();
    for (const { promptId, judgement } of of) {
      const sum = sums.get(promptId) ?? { hit: 0, of: 0 };
      sums.set(promptId, { hit: sum.hit + Number(hit(judgement)), of: sum.of + 1 });
    }
    return rateOf([...sums.values()], of.length);
  };
  return {
    waiting: all.filter(({ judgement }) => judgement === null),
    judged: all.filter(({ judgement }) => judgement !== null),
    toPutRight: all.filter(({ judgement }) => isWrong(judgement) && judgement?.settledOn === null),
    accuracy: share(knowable, ({ accuracy }) => accuracy === "right"),
    sentiment: Object.fromEntries(
      sentiments.map((kind) => [kind, share(said, ({ sentiment }) => sentiment === kind)]),
    ) as Record<Sentiment, Rate | null>,
  };
}

export function isWrong(judgement: Judgement | null): boolean {
  return judgement?.accuracy === "wrong" || judgement?.accuracy === "outdated";
}

function united(before: readonly string[] | undefined, more: readonly string[]): string[] {
  return [...new Set([...(before ?? []), ...more])];
}
