import { titleMatcher } from "#app/domain/exposure/match-title.ts";
import { hashText, pieces } from "#app/domain/exposure/title-features.ts";
import type { KnownTitles, SparseTable, TitleModel } from "#app/domain/exposure/title-model.ts";
import type { OccupationFacts } from "./occupation-facts.ts";
import type { readWorkWords, TitleRow } from "./read-titles.ts";
import { tableFrom } from "./sparse-table.ts";
import { trainLinear } from "./train-linear.ts";

const epochs = 5;
const smallestWeight = 0.1;
const nameWeight = 3;
/** Combination before it is fitted: a start for the descent. */
const start = [0.11, 0.38, 0.35, 0.69, 0.07, -0.25, 0, 1.67, 0.82];

export type Classes = Pick<OccupationFacts, "onet" | "title">;

/** Trains every part of the title model on `rows`; `combination` and `threshold` are fitted elsewhere and handed in. */
export function trainTitles(
  rows: readonly TitleRow[],
  work: ReturnType<typeof readWorkWords>,
  classes: readonly Classes[],
  fitted: { readonly combination: readonly number[]; readonly threshold: number } = {
    combination: start,
    threshold: 0.5,
  },
): TitleModel {
  const classOf = new Map(classes.map(({ onet }, at) => [onet, at]));
  const { table, bias } = trainLinear(rows, classOf, epochs, smallestWeight);
  return {
    version: "1",
    onets: classes.map(({ onet }) => onet),
    names: classes.map(({ title }) => title),
    known: knownTitles(rows, classOf),
    linear: table,
    bias,
    wordCounts: countWords(rows, work, classOf),
    ...fitted,
  };
}

function knownTitles(rows: readonly TitleRow[], classOf: ReadonlyMap<string, number>): KnownTitles {
  const words = new Map<string, number>();
  const titles = new Map<string, { words: readonly number[]; classes: Map<number, number> }>();
  for (const row of rows) {
    const key = row.words.join(" ");
    const title = titles.get(key) ?? {
      words: row.words.map((word) => numberOf(words, word)),
      classes: new Map<number, number>(),
    };
    titles.set(key, title);
    const klass = classOf.get(row.onet) ?? 0;
    title.classes.set(klass, Math.min(255, (title.classes.get(klass) ?? 0) + (row.from === "reported" ? 2 : 1)));
  }
  const list = [...titles.values()];
  const wordPieces = [...words.keys()].map((word) => pieces(word).map(hashText));
  return {
    words: Uint32Array.from(words.keys(), hashText),
    pieceStarts: startsOf(wordPieces),
    pieces: Uint32Array.from(wordPieces.flat()),
    titleStarts: startsOf(list.map((title) => title.words)),
    titleWords: Uint16Array.from(list.flatMap((title) => title.words)),
    classStarts: startsOf(list.map((title) => [...title.classes])),
    classes: Uint16Array.from(list.flatMap((title) => [...title.classes.keys()])),
    counts: Uint8Array.from(list.flatMap((title) => [...title.classes.values()])),
  };
}

function numberOf(words: Map<string, number>, word: string): number {
  const known = words.get(word) ?? words.size;
  words.set(word, known);
  return known;
}

function startsOf(lists: readonly (readonly unknown[])[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => {
    starts[at + 1] = (starts[at] ?? 0) + list.length;
  });
  return starts;
}

function countWords(
  rows: readonly TitleRow[],
  work: ReturnType<typeof readWorkWords>,
  classOf: ReadonlyMap<string, number>,
): SparseTable {
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

const steps = 400;
const learning = 0.15;
const alternateWeight = 0.3;

/**
 * Fits the combination on titles that the parts have not seen: the likelihood that the mass falls on any occupation the
 * title belongs to.
 */
export function fitCombination(
  model: TitleModel,
  rows: readonly TitleRow[],
  truth: ReadonlyMap<string, ReadonlySet<string>>,
): readonly number[] {
  const matcher = titleMatcher(model);
  const examples = rows.flatMap((row) => {
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
  for (let at = 0; at < steps; at++) {
    const slope = new Array<number>(combination.length).fill(0);
    for (const { candidates, weight } of examples) {
      const powers = candidates.map(({ features }) =>
        Math.exp(features.reduce((sum, value, k) => sum + value * (combination[k] ?? 0), 0)),
      );
      const all = powers.reduce((sum, power) => sum + power, 0);
      const right = candidates.reduce((sum, candidate, k) => sum + (candidate.right ? (powers[k] ?? 0) : 0), 0);
      candidates.forEach((candidate, k) => {
        const mass = powers[k] ?? 0;
        const gap = weight * (mass / all - (candidate.right ? mass / right : 0));
        candidate.features.forEach((value, f) => {
          slope[f] = (slope[f] ?? 0) + gap * value;
        });
      });
    }
    slope.forEach((value, f) => {
      combination[f] = (combination[f] ?? 0) - (learning * value) / total;
    });
  }
  return combination;
}
