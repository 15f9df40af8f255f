/** One item's labels by rater; -1 where a rater gave none. */
export type Labels = readonly number[];

/** How many different labels a rater gives, and which classes a label speaks for before anything is learned. */
export type Rater = { readonly labels: number; readonly votes: (label: number) => readonly number[] };

export type RaterModel = {
  /** P(label | truth) for each rater: `confusion[rater][truth][label]`. */
  readonly confusion: readonly (readonly (readonly number[])[])[];
  readonly prior: readonly number[];
};

const iterations = 60;

/** A rater who names one of the classes. */
export function namesOneOf(classes: number): Rater {
  return { labels: classes, votes: (label) => [label] };
}

/**
 * Two raters who err together, taken as one who gives pairs `first * classes + second`: what one of them says after the
 * other then counts for what it adds, where independent raters would count it twice.
 */
export function namesTwoOf(classes: number): Rater {
  return { labels: classes * classes, votes: (label) => [Math.floor(label / classes), label % classes] };
}

/**
 * Dawid and Skene (1979): every rater is noisy in an own way, and neither truth nor noise is known. Expectation-maximisation
 * from the majority vote over the different patterns of labels; one pseudo-count on the diagonal keeps labels and classes
 * matched. Deterministic.
 */
export function fitRaters(items: readonly Labels[], raters: readonly Rater[], classes: number): RaterModel {
  const patterns = countPatterns(items);
  let beliefs = patterns.map(({ labels }) => majority(labels, raters, classes));
  let model = maximise(patterns, beliefs, raters, classes);
  for (let step = 0; step < iterations; step++) {
    beliefs = patterns.map(({ labels }) => posterior(labels, model, model.prior));
    model = maximise(patterns, beliefs, raters, classes);
  }
  return model;
}

/** P(labels | truth) for each truth; a rater's part to the power of its `trust`, 1 when nothing is said. */
export function likelihood(labels: Labels, model: RaterModel, trust: readonly number[] = []): number[] {
  return model.prior.map((_, truth) =>
    labels.reduce(
      (product, label, rater) =>
        label < 0 ? product : product * (model.confusion[rater]?.[truth]?.[label] ?? 1) ** (trust[rater] ?? 1),
      1,
    ),
  );
}

/** P(truth | labels) under a prior of the item's own. */
export function posterior(labels: Labels, model: RaterModel, prior: readonly number[]): number[] {
  return normalised(likelihood(labels, model).map((chance, truth) => chance * (prior[truth] ?? 0)));
}

export function normalised(row: readonly number[]): number[] {
  const total = row.reduce((sum, value) => sum + value, 0);
  return row.map((value) => value / total);
}

type Pattern = { readonly labels: Labels; readonly items: number };

/** A few dozen patterns stand for all items. In order of the patterns, so that the order of items does not matter. */
function countPatterns(items: readonly Labels[]): readonly Pattern[] {
  const found = new Map<string, { labels: Labels; items: number }>();
  for (const labels of items) {
    const entry = found.get(labels.join());
    if (entry === undefined) found.set(labels.join(), { labels, items: 1 });
    else entry.items += 1;
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pattern]) => pattern);
}

function majority(labels: Labels, raters: readonly Rater[], classes: number): number[] {
  const votes = new Array<number>(classes).fill(0.1);
  labels.forEach((label, rater) => {
    if (label >= 0) for (const truth of raters[rater]?.votes(label) ?? []) votes[truth] = (votes[truth] ?? 0) + 1;
  });
  return normalised(votes);
}

function maximise(
  patterns: readonly Pattern[],
  beliefs: readonly number[][],
  raters: readonly Rater[],
  classes: number,
): RaterModel {
  const counts = raters.map((rater) =>
    Array.from({ length: classes }, (_, truth) =>
      Array.from({ length: rater.labels }, (_, label): number => (rater.votes(label).includes(truth) ? 1 : 0.1)),
    ),
  );
  const prior = new Array<number>(classes).fill(1);
  patterns.forEach(({ labels, items }, at) => {
    beliefs[at]?.forEach((mass, truth) => {
      prior[truth] = (prior[truth] ?? 0) + mass * items;
      labels.forEach((label, rater) => {
        const row = counts[rater]?.[truth];
        if (label >= 0 && row !== undefined) row[label] = (row[label] ?? 0) + mass * items;
      });
    });
  });
  return { confusion: counts.map((rows) => rows.map(normalised)), prior: normalised(prior) };
}
