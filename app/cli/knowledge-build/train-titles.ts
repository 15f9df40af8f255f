import { titleMatcher } from "#app/domain/exposure/match-title.ts";
import { normaliseTitle } from "#app/domain/exposure/normalise-title.ts";
import { softmax } from "#app/domain/exposure/softmax.ts";
import { hashText } from "#app/domain/exposure/title-features.ts";
import type { SparseTable, TitleModel, WordVectors } from "#app/domain/exposure/title-model.ts";
import { disturb } from "./disturb-titles.ts";
import { knownTitles, type MergedTitle, mergeTitles, spellingOf, usualWords } from "./known-titles.ts";
import type { OccupationFacts } from "./occupation-facts.ts";
import type { readWorkWords, TitleRow } from "./read-titles.ts";
import { tableFrom } from "./sparse-table.ts";
import { type Example, trainNetwork } from "./train-network.ts";

const nameWeight = 3;
/** A task sentence beside a title in the training of the network. */
const taskWeight = 0.3;
/** Combination before it is fitted: a start for the descent. */
const start = [0.3, 0.65, 0.18, 0.1, 0.2, 0, 0, 1.5, 0.7];
/** The last two weigh an equal known title. A title held out has none, so they are not learned but kept. */
const learned = 7;

export type Classes = Pick<OccupationFacts, "onet" | "title">;
type WorkWords = ReturnType<typeof readWorkWords>;

/** Trains every part of the title model on `rows`; `combination` and `threshold` are fitted elsewhere and handed in. */
export function trainTitles(
  rows: readonly TitleRow[],
  work: WorkWords,
  classes: readonly Classes[],
  vectors: WordVectors,
  fitted: { readonly combination: readonly number[]; readonly threshold: number } = {
    combination: start,
    threshold: 0.5,
  },
): TitleModel {
  const classOf = new Map(classes.map(({ onet }, at) => [onet, at]));
  const titles = mergeTitles(rows, classOf);
  const words = usualWords(titles);
  return {
    version: "3",
    onets: classes.map(({ onet }) => onet),
    names: classes.map(({ title }) => title),
    known: knownTitles(
      titles,
      words.map(([word]) => word),
    ),
    spelling: spellingOf(words),
    network: trainNetwork([...titleExamples(titles), ...workExamples(work, classOf)], classes.length, vectors),
    vectors,
    wordCounts: countWords(rows, work, classOf),
    ...fitted,
  };
}

function titleExamples(titles: readonly MergedTitle[]): readonly Example[] {
  return titles.map(({ words, classes }) => {
    const total = [...classes.values()].reduce((sum, count) => sum + count, 0);
    return { words, classes: [...classes].map(([klass, count]) => [klass, count / total] as const), weight: 1 };
  });
}

function workExamples(work: WorkWords, classOf: ReadonlyMap<string, number>): readonly Example[] {
  return work.flatMap(({ onet, words, weight }) => {
    const klass = classOf.get(onet);
    return klass === undefined || words.length === 0
      ? []
      : [{ words, classes: [[klass, 1] as const], weight: weight === 1 ? 1 : taskWeight }];
  });
}

function countWords(rows: readonly TitleRow[], work: WorkWords, classOf: ReadonlyMap<string, number>): SparseTable {
  const counts = new Map<number, Map<number, number>>();
  const add = (onet: string, words: readonly string[], weight: number) => {
    const klass = classOf.get(onet);
    if (klass === undefined) return;
    for (const word of words) {
      const key = hashText(word);
      const classes = counts.get(key) ?? new Map<number, number>();
      counts.set(key, classes);
      classes.set(klass, (classes.get(klass) ?? 0) + weight);
    }
  };
  for (const row of rows) add(row.onet, row.words, row.from === "name" ? nameWeight : 1);
  for (const { onet, words, weight } of work) add(onet, words, weight);
  return tableFrom([...counts].map(([key, classes]) => [key, [...classes]] as const));
}

const steps = 150;
const rate = 0.05;
/** The last third of the steps is shorter, to settle. */
const settling = { from: 100, factor: 0.2 };
const penalty = 1e-4;
/** Rosters hold employers' titles; the long tail is ten times as many rows and would drown them. */
const alternateWeight = 0.1;

/**
 * Fits the combination on titles that the parts have not seen: the likelihood that the mass falls on any occupation the
 * title belongs to. Each title is read as it stands and as people mistype it.
 */
export function fitCombination(
  model: TitleModel,
  rows: readonly TitleRow[],
  truth: ReadonlyMap<string, ReadonlySet<string>>,
): readonly number[] {
  const matcher = titleMatcher(model);
  const readings = rows.flatMap((row) => [row, { ...row, words: normaliseTitle(disturb(row.title)) }]);
  const examples = readings.flatMap((row): readonly Reading[] => {
    const socs = truth.get(row.title.toLowerCase()) ?? new Set([row.onet.slice(0, 7)]);
    const candidates = matcher
      .candidates(row.words, [])
      .map(({ klass, features }) => ({ features, right: socs.has((model.onets[klass] ?? "").slice(0, 7)) }));
    return candidates.some(({ right }) => right)
      ? [{ candidates, weight: row.from === "reported" ? 1 : alternateWeight }]
      : [];
  });
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const combination = [...start];
  const moved = start.map(() => ({ mean: 0, square: 0 }));
  for (let at = 1; at <= steps; at++) {
    const slope = combination.map((weight) => penalty * weight);
    for (const example of examples) addSlope(example, combination, total, slope);
    // Adam: each weight moves at its own pace.
    moved.slice(0, learned).forEach((own, f) => {
      own.mean = 0.9 * own.mean + 0.1 * (slope[f] ?? 0);
      own.square = 0.99 * own.square + 0.01 * (slope[f] ?? 0) ** 2;
      const pace = rate * (at < settling.from ? 1 : settling.factor);
      const step = own.mean / (1 - 0.9 ** at) / (Math.sqrt(own.square / (1 - 0.99 ** at)) + 1e-8);
      combination[f] = (combination[f] ?? 0) - pace * step;
    });
  }
  return combination;
}

type Reading = {
  readonly candidates: readonly { readonly features: readonly number[]; readonly right: boolean }[];
  readonly weight: number;
};

function addSlope(
  { candidates, weight }: Reading,
  combination: readonly number[],
  total: number,
  slope: number[],
): void {
  const scores = softmax(
    Float64Array.from(candidates, ({ features }) =>
      features.reduce((sum, value, k) => sum + value * (combination[k] ?? 0), 0),
    ),
  );
  const right = candidates.reduce((sum, candidate, at) => sum + (candidate.right ? (scores[at] ?? 0) : 0), 0);
  candidates.forEach((candidate, at) => {
    const mass = scores[at] ?? 0;
    const gap = (weight / total) * (mass - (candidate.right ? mass / right : 0));
    candidate.features.forEach((value, f) => {
      slope[f] = (slope[f] ?? 0) + gap * value;
    });
  });
}
