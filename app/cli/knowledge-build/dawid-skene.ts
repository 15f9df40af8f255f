/** One item's labels by rater; -1 where a rater gave none. */
export type Labels = readonly number[];

export type RaterModel = {
  /** P(label | truth) for each rater: `confusion[rater][truth][label]`. */
  readonly confusion: readonly (readonly (readonly number[])[])[];
  readonly prior: readonly number[];
};

const iterations = 60;

/**
 * Dawid and Skene (1979): every rater is noisy in an own way, and neither truth nor noise is known. Expectation-maximisation
 * from the majority vote; one pseudo-count on the diagonal keeps labels and classes matched. Deterministic.
 */
export function fitRaters(items: readonly Labels[], raters: number, classes: number): RaterModel {
  let beliefs = items.map((labels) => majority(labels, classes));
  let model = maximise(items, beliefs, raters, classes);
  for (let step = 0; step < iterations; step++) {
    beliefs = items.map((labels) => posterior(labels, model, model.prior));
    model = maximise(items, beliefs, raters, classes);
  }
  return model;
}

/** P(truth | labels) under a prior of the item's own. */
export function posterior(labels: Labels, model: RaterModel, prior: readonly number[]): number[] {
  const weights = prior.map((mass, truth) =>
    labels.reduce(
      (product, label, rater) => (label < 0 ? product : product * (model.confusion[rater]?.[truth]?.[label] ?? 1)),
      mass,
    ),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function majority(labels: Labels, classes: number): number[] {
  const votes = new Array<number>(classes).fill(0.1);
  for (const label of labels) if (label >= 0) votes[label] = (votes[label] ?? 0) + 1;
  const total = votes.reduce((sum, vote) => sum + vote, 0);
  return votes.map((vote) => vote / total);
}

function maximise(items: readonly Labels[], beliefs: readonly number[][], raters: number, classes: number): RaterModel {
  const counts = Array.from({ length: raters }, () =>
    Array.from({ length: classes }, (_, truth) =>
      Array.from({ length: classes }, (_, label) => (truth === label ? 1 : 0.1) as number),
    ),
  );
  const prior = new Array<number>(classes).fill(1);
  items.forEach((labels, item) => {
    const belief = beliefs[item] ?? [];
    belief.forEach((mass, truth) => {
      prior[truth] = (prior[truth] ?? 0) + mass;
      labels.forEach((label, rater) => {
        const row = counts[rater]?.[truth];
        if (label >= 0 && row !== undefined) row[label] = (row[label] ?? 0) + mass;
      });
    });
  });
  return { confusion: counts.map((rows) => rows.map(normalised)), prior: normalised(prior) };
}

function normalised(row: readonly number[]): number[] {
  const total = row.reduce((sum, value) => sum + value, 0);
  return row.map((value) => value / total);
}
