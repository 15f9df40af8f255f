import type { KnownTitles } from "./title-model.ts";
import type { TitleToken } from "./title-tokens.ts";
import { invert, type Scored, topTitles } from "./top-titles.ts";

/** Votes of the nearest known titles: summed and best similarity of each class, and the classes of an equal title. */
export type Votes = {
  readonly votes: ReadonlyMap<number, number>;
  readonly best: ReadonlyMap<number, number>;
  readonly equal: ReadonlyMap<number, number>;
};

/** Asks the nearest titles. Not safe to share between threads: it keeps a scratch array. */
export type NeighbourIndex = { nearest(tokens: readonly TitleToken[]): Votes };

const sharpness = 6;
const pairWeight = 0.7;
const lastWeight = 0.6;
const pieceWeight = 0.15;

/** Inverted index over tf-idf weighted words, pairs, last words and word pieces, built once from the compact model. */
export function indexTitles(known: KnownTitles): NeighbourIndex {
  const size = known.titleStarts.length - 1;
  const features = new Map<number, number>();
  const documents: number[] = [];
  const rows = Array.from({ length: size }, (_, title) => {
    const row = weightsOf(tokensOf(known, title), (key) => {
      const at = features.get(key) ?? documents.push(0) - 1;
      features.set(key, at);
      return at;
    });
    for (const feature of row.keys()) documents[feature] = (documents[feature] ?? 0) + 1;
    return row;
  });
  const rarity = Float32Array.from(documents, (count) => Math.log((size + 1) / (count + 1)) + 1);
  const postings = invert(rows, documents, rarity);
  const equalTitles = new Map<string, number>();
  for (let title = 0; title < size; title++) equalTitles.set(wordsOf(known, title).join(" "), title);
  const scratch = { similarity: new Float32Array(size), touched: new Uint32Array(size) };

  function nearest(tokens: readonly TitleToken[]): Votes {
    const row = weightsOf(tokens, (key) => features.get(key) ?? -1);
    const top = topTitles(row, rarity, postings, scratch);
    const equal = equalTitles.get(tokens.map(({ number }) => number).join(" "));
    return { ...countVotes(known, top), equal: classesOf(known, equal) };
  }
  return { nearest };
}

function wordsOf(known: KnownTitles, title: number): readonly number[] {
  return [...known.titleWords.subarray(known.titleStarts[title], known.titleStarts[title + 1])];
}

function tokensOf(known: KnownTitles, title: number): readonly Pick<TitleToken, "number" | "pieces">[] {
  return wordsOf(known, title).map((number) => ({
    number,
    pieces: known.pieces.subarray(known.pieceStarts[number], known.pieceStarts[number + 1]),
  }));
}

/** Kinds of features share one number space: words, then pieces, last words and pairs. */
const numberSpace = 65_536;
const pieceBase = numberSpace;
const lastBase = 2 * numberSpace;
const pairBase = 3 * numberSpace;

/** Weight of each feature of a title; words that are not known count by their pieces alone. */
function weightsOf(
  tokens: readonly Pick<TitleToken, "number" | "pieces">[],
  featureAt: (key: number) => number,
): Map<number, number> {
  const row = new Map<number, number>();
  const put = (key: number, weight: number) => {
    const feature = featureAt(key);
    if (feature >= 0) row.set(feature, Math.max(row.get(feature) ?? 0, weight));
  };
  tokens.forEach(({ number, pieces }, at) => {
    const next = tokens[at + 1]?.number ?? -1;
    if (number >= 0) put(number, 1);
    if (number >= 0 && next >= 0) put(pairBase + number * numberSpace + next, pairWeight);
    for (let k = 0; k < pieces.length; k++) put(pieceBase + (pieces[k] ?? 0), pieceWeight);
  });
  const last = tokens.at(-1)?.number ?? -1;
  if (last >= 0) put(lastBase + last, lastWeight);
  return row;
}

function classesOf(known: KnownTitles, title: number | undefined): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (title === undefined) return found;
  for (let at = known.classStarts[title] ?? 0; at < (known.classStarts[title + 1] ?? 0); at++)
    found.set(known.classes[at] ?? 0, known.counts[at] ?? 0);
  return found;
}

function countVotes(known: KnownTitles, top: readonly Scored[]): Pick<Votes, "votes" | "best"> {
  const votes = new Map<number, number>();
  const best = new Map<number, number>();
  for (const { title, similarity } of top) {
    const classes = classesOf(known, title);
    const total = [...classes.values()].reduce((sum, count) => sum + count, 0);
    for (const [klass, count] of classes) {
      votes.set(klass, (votes.get(klass) ?? 0) + (similarity ** sharpness * count) / total);
      best.set(klass, Math.max(best.get(klass) ?? 0, similarity));
    }
  }
  return { votes, best };
}
