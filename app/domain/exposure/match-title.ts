import type { OccupationMatch, TitleMatch } from "./exposure-assessment.ts";
import { indexTitles } from "./neighbour-titles.ts";
import { normaliseTitle, type TitleWords } from "./normalise-title.ts";
import { hashText, pieces, wordFeatures } from "./title-features.ts";
import { entriesOf, type TitleModel } from "./title-model.ts";

/** Recognises titles with one model; holds its index, so make one and keep it. */
export type TitleMatcher = {
  match(title: string, context?: string): TitleMatch;
  /** Candidate classes and their features; the training of the combination uses it too. */
  candidates(words: TitleWords, context: TitleWords): readonly Candidate[];
};

export type Candidate = { readonly klass: number; readonly features: readonly number[] };

const fromVotes = 25;
const fromLinear = 15;
const fromWords = 15;
const smoothing = 150;
const contextWeight = 0.15;
const contextWords = 40;
const floor = 1e-4;
const mostMatches = 5;
/** Cosine similarity from which a title of unknown words counts as a misspelt known one. */
const alike = 0.3;

/** Words of task sentences that tell occupations apart poorly. */
const plainWords: ReadonlySet<string> = new Set(
  "and or of to in for the a an with by on as such from at using use into other that is are be their its which may including e g etc".split(
    " ",
  ),
);

/** Builds the index (about a tenth of a second) and returns the matcher. */
export function titleMatcher(model: TitleModel): TitleMatcher {
  const index = indexTitles(model.known);
  const wordTotals = totalsByClass(model);
  const everything = wordTotals.reduce((sum, total) => sum + total, 0);

  function candidates(words: TitleWords, context: TitleWords): readonly Candidate[] {
    const { votes, best, equal } = index.nearest(words);
    const cast = [...votes.values()].reduce((sum, vote) => sum + vote, 0) || 1;
    const linear = softmax(linearScores(words, model));
    const byWords = softmax(wordScores(words, context, model, wordTotals, everything));
    const classes = new Set([
      ...largest(votes, fromVotes),
      ...largestAt(linear, fromLinear),
      ...largestAt(byWords, fromWords),
    ]);
    return [...classes].map((klass) => {
      const vote = (votes.get(klass) ?? 0) / cast;
      const line = linear[klass] ?? 0;
      const word = byWords[klass] ?? 0;
      return {
        klass,
        features: [
          Math.log(vote + floor),
          Math.log(line + floor),
          Math.log(word + floor),
          best.get(klass) ?? 0,
          vote,
          line,
          word,
          equal.has(klass) ? 1 : 0,
          Math.min(3, equal.get(klass) ?? 0),
        ],
      };
    });
  }

  function match(title: string, context = ""): TitleMatch {
    const words = normaliseTitle(title);
    if (words.length === 0) return { matches: [], confident: false };
    if (!isReadable(words)) return { matches: [], confident: false };
    const found = candidates(words, normaliseTitle(context).slice(0, contextWords));
    const scores = softmax(
      Float64Array.from(found, ({ features }) =>
        features.reduce((sum, value, k) => sum + value * (model.combination[k] ?? 0), 0),
      ),
    );
    return bySoc(
      found.map(({ klass }, at) => ({ klass, probability: scores[at] ?? 0 })),
      model,
    );
  }
  /** Whether any word, or a title that looks alike, is known: letters typed at random have no occupation. */
  function isReadable(words: TitleWords): boolean {
    if (words.some((word) => entriesOf(model.wordCounts, hashText(word)) !== null)) return true;
    return [...index.nearest(words).best.values()].some((similarity) => similarity >= alike);
  }
  return { match, candidates };
}

/** A title may fall on several detailed codes of one SOC code: their probabilities are added, the likeliest code names them. */
function bySoc(
  classes: readonly { readonly klass: number; readonly probability: number }[],
  model: TitleModel,
): TitleMatch {
  const socs = new Map<string, OccupationMatch & { readonly own: number }>();
  for (const { klass, probability } of classes) {
    const onet = model.onets[klass] ?? "";
    const soc = onet.slice(0, 7);
    const before = socs.get(soc);
    const total = (before?.probability ?? 0) + probability;
    if (before !== undefined && before.own >= probability) socs.set(soc, { ...before, probability: total });
    else socs.set(soc, { soc, onet, title: model.names[klass] ?? "", probability: total, own: probability });
  }
  const ranked = [...socs.values()].sort((a, b) => b.probability - a.probability || (a.soc < b.soc ? -1 : 1));
  const matches = ranked.slice(0, mostMatches).map(({ soc, onet, title, probability }) => ({
    soc,
    onet,
    title,
    probability: Math.floor(probability * 1e6) / 1e6,
  }));
  return { matches, confident: (matches[0]?.probability ?? 0) >= model.threshold };
}

function linearScores(words: TitleWords, model: TitleModel): Float64Array {
  const scores = Float64Array.from(model.bias);
  for (const feature of linearFeatures(words)) addEntries(model.linear, feature, scores);
  return scores;
}

/** Hashes of the features of the linear part. */
export function linearFeatures(words: TitleWords): readonly number[] {
  const distinct = [...new Set(words)];
  return [
    ...wordFeatures(words).map(hashText),
    ...new Set(distinct.flatMap((word) => pieces(word).map((piece) => hashText(`#${piece}`)))),
  ];
}

function addEntries(table: TitleModel["linear"], key: number, into: Float64Array): void {
  const range = entriesOf(table, key);
  if (range === null) return;
  for (let at = range[0]; at < range[1]; at++) {
    const klass = table.classes[at] ?? 0;
    into[klass] = (into[klass] ?? 0) + (table.values[at] ?? 0);
  }
}

/** Log-probability of the words in each occupation's own language, smoothed toward everybody's; context counts less. */
function wordScores(
  words: TitleWords,
  context: TitleWords,
  model: TitleModel,
  totals: Float64Array,
  everything: number,
): Float64Array {
  const scores = new Float64Array(model.onets.length);
  const add = (word: string, weight: number) => {
    const range = plainWords.has(word) ? null : entriesOf(model.wordCounts, hashText(word));
    if (range === null) return;
    let sum = 0;
    for (let at = range[0]; at < range[1]; at++) sum += model.wordCounts.values[at] ?? 0;
    const expected = (smoothing * sum) / everything;
    totals.forEach((total, klass) => {
      scores[klass] = (scores[klass] ?? 0) + weight * Math.log(smoothing / (total + smoothing));
    });
    for (let at = range[0]; at < range[1]; at++) {
      const klass = model.wordCounts.classes[at] ?? 0;
      scores[klass] =
        (scores[klass] ?? 0) + weight * Math.log(((model.wordCounts.values[at] ?? 0) + expected) / expected);
    }
  };
  for (const word of words) add(word, 1);
  for (const word of context) add(word, contextWeight);
  return scores;
}

function totalsByClass(model: TitleModel): Float64Array {
  const totals = new Float64Array(model.onets.length);
  model.wordCounts.classes.forEach((klass, at) => {
    totals[klass] = (totals[klass] ?? 0) + (model.wordCounts.values[at] ?? 0);
  });
  return totals;
}

function softmax(scores: Float64Array): Float64Array {
  const top = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function largest(values: ReadonlyMap<number, number>, count: number): readonly number[] {
  return [...values]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([klass]) => klass);
}

function largestAt(values: Float64Array, count: number): readonly number[] {
  const top: number[] = [];
  values.forEach((value, klass) => {
    if (top.length === count && value <= (values[top[count - 1] ?? 0] ?? 0)) return;
    let place = top.length;
    while (place > 0 && (values[top[place - 1] ?? 0] ?? 0) < value) place--;
    top.splice(place, 0, klass);
    if (top.length > count) top.pop();
  });
  return top;
}

const matchers = new WeakMap<TitleModel, TitleMatcher>();

/** The matcher of a model, built when first asked for and kept as long as the model is. */
export function matcherOf(model: TitleModel): TitleMatcher {
  const matcher = matchers.get(model) ?? titleMatcher(model);
  matchers.set(model, matcher);
  return matcher;
}
