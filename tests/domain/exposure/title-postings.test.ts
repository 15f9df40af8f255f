import fc from "fast-check";
import { expect, test } from "vitest";
import { type FeatureRow, titlePostings } from "#app/domain/exposure/title-postings.ts";

const featureCount = 24;
/** Words are features 0..11, pieces 12..23. */
const rowOf = (words: readonly number[], pieces: readonly number[]): FeatureRow => ({
  features: [...words, ...pieces.map((piece) => piece + 12)],
  weights: [...words.map(() => 1), ...pieces.map(() => 0.15)],
  weakFrom: words.length,
});
const some = (max: number) => fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: max });
const row = fc.tuple(some(3), some(8)).map(([words, pieces]) => rowOf(words, pieces));

function vectorOf({ features, weights }: FeatureRow, rarity: Float32Array): Float64Array {
  const vector = new Float64Array(featureCount);
  features.forEach((feature, at) => {
    vector[feature] = (weights[at] ?? 0) * (rarity[feature] ?? 0);
  });
  const norm = Math.hypot(...vector) || 1;
  return vector.map((value) => value / norm);
}

test("what is left out early could not have come among the nearest: the same as comparing with every title", () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      row,
      fc.array(fc.double({ min: 0.5, max: 9, noNaN: true }), { minLength: featureCount, maxLength: featureCount }),
      (titles, asked, rare) => {
        const rarity = Float32Array.from(rare);
        const own = vectorOf(asked, rarity);
        const all = titles
          .map((title) => vectorOf(title, rarity).reduce((sum, value, at) => sum + value * (own[at] ?? 0), 0))
          .filter((similarity) => similarity > 0)
          .sort((a, b) => b - a)
          .slice(0, 5);
        const postings = titlePostings(titles, rarity, 5);
        // Asked twice: nothing is left over from the first time.
        postings.nearest(asked);
        const found = postings.nearest(asked);
        expect(found).toHaveLength(all.length);
        found.forEach(({ similarity }, at) => {
          expect(similarity).toBeCloseTo(all[at] ?? 0, 5);
        });
      },
    ),
  );
});

test("a title is not lost to rounding when what is left says nothing", () => {
  const rarity = new Float32Array(featureCount).fill(0.5);
  rarity[1] = 1.7104201912879946;
  rarity[22] = 5.340155839920045;
  const titles = [rowOf([], [0]), rowOf([1], []), rowOf([], [0]), rowOf([], [10]), rowOf([], [10])];
  const found = titlePostings(titles, rarity, 5).nearest(rowOf([1], [1, 0, 3, 2, 10]));
  expect(found.map(({ title }) => title).sort()).toEqual([0, 1, 2, 3, 4]);
});

test("of equally near titles the first ones are found", () => {
  const rarity = new Float32Array(featureCount).fill(1);
  const titles = Array.from({ length: 9 }, () => rowOf([1], [2]));
  const found = titlePostings(titles, rarity, 3).nearest(rowOf([1], []));
  expect(found.map(({ title }) => title)).toEqual([0, 1, 2]);
});
