/** Inverted lists: for each feature the titles that have it, in order, with their weights, and the largest of these. */
export type Postings = {
  readonly starts: Uint32Array;
  readonly titles: Uint32Array;
  readonly weights: Float32Array;
  readonly most: Float32Array;
};

export function invert(
  rows: readonly Map<number, number>[],
  documents: readonly number[],
  rarity: Float32Array,
): Postings {
  const starts = new Uint32Array(documents.length + 1);
  documents.forEach((count, feature) => {
    starts[feature + 1] = (starts[feature] ?? 0) + count;
  });
  const filled = starts.slice();
  const titles = new Uint32Array(starts.at(-1) ?? 0);
  const weights = new Float32Array(titles.length);
  const most = new Float32Array(documents.length);
  rows.forEach((row, title) => {
    const norm = normOf(row, rarity);
    for (const [feature, weight] of row) {
      const at = filled[feature] ?? 0;
      filled[feature] = at + 1;
      titles[at] = title;
      weights[at] = (weight * (rarity[feature] ?? 0)) / norm;
      most[feature] = Math.max(most[feature] ?? 0, weights[at] ?? 0);
    }
  });
  return { starts, titles, weights, most };
}

function normOf(row: ReadonlyMap<number, number>, rarity: Float32Array): number {
  let sum = 0;
  for (const [feature, weight] of row) sum += (weight * (rarity[feature] ?? 0)) ** 2;
  return Math.sqrt(sum) || 1;
}

export type Scored = { readonly title: number; readonly similarity: number };

type Term = { readonly feature: number; readonly factor: number; readonly most: number };

const neighbours = 40;
/** So few titles are weighed in full without looking whether some could be left out. */
const few = 60;
/** More than rounding can add to a sum of similarities. */
const slack = 1e-4;

/** Numbers that every question writes over again; `similarity` is left zeroed. */
export type Scratch = { readonly similarity: Float32Array; readonly touched: Uint32Array };

/**
 * The most similar titles by cosine, the best first. What tells most is looked at first; the long lists of usual word pieces are left out
 * as soon as they could bring no other title among the best, and the few titles that are left are then weighed in full.
 */
export function topTitles(
  row: ReadonlyMap<number, number>,
  rarity: Float32Array,
  postings: Postings,
  scratch: Scratch,
): readonly Scored[] {
  const norm = normOf(row, rarity);
  const terms = [...row].map(([feature, weight]): Term => {
    const factor = (weight * (rarity[feature] ?? 0)) / norm;
    return { feature, factor, most: factor * (postings.most[feature] ?? 0) };
  });
  return weighed(likely(terms, postings, scratch), terms, postings);
}

/** Every title that may be among the best, and few others. */
function likely(terms: readonly Term[], postings: Postings, { similarity, touched }: Scratch): Uint32Array {
  const strongest = terms.toSorted((a, b) => b.most - a.most);
  let left = strongest.reduce((sum, { most }) => sum + most, 0);
  let count = 0;
  let least = 0;
  let next = 0;
  for (; next < strongest.length && !(count >= neighbours && left + slack < least); next++) {
    const { feature, factor, most } = strongest[next] as Term;
    const end = postings.starts[feature + 1] ?? 0;
    for (let at = postings.starts[feature] ?? 0; at < end; at++) {
      const title = postings.titles[at] ?? 0;
      const before = similarity[title] ?? 0;
      if (before === 0) touched[count++] = title;
      similarity[title] = before + factor * (postings.weights[at] ?? 0);
    }
    left -= most;
    // No similarity is above 1.
    if (left < 1) least = leastOfBest(similarity, touched, count);
  }
  // No other title can come in: from here on those that cannot stay go.
  for (;;) {
    count = dropBelow(least - left - slack, similarity, touched, count);
    const term = strongest[next++];
    if (term === undefined || count <= few) break;
    addToThose(term, postings, similarity, touched, count);
    left -= term.most;
    least = leastOfBest(similarity, touched, count);
  }
  const found = touched.subarray(0, count);
  for (const title of found) similarity[title] = 0;
  return found;
}

/** Steps of finding one title in a list. */
const steps = 10;

/** Adds a term to the titles that are still there: by its list where that is short, title by title where it is long. */
function addToThose(
  { feature, factor }: Term,
  postings: Postings,
  similarity: Float32Array,
  touched: Uint32Array,
  count: number,
): void {
  const { starts, titles, weights } = postings;
  const start = starts[feature] ?? 0;
  const end = starts[feature + 1] ?? 0;
  if (end - start < count * steps) {
    for (let at = start; at < end; at++) {
      const title = titles[at] ?? 0;
      const before = similarity[title] ?? 0;
      if (before > 0) similarity[title] = before + factor * (weights[at] ?? 0);
    }
    return;
  }
  for (let at = 0; at < count; at++) {
    const title = touched[at] ?? 0;
    const place = placeIn(postings, feature, title);
    if (place >= 0) similarity[title] = (similarity[title] ?? 0) + factor * (weights[place] ?? 0);
  }
}

/** Keeps the titles, of the first `count`, that have at least so much; answers how many these are. */
function dropBelow(bound: number, similarity: Float32Array, touched: Uint32Array, count: number): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const title = touched[at] ?? 0;
    if ((similarity[title] ?? 0) >= bound) touched[kept++] = title;
    else similarity[title] = 0;
  }
  return kept;
}

const best = new Float32Array(neighbours);

/** The similarity that so many titles have at least. */
function leastOfBest(similarity: Float32Array, touched: Uint32Array, count: number): number {
  let size = 0;
  for (let at = 0; at < count; at++) {
    const value = similarity[touched[at] ?? 0] ?? 0;
    if (size === neighbours && value <= (best[size - 1] ?? 0)) continue;
    let place = size === neighbours ? size - 1 : size++;
    for (; place > 0 && (best[place - 1] ?? 0) < value; place--) best[place] = best[place - 1] ?? 0;
    best[place] = value;
  }
  return best[size - 1] ?? 0;
}

/** The best of some titles by all terms; of equal ones those that an earlier term names. */
function weighed(candidates: Uint32Array, terms: readonly Term[], postings: Postings): readonly Scored[] {
  const sums = Array.from(candidates.toSorted(), (title) => {
    let similarity = 0;
    let first = terms.length;
    for (let place = 0; place < terms.length; place++) {
      const { feature, factor } = terms[place] as Term;
      const at = placeIn(postings, feature, title);
      if (at < 0) continue;
      first = Math.min(first, place);
      similarity = Math.fround(similarity + factor * (postings.weights[at] ?? 0));
    }
    return { title, similarity, first };
  });
  return sums
    .sort((a, b) => b.similarity - a.similarity || a.first - b.first)
    .slice(0, neighbours)
    .map(({ title, similarity }) => ({ title, similarity }));
}

/** Where the list of a feature has a title; -1 where it has not. */
function placeIn({ starts, titles }: Postings, feature: number, title: number): number {
  let from = starts[feature] ?? 0;
  let to = starts[feature + 1] ?? 0;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((titles[middle] ?? 0) < title) from = middle + 1;
    else to = middle;
  }
  return from < (starts[feature + 1] ?? 0) && titles[from] === title ? from : -1;
}
