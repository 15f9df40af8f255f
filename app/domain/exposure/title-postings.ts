/** A title as (feature, weight) pairs; the pairs from `weakFrom` on are word pieces, which many titles share and which say little. */
export type FeatureRow = {
  readonly features: readonly number[];
  readonly weights: readonly number[];
  readonly weakFrom: number;
};

export type SimilarTitle = { readonly title: number; readonly similarity: number };

/** Finds the titles nearest to a row by cosine similarity. Not safe to share between threads: it keeps scratch arrays. */
export type TitlePostings = { nearest(row: FeatureRow): readonly SimilarTitle[] };

/** Weak features are gone through so many at a time before it is asked whether the rest can still matter. */
const stride = 4;

/** What sums in single precision may be off, on a similarity of at most 1. */
const rounding = 1e-6;

/** An inverted index over the titles, with the pieces of each title beside it. */
export function titlePostings(rows: readonly FeatureRow[], rarity: Float32Array, count: number): TitlePostings {
  const { starts, titles, weights } = invert(rows, rarity);
  const pieces = piecesOf(rows, rarity);
  const strongest = new Float32Array(rarity.length);
  for (let feature = 0; feature < rarity.length; feature++) {
    for (let at = starts[feature] ?? 0; at < (starts[feature + 1] ?? 0); at++)
      strongest[feature] = Math.max(strongest[feature] ?? 0, weights[at] ?? 0);
  }
  const similarity = new Float32Array(rows.length);
  const touched = new Uint32Array(rows.length);
  const asked = new Float32Array(rarity.length);
  const top = bestOf(count);
  let touchedCount = 0;

  function addPostings(feature: number, factor: number): void {
    const end = starts[feature + 1] ?? 0;
    for (let at = starts[feature] ?? 0; at < end; at++) {
      const title = titles[at] ?? 0;
      const before = similarity[title] ?? 0;
      if (before === 0) touched[touchedCount++] = title;
      similarity[title] = before + factor * (weights[at] ?? 0);
    }
  }

  /** The least similarity that is among the best so far; 0 while there are too few. */
  function leastOfBest(): number {
    top.clear();
    for (let k = 0; k < touchedCount; k++) top.offer(touched[k] ?? 0, similarity[touched[k] ?? 0] ?? 0);
    return top.least();
  }

  /**
   * Exact, but most titles are left out early: once a title met for its pieces alone could not come among the best any more,
   * only titles near enough to them are compared to the end.
   */
  function nearest({ features, weights: own, weakFrom }: FeatureRow): readonly SimilarTitle[] {
    const norm = normOf({ features, weights: own, weakFrom }, rarity);
    const factors = features.map((feature, at) => ((own[at] ?? 0) * (rarity[feature] ?? 0)) / norm);
    for (let at = 0; at < weakFrom; at++) addPostings(features[at] ?? 0, factors[at] ?? 0);
    const reach = (at: number) => (factors[at] ?? 0) * (strongest[features[at] ?? 0] ?? 0);
    const weak = features.flatMap((_, at) => (at < weakFrom ? [] : [at])).sort((a, b) => reach(b) - reach(a));
    const openFrom = (done: number) => weak.slice(done).reduce((sum, at) => sum + reach(at), rounding);
    let done = 0;
    let least = leastOfBest();
    while (done < weak.length && openFrom(done) >= least) {
      for (const end = Math.min(weak.length, done + stride); done < end; done++) {
        const at = weak[done] ?? 0;
        addPostings(features[at] ?? 0, factors[at] ?? 0);
      }
      least = leastOfBest();
    }
    const rest = weak.slice(done);
    for (const at of rest) asked[features[at] ?? 0] = factors[at] ?? 0;
    if (rest.length > 0) finish(least - openFrom(done));
    for (const at of rest) asked[features[at] ?? 0] = 0;
    for (let k = 0; k < touchedCount; k++) similarity[touched[k] ?? 0] = 0;
    touchedCount = 0;
    return top.list();
  }

  /** Adds what the pieces in `asked` are worth to titles that can still come among the best. */
  function finish(from: number): void {
    top.clear();
    for (let k = 0; k < touchedCount; k++) {
      const title = touched[k] ?? 0;
      let sum = similarity[title] ?? 0;
      if (sum < from) continue;
      const end = pieces.starts[title + 1] ?? 0;
      for (let at = pieces.starts[title] ?? 0; at < end; at++)
        sum += (asked[pieces.features[at] ?? 0] ?? 0) * (pieces.weights[at] ?? 0);
      top.offer(title, sum);
    }
  }
  return { nearest };
}

/** The best few of what is offered, the most similar first; of equal ones the lower number. */
function bestOf(count: number) {
  const titles = new Uint32Array(count);
  const values = new Float64Array(count);
  let size = 0;
  const isBefore = (title: number, value: number, place: number) =>
    value > (values[place] ?? 0) || (value === values[place] && title < (titles[place] ?? 0));
  return {
    clear() {
      size = 0;
    },
    least: () => (size < count ? 0 : (values[count - 1] ?? 0)),
    offer(title: number, value: number) {
      if (size === count && !isBefore(title, value, count - 1)) return;
      let place = size < count ? size++ : count - 1;
      for (; place > 0 && isBefore(title, value, place - 1); place--) {
        titles[place] = titles[place - 1] ?? 0;
        values[place] = values[place - 1] ?? 0;
      }
      titles[place] = title;
      values[place] = value;
    },
    list: (): readonly SimilarTitle[] =>
      Array.from({ length: size }, (_, at) => ({ title: titles[at] ?? 0, similarity: values[at] ?? 0 })),
  };
}

function invert(rows: readonly FeatureRow[], rarity: Float32Array) {
  const starts = new Uint32Array(rarity.length + 1);
  for (const { features } of rows) for (const feature of features) starts[feature + 1] = (starts[feature + 1] ?? 0) + 1;
  for (let feature = 0; feature < rarity.length; feature++)
    starts[feature + 1] = (starts[feature + 1] ?? 0) + (starts[feature] ?? 0);
  const filled = starts.slice();
  const titles = new Uint32Array(starts.at(-1) ?? 0);
  const weights = new Float32Array(titles.length);
  rows.forEach((row, title) => {
    const norm = normOf(row, rarity);
    row.features.forEach((feature, k) => {
      const at = filled[feature] ?? 0;
      filled[feature] = at + 1;
      titles[at] = title;
      weights[at] = ((row.weights[k] ?? 0) * (rarity[feature] ?? 0)) / norm;
    });
  });
  return { starts, titles, weights };
}

function piecesOf(rows: readonly FeatureRow[], rarity: Float32Array) {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach(({ features, weakFrom }, title) => {
    starts[title + 1] = (starts[title] ?? 0) + features.length - weakFrom;
  });
  const features = new Uint32Array(starts.at(-1) ?? 0);
  const weights = new Float32Array(features.length);
  let at = 0;
  for (const row of rows) {
    const norm = normOf(row, rarity);
    for (let k = row.weakFrom; k < row.features.length; k++) {
      const feature = row.features[k] ?? 0;
      features[at] = feature;
      weights[at++] = ((row.weights[k] ?? 0) * (rarity[feature] ?? 0)) / norm;
    }
  }
  return { starts, features, weights };
}

function normOf({ features, weights }: FeatureRow, rarity: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < features.length; at++) sum += ((weights[at] ?? 0) * (rarity[features[at] ?? 0] ?? 0)) ** 2;
  return Math.sqrt(sum) || 1;
}
