import type { OccupationMatch, TitleMatch } from "./exposure-assessment.ts";
import { indexTitles } from "./neighbour-titles.ts";
import { normaliseTitle, type TitleWords } from "./normalise-title.ts";
import { softmax } from "./softmax.ts";
import { hashText } from "./title-features.ts";
import { type Calibration, entriesOf, type TitleModel } from "./title-model.ts";
import { networkReader } from "./title-network.ts";
import { type TitleToken, tokenReader } from "./title-tokens.ts";
import { type WeighedWord, wordLanguage } from "./word-language.ts";

/** Recognises titles with one model; holds its index, so make one and keep it. */
export type TitleMatcher = {
  match(title: string, context?: string): TitleMatch;
  /** Candidate classes and their features; the training of the combination uses it too. */
  candidates(words: TitleWords, context: TitleWords): readonly Candidate[];
};

export type Candidate = { readonly klass: number; readonly features: readonly number[] };

const fromVotes = 25;
const fromNetwork = 20;
const fromWords = 15;
const contextWeight = 0.15;
const contextWords = 40;
const floor = 1e-4;
const mostMatches = 5;
/** Cosine similarity from which a title of unknown words counts as a misspelt known one. */
const alike = 0.3;

/** Words of task sentences that tell occupations apart poorly. */
const plainWords: ReadonlySet<number> = new Set(
  "and or of to in for the a an with by on as such from at using use into other that is are be their its which may including e g etc"
    .split(" ")
    .map(hashText),
);

/**
 * Builds the index and returns the matcher. Three readings of a title are combined: the votes of the nearest known titles,
 * a small network over hashed word pieces, and the language of each occupation's titles and tasks.
 */
export function titleMatcher(model: TitleModel): TitleMatcher {
  const index = indexTitles(model.known);
  const read = tokenReader(model);
  const language = wordLanguage(model.wordCounts, model.onets.length);
  const networkScores = networkReader(model.network, model.vectors);

  function candidates(words: TitleWords, context: TitleWords): readonly Candidate[] {
    return candidatesOf(read(words), context.map(hashText));
  }

  /** None for letters typed at random: no word, and no title that looks alike, is known. */
  function candidatesOf(tokens: readonly TitleToken[], context: readonly number[]): readonly Candidate[] {
    const { votes, best, equal } = index.nearest(tokens);
    if (!tokens.some(isWord) && ![...best.values()].some((similarity) => similarity >= alike)) return [];
    const cast = [...votes.values()].reduce((sum, vote) => sum + vote, 0) || 1;
    const network = softmax(networkScores(tokens));
    const byWords = softmax(wordScores(tokens, context));
    const classes = new Set([
      ...largest(votes, fromVotes),
      ...largestAt(network, fromNetwork),
      ...largestAt(byWords, fromWords),
    ]);
    return [...classes].map((klass) => {
      const vote = (votes.get(klass) ?? 0) / cast;
      const net = network[klass] ?? 0;
      const word = byWords[klass] ?? 0;
      return {
        klass,
        features: [
          Math.log(vote + floor),
          Math.log(net + floor),
          Math.log(word + floor),
          best.get(klass) ?? 0,
          vote,
          net,
          word,
          equal.has(klass) ? 1 : 0,
          Math.min(3, equal.get(klass) ?? 0),
        ],
      };
    });
  }

  /** Log-probability of the words in each occupation's own language; context counts less. */
  function wordScores(tokens: readonly TitleToken[], context: readonly number[]): Float64Array {
    const words = [
      ...tokens.map(({ hash }): WeighedWord => [hash, 1]),
      ...context.map((hash): WeighedWord => [hash, contextWeight]),
    ];
    return language.scores(words.filter(([hash]) => !plainWords.has(hash)));
  }

  function isWord({ number, hash }: TitleToken): boolean {
    return number >= 0 || entriesOf(model.wordCounts, hash) !== null;
  }

  function match(title: string, context = ""): TitleMatch {
    const found = candidates(normaliseTitle(title), normaliseTitle(context).slice(0, contextWords));
    return decide(found, model);
  }
  return { match, candidates };
}

/** What of a model decides between candidates. */
export type DecidingModel = Pick<TitleModel, "onets" | "names" | "combination" | "calibration" | "threshold">;

/** What the candidates come to under the weights of `model`: the build tries others on the same candidates. */
export function decide(found: readonly Candidate[], model: DecidingModel): TitleMatch {
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

/** A title may fall on several detailed codes of one SOC code: their probabilities are added, the likeliest code names them. */
function bySoc(
  classes: readonly { readonly klass: number; readonly probability: number }[],
  model: DecidingModel,
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
  const first = ranked[0]?.probability ?? 0;
  const factors = factorsOf(first, ranked[1]?.probability ?? 0, model.calibration);
  const matches = ranked.slice(0, mostMatches).map(({ soc, onet, title, probability }, at) => ({
    soc,
    onet,
    title,
    probability: Math.floor(probability * (at === 0 ? factors.first : factors.others) * 1e6) / 1e6,
  }));
  return { matches, confident: (matches[0]?.probability ?? 0) >= model.threshold };
}

/** What makes the first probability come true as often as it says; the others share what is left. The first stays first. */
function factorsOf(first: number, second: number, { slope, offset }: Calibration) {
  if (first <= 0 || first >= 1) return { first: 1, others: 1 };
  const odds = Math.exp(slope * Math.log(first / (1 - first)) + offset);
  const least = second / (1 - first + second);
  const wanted = Math.max(odds / (1 + odds), least);
  return { first: wanted / first, others: (1 - wanted) / (1 - first) };
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
