import fc from "fast-check";
import { expect, test } from "vitest";
import { invert, topTitles } from "#app/domain/exposure/top-titles.ts";

const features = 30;
const rowOf = (given: readonly number[]) => new Map(given.map((feature) => [feature, 0.1 + (feature % 7) / 7]));
const row = fc.uniqueArray(fc.nat({ max: features - 1 }), { minLength: 1, maxLength: 12 });

test("finds the same titles as comparing with every one", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 400 }), row, (titles, asked) => {
      const rows = titles.map(rowOf);
      const documents = Array.from({ length: features }, (_, at) => rows.filter((one) => one.has(at)).length);
      const rarity = Float32Array.from(documents, (count) => Math.log((titles.length + 1) / (count + 1)) + 1);
      const scratch = { similarity: new Float32Array(titles.length), touched: new Uint32Array(titles.length) };
      const found = topTitles(rowOf(asked), rarity, invert(rows, documents, rarity), scratch);

      const long = (one: ReadonlyMap<number, number>) =>
        Math.sqrt([...one].reduce((sum, [at, weight]) => sum + (weight * (rarity[at] ?? 0)) ** 2, 0));
      const cosine = (other: ReadonlyMap<number, number>) =>
        [...rowOf(asked)].reduce(
          (sum, [at, weight]) => sum + weight * (other.get(at) ?? 0) * (rarity[at] ?? 0) ** 2,
          0,
        ) /
        (long(rowOf(asked)) * long(other));
      const all = rows.map(cosine).filter((value) => value > 0);
      const best = all.sort((a, b) => b - a).slice(0, 40);
      expect(found.map(({ similarity }) => similarity)).toHaveLength(best.length);
      for (const [at, { title, similarity }] of found.entries()) {
        expect(similarity).toBeCloseTo(best[at] ?? 0, 4);
        expect(similarity).toBeCloseTo(cosine(rows[title] ?? new Map()), 4);
      }
      expect(new Set(found.map(({ title }) => title)).size).toBe(found.length);
      expect(scratch.similarity.every((value) => value === 0)).toBe(true);
    }),
  );
});
