import type { KnownTitles } from "./title-model.ts";
import { type FeatureRow, type SimilarTitle, titlePostings } from "./title-postings.ts";
import type { TitleToken } from "./title-tokens.ts";

/** Votes of the nearest known titles: summed and best similarity of each class, and the classes of an equal title. */
export type Votes = {
  readonly votes: ReadonlyMap<number, number>;
  readonly best: ReadonlyMap<number, number>;
  readonly equal: ReadonlyMap<number, number>;
};

/** Asks the nearest titles. Not safe to share between threads: it keeps scratch arrays. */
export type NeighbourIndex = { nearest(tokens: readonly TitleToken[]): Votes };

const neighbours = 40;
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
    const row = rowOf(tokensOf(known, title), (key) => {
      const at = features.get(key) ?? documents.push(0) - 1;
      features.set(key, at);
      return at;
    });
    for (const feature of row.features) documents[feature] = (documents[feature] ?? 0) + 1;
    return row;
  });
  const rarity = Float32Array.from(documents, (count) => Math.log((size + 1) / (count + 1)) + 1);
  const postings = titlePostings(rows, rarity, neighbours);
  const equalTitles = new Map<string, number>();
  for (let title = 0; title < size; title++) equalTitles.set(wordsOf(known, title).join(" "), title);

  function nearest(tokens: readonly TitleToken[]): Votes {
    const top = postings.nearest(rowOf(tokens, (key) => features.get(key) ?? -1));
    const equal = equalTitles.get(tokens.map(({ number }) => number).join(" "));
    return { ...countVotes(known, top), equal: classesOf(known, equal) };
  }
  return { nearest };
}

function wordsOf(known: KnownTitles, title: number): Uint16Array {
  return known.titleWords.subarray(known.titleStarts[title], known.titleStarts[title + 1]);
}

function tokensOf(known: KnownTitles, title: number): readonly Pick<TitleToken, "number" | "pieces">[] {
  return Array.from(wordsOf(known, title), (number) => ({
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
function rowOf(
  tokens: readonly Pick<TitleToken, "number" | "pieces">[],
  featureAt: (key: number) => number,
): FeatureRow {
  const features: number[] = [];
  const weights: number[] = [];
  const put = (key: number, weight: number) => {
    const feature = featureAt(key);
    if (feature < 0 || features.includes(feature)) return;
    features.push(feature);
    weights.push(weight);
  };
  tokens.forEach(({ number }, at) => {
    const next = tokens[at + 1]?.number ?? -1;
    if (number >= 0) put(number, 1);
    if (number >= 0 && next >= 0) put(pairBase + number * numberSpace + next, pairWeight);
  });
  const last = tokens.at(-1)?.number ?? -1;
  if (last >= 0) put(lastBase + last, lastWeight);
  const weakFrom = features.length;
  for (const { pieces } of tokens)
    for (let k = 0; k < pieces.length; k++) put(pieceBase + (pieces[k] ?? 0), pieceWeight);
  return { features, weights, weakFrom };
}

function classesOf(known: KnownTitles, title: number | undefined): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (title === undefined) return found;
  for (let at = known.classStarts[title] ?? 0; at < (known.classStarts[title + 1] ?? 0); at++)
    found.set(known.classes[at] ?? 0, known.counts[at] ?? 0);
  return found;
}

function countVotes(known: KnownTitles, top: readonly SimilarTitle[]): Pick<Votes, "votes" | "best"> {
  const votes = new Map<number, number>();
  const best = new Map<number, number>();
  for (const { title, similarity } of top) {
    const from = known.classStarts[title] ?? 0;
    const to = known.classStarts[title + 1] ?? 0;
    let total = 0;
    for (let at = from; at < to; at++) total += known.counts[at] ?? 0;
    const vote = similarity ** sharpness / total;
    for (let at = from; at < to; at++) {
      const klass = known.classes[at] ?? 0;
      votes.set(klass, (votes.get(klass) ?? 0) + vote * (known.counts[at] ?? 0));
      best.set(klass, Math.max(best.get(klass) ?? 0, similarity));
    }
  }
  return { votes, best };
}
