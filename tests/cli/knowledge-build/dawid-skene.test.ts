import { expect, test } from "vitest";
import { fitRaters, namesOneOf, namesTwoOf, posterior } from "#app/cli/knowledge-build/dawid-skene.ts";
import { randomFrom } from "#app/domain/kernel/random.ts";

const one = namesOneOf(3);

/** Items with a known truth, labelled by raters of known accuracy. */
function labelled(accuracies: readonly number[], items: number) {
  const random = randomFrom(7);
  return Array.from({ length: items }, () => {
    const truth = Math.floor(random() * 3);
    const labels = accuracies.map((accuracy) =>
      random() < accuracy ? truth : (truth + 1 + Math.floor(random() * 2)) % 3,
    );
    return { truth, labels };
  });
}

test("finds out which rater is the better one without being told the truth", () => {
  const items = labelled([0.9, 0.75, 0.55], 3_000);
  const { confusion } = fitRaters(
    items.map(({ labels }) => labels),
    [one, one, one],
    3,
  );
  const diagonal = confusion.map((rows) => rows.reduce((sum, row, at) => sum + (row[at] ?? 0), 0) / 3);
  expect(diagonal[0]).toBeCloseTo(0.9, 1);
  expect(diagonal[2]).toBeCloseTo(0.55, 1);
});

test("beats the majority vote, and takes a missing label for what it is", () => {
  const items = labelled([0.95, 0.5, 0.5], 2_000);
  const model = fitRaters(
    items.map(({ labels }) => labels),
    [one, one, one],
    3,
  );
  const right = items.filter(({ truth, labels }) => {
    const belief = posterior(labels, model, model.prior);
    return belief.indexOf(Math.max(...belief)) === truth;
  });
  expect(right.length / items.length).toBeGreaterThan(0.93);
  expect(posterior([-1, -1, -1], model, [0.2, 0.3, 0.5])).toEqual([0.2, 0.3, 0.5]);
});

test("two raters who repeat each other prove less when they are taken as one", () => {
  const items = labelled([0.8, 0.7], 3_000).map(({ truth, labels: [first = 0, second = 0] }) => ({
    truth,
    apart: [first, second, second],
    together: [first, second * 3 + second],
  }));
  const apart = fitRaters(
    items.map((item) => item.apart),
    [one, one, one],
    3,
  );
  const together = fitRaters(
    items.map((item) => item.together),
    [one, namesTwoOf(3)],
    3,
  );
  const doubled = posterior([0, 1, 1], apart, apart.prior)[1] ?? 0;
  const joint = posterior([0, 1 * 3 + 1], together, together.prior)[1] ?? 0;
  expect(doubled - joint).toBeGreaterThan(0.2);
});

test("the order of the items does not matter", () => {
  const items = labelled([0.9, 0.6, 0.6], 500).map(({ labels }) => labels);
  expect(fitRaters([...items].reverse(), [one, one, one], 3)).toEqual(fitRaters(items, [one, one, one], 3));
});
