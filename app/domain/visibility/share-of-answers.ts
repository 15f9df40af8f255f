import { type Estimate, estimate, quantile } from "../kernel/estimate.ts";
import { type Random, randomFrom, seedFrom } from "../kernel/random.ts";
import { findMentions, type Named } from "./find-mentions.ts";
import type { Answer } from "./read-answer.ts";

export type PromptKind = "branded" | "category" | "comparison" | "problem";
export type ProbePrompt = { readonly id: string; readonly kind: PromptKind; readonly text: string };

/** One answer to one prompt, read from the raw body or the pasted text. */
export type ReadAnswer = { readonly promptId: string; readonly answer: Answer };

/** What one answer says about the brand. */
export type AnswerMarks = {
  readonly promptId: string;
  readonly mentioned: boolean;
  readonly cited: boolean;
  readonly recommended: boolean;
  /** Place in the answer's list, null when there is no list or the brand is not on it. */
  readonly listRank: number | null;
  readonly retrievedNotCited: boolean;
  readonly ownCitations: number;
  readonly citations: number;
  /** Names found, the brand first. */
  readonly names: readonly { readonly name: string; readonly count: number }[];
  readonly confidence: "high" | "low";
};

/** A rate over prompts, 0..1, with its 95 % interval; null when there is too little to say. */
export type Rate = { readonly estimate: Estimate; readonly answers: number; readonly prompts: number };

export type ShareOfAnswers = {
  readonly answers: number;
  readonly prompts: number;
  /** Answers that were cut off, refused or failed: kept and shown, outside every rate. */
  readonly leftOut: { readonly incomplete: number; readonly refused: number; readonly failed: number };
  readonly mention: Rate | null;
  readonly citation: Rate | null;
  readonly recommendation: Rate | null;
  readonly retrievedNotCited: Rate | null;
  /** Own citations among all citations. */
  readonly citationShare: Rate | null;
  /** Own mentions among mentions of all names. */
  readonly shareOfVoice: Rate | null;
  readonly meanListRank: number | null;
  readonly byPrompt: readonly {
    readonly promptId: string;
    readonly mentioned: number;
    readonly answers: number;
    readonly interval: Estimate;
  }[];
  readonly others: readonly {
    readonly name: string;
    readonly mention: Rate | null;
    readonly distinguishable: boolean;
  }[];
  /** Who is cited, most first: where a mention could be earned. */
  readonly citedDomains: readonly { readonly domain: string; readonly answers: number }[];
  /** Whether there are enough prompts for a headline. */
  readonly headline: boolean;
  readonly confidenceLow: number;
};

/** Fewer prompts than this and no headline is given. */
export const promptsForHeadline = 20;
const draws = 2_000;
const level = 0.95;

/** Characters of an answer that are searched: ten times a long answer. What is longer is no answer, and would hold up the page. */
const mostSearched = 20_000;

/** Marks one complete answer by its first `mostSearched` characters. */
export function markAnswer({ promptId, answer }: ReadAnswer, brand: Named, others: readonly Named[]): AnswerMarks {
  const text = answer.text.slice(0, mostSearched);
  const found = findMentions(text, brand, others);
  const own = (url: string) => (brand.domains ?? []).some((domain) => hostIs(url, domain));
  const ownCitations = answer.citations.filter((citation) => own(citation.url)).length;
  const rank = listRank(text, brand);
  return {
    promptId,
    mentioned: found.mentioned,
    cited: ownCitations > 0,
    recommended: found.mentioned && (rank === 1 || isRecommended(text, brand)),
    listRank: rank,
    retrievedNotCited: ownCitations === 0 && answer.uncited.some(own),
    ownCitations,
    citations: answer.citations.length,
    names: [{ name: brand.name, count: found.count }, ...found.others.map(({ name, count }) => ({ name, count }))],
    confidence: found.confidence,
  };
}

/**
 * Rates over the category, comparison and problem prompts; branded ones would count the question's own words. Runs of one prompt
 * resemble each other, so prompts are drawn, not runs: a cluster bootstrap, seeded by what was counted.
 */
export function shareOfAnswers(
  prompts: readonly ProbePrompt[],
  answers: readonly ReadAnswer[],
  brand: Named,
  others: readonly Named[],
): ShareOfAnswers {
  const counted = new Set(prompts.filter((prompt) => prompt.kind !== "branded").map((prompt) => prompt.id));
  const inScope = answers.filter((each) => counted.has(each.promptId));
  const complete = inScope.filter((each) => each.answer.status === "complete");
  const marks = complete.map((each) => markAnswer(each, brand, others));
  const clusters = groupByPrompt(marks);
  const rate = (hit: (mark: AnswerMarks) => number, of: (mark: AnswerMarks) => number = () => 1) =>
    ratio(clusters, hit, of);
  const leftOut = (status: Answer["status"]) => inScope.filter((each) => each.answer.status === status).length;
  const ranks = marks.flatMap((mark) => (mark.listRank === null ? [] : [mark.listRank]));
  return {
    answers: marks.length,
    prompts: clusters.length,
    leftOut: { incomplete: leftOut("incomplete"), refused: leftOut("refused"), failed: leftOut("failed") },
    mention: rate((mark) => Number(mark.mentioned)),
    citation: rate((mark) => Number(mark.cited)),
    recommendation: rate((mark) => Number(mark.recommended)),
    retrievedNotCited: rate((mark) => Number(mark.retrievedNotCited)),
    citationShare: rate(
      (mark) => mark.ownCitations,
      (mark) => mark.citations,
    ),
    shareOfVoice: rate(
      (mark) => mark.names[0]?.count ?? 0,
      (mark) => mark.names.reduce((sum, each) => sum + each.count, 0),
    ),
    meanListRank: ranks.length === 0 ? null : ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length,
    byPrompt: clusters.map((cluster) => {
      const mentioned = cluster.filter((mark) => mark.mentioned).length;
      return {
        promptId: cluster[0]?.promptId ?? "",
        mentioned,
        answers: cluster.length,
        interval: wilson(mentioned, cluster.length),
      };
    }),
    others: compared(clusters, others),
    citedDomains: citedDomains(complete, brand),
    headline: clusters.length >= promptsForHeadline,
    confidenceLow: marks.filter((mark) => mark.mentioned && mark.confidence === "low").length,
  };
}

function groupByPrompt(marks: readonly AnswerMarks[]): AnswerMarks[][] {
  const groups = new Map<string, AnswerMarks[]>();
  for (const mark of [...marks].sort((a, b) => (a.promptId < b.promptId ? -1 : 1))) {
    groups.set(mark.promptId, [...(groups.get(mark.promptId) ?? []), mark]);
  }
  return [...groups.values()];
}

type Count = (mark: AnswerMarks) => number;

/** A ratio of sums with the interval of a cluster bootstrap over prompts. One prompt gets Wilson's interval instead. */
function ratio(clusters: readonly (readonly AnswerMarks[])[], hit: Count, of: Count): Rate | null {
  const sums = clusters.map((cluster) => ({ hit: sum(cluster, hit), of: sum(cluster, of) }));
  const answers = clusters.reduce((total, cluster) => total + cluster.length, 0);
  const total = { hit: sum(sums, (each) => each.hit), of: sum(sums, (each) => each.of) };
  if (total.of === 0) return null;
  const value = total.hit / total.of;
  if (sums.length === 1) return { estimate: wilson(total.hit, total.of), answers, prompts: 1 };
  const interval = clusterInterval(sums, value);
  return { estimate: interval, answers, prompts: sums.length };
}

/**
 * Draws prompts with replacement. With few prompts the plain percentile interval is too narrow, so its spread is widened by
 * n/(n-1) under the root, and when every prompt says the same, Wilson's interval over prompts stands in.
 */
export function clusterInterval(
  sums: readonly { readonly hit: number; readonly of: number }[],
  value: number,
): Estimate {
  const n = sums.length;
  const shares = sums.map((each) => (each.of === 0 ? value : each.hit / each.of));
  if (shares.every((share) => share === shares[0]))
    return value === 0 || value === 1 ? wilson(value * n, n) : estimate(value, value, value);
  const random = randomFrom(seedFrom(JSON.stringify(sums)));
  const drawn = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) drawn[draw] = drawnRatio(sums, random, value);
  drawn.sort();
  const widen = Math.sqrt(n / (n - 1));
  const end = (p: number) => Math.min(1, Math.max(0, value + widen * (quantile(drawn, p) - value)));
  return estimate(value, end((1 - level) / 2), end(1 - (1 - level) / 2));
}

function drawnRatio(
  sums: readonly { readonly hit: number; readonly of: number }[],
  random: Random,
  fallback: number,
): number {
  let hit = 0;
  let of = 0;
  for (let pick = 0; pick < sums.length; pick++) {
    const one = sums[Math.floor(random() * sums.length)];
    hit += one?.hit ?? 0;
    of += one?.of ?? 0;
  }
  return of === 0 ? fallback : hit / of;
}

/** Wilson's score interval at 95 %. */
export function wilson(hits: number, of: number): Estimate {
  if (of === 0) return estimate(0, 0, 1);
  const z = 1.959964;
  const share = hits / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return estimate(share, Math.max(0, middle - half), Math.min(1, middle + half));
}

/** Mention rate of each other name, and whether it differs from the brand's: a paired permutation over prompts, Holm over names. */
function compared(clusters: readonly (readonly AnswerMarks[])[], others: readonly Named[]): ShareOfAnswers["others"] {
  const share = (cluster: readonly AnswerMarks[], at: number) =>
    cluster.filter((mark) => (mark.names[at]?.count ?? 0) > 0).length / cluster.length;
  const tested = others.map((named, at) => ({
    named,
    mention: ratio(
      clusters,
      (mark) => Number((mark.names[at + 1]?.count ?? 0) > 0),
      () => 1,
    ),
    p: pairedPermutation(clusters.map((cluster) => share(cluster, 0) - share(cluster, at + 1))),
  }));
  const byP = [...tested].sort((a, b) => a.p - b.p);
  let rejecting = true;
  const distinct = new Set<string>();
  for (const [place, each] of byP.entries()) {
    rejecting = rejecting && each.p <= (1 - level) / (byP.length - place);
    if (rejecting) distinct.add(each.named.name);
  }
  return tested.map(({ named, mention }) => ({ name: named.name, mention, distinguishable: distinct.has(named.name) }));
}

/** Two-sided p of a mean difference of 0, by flipping signs; exact to one in 2,000, seeded by the differences. */
export function pairedPermutation(differences: readonly number[]): number {
  const moved = differences.filter((each) => each !== 0);
  if (moved.length === 0) return 1;
  const observed = Math.abs(moved.reduce((total, each) => total + each, 0));
  const random = randomFrom(seedFrom(JSON.stringify(differences)));
  let extreme = 1;
  for (let draw = 0; draw < draws; draw++) {
    let total = 0;
    for (const each of moved) total += random() < 0.5 ? each : -each;
    if (Math.abs(total) >= observed - 1e-12) extreme += 1;
  }
  return extreme / (draws + 1);
}

const listLine = /^\s{0,6}(?:\d{1,2}[.)]|[-*•])\s+(.{2,400})$/;
const praise =
  /\b(?:recommend(?:ed)?|best (?:choice|option|fit|overall)|top (?:pick|choice)|we suggest|good choice|strong choice|empfehl\w*|beste Wahl|recommand\w*|recomend\w*)\b/i;

/** The brand's place in the first list of two items or more; null where it is on none. */
export function listRank(text: string, brand: Named): number | null {
  let place = 0;
  for (const line of text.split("\n")) {
    const item = listLine.exec(line)?.[1];
    if (item === undefined) {
      if (line.trim() !== "" && !/^\s/.test(line) && place > 1) place = 0;
      continue;
    }
    if (/^\s{2,}/.test(line) && place > 0) continue;
    place += 1;
    if (findMentions(item.slice(0, 160), brand, []).mentioned) return place;
  }
  return null;
}

function isRecommended(text: string, brand: Named): boolean {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .some(
      (sentence) =>
        praise.test(sentence) &&
        !/\b(?:not|nicht|n't)\b/i.test(sentence) &&
        findMentions(sentence, brand, []).mentioned,
    );
}

function citedDomains(answers: readonly ReadAnswer[], brand: Named): { domain: string; answers: number }[] {
  const counts = new Map<string, number>();
  for (const { answer } of answers) {
    for (const domain of new Set(answer.citations.map((citation) => citation.domain))) {
      if (domain !== "" && !(brand.domains ?? []).some((own) => hostIs(`https://${domain}`, own)))
        counts.set(domain, (counts.get(domain) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([domain, count]) => ({ domain, answers: count }))
    .sort((a, b) => b.answers - a.answers || (a.domain < b.domain ? -1 : 1))
    .slice(0, 20);
}

function hostIs(url: string, domain: string): boolean {
  const own = domain
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/\/.*$/, "")
    .replace(/^www\./, "");
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  return own !== "" && (host === own || host.endsWith(`.${own}`));
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
