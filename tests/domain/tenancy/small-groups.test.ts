import fc from "fast-check";
import { expect, test } from "vitest";
import { hidesGroup, smallestGroup, suppressed, suppressedTable } from "#app/domain/tenancy/small-groups.ts";

test("hides one to four people from whoever may not see persons, and nobody else", () => {
  expect([0, 1, 4, 5].map((heads) => hidesGroup(heads, false))).toEqual([false, true, true, false]);
  expect(hidesGroup(1, true)).toBe(false);
});

test("hides the next smallest group too when subtraction from the total would give the small one away", () => {
  expect(suppressed([3, 20, 7])).toEqual([0, 2]);
  expect(suppressed([10, 20, 7])).toEqual([]);
  expect(suppressed([4, 3, 20])).toEqual([0, 1]);
  expect(suppressed([1, 2, 20, 9])).toEqual([0, 1, 3]);
  expect(suppressed([3, 0, 20])).toEqual([0, 2]);
});

test("what is hidden under a total is nothing, everything, or at least two groups and five people", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }), (heads) => {
      const hidden = suppressed(heads);
      for (const [at, count] of heads.entries()) if (hidesGroup(count, false)) expect(hidden).toContain(at);
      if (hidden.length === 0 || hidden.length === heads.filter((count) => count > 0).length) return;
      expect(hidden.length).toBeGreaterThan(1);
      expect(hidden.reduce((sum, at) => sum + (heads[at] ?? 0), 0)).toBeGreaterThanOrEqual(smallestGroup);
    }),
  );
});

test("in a table no row or column leaves one hidden cell, or fewer than five hidden people, to subtraction", () => {
  const row = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (heads) => {
      const hidden = suppressedTable(heads);
      const columns = [0, 1, 2, 3].map((c) => heads.map((_, r) => [r, c] as const));
      for (const line of [...heads.map((_, r) => [0, 1, 2, 3].map((c) => [r, c] as const)), ...columns]) {
        const inside = line.filter(([r, c]) => hidden[r]?.[c]);
        const shown = line.filter(([r, c]) => !hidden[r]?.[c] && (heads[r]?.[c] ?? 0) > 0);
        if (inside.length === 0 || shown.length === 0) continue;
        expect(inside.length).toBeGreaterThan(1);
        expect(inside.reduce((sum, [r, c]) => sum + (heads[r]?.[c] ?? 0), 0)).toBeGreaterThanOrEqual(smallestGroup);
      }
    }),
  );
});
