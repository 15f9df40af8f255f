import fc from "fast-check";
import { expect, test } from "vitest";
import { bytes, gaps, tableFrom, varints } from "#app/cli/knowledge-build/sparse-table.ts";
import { readGapped, readGaps, readVarints } from "#app/knowledge/occupations/read-bytes.ts";

const number = fc.nat({ max: 0xffffffff });

test("numbers come back from their bytes, small ones in one", () => {
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      expect([...readVarints(varints(numbers))]).toEqual(numbers);
    }),
  );
  expect(varints([1, 127])).toBe(bytes(Uint8Array.of(1, 127)));
});

test("ascending numbers come back from their gaps", () => {
  fc.assert(
    fc.property(fc.uniqueArray(number), (numbers) => {
      const ascending = [...numbers].sort((a, b) => a - b);
      expect([...readGaps(gaps(ascending))]).toEqual(ascending);
    }),
  );
});

test("a table comes back, each feature's classes for itself", () => {
  const table = tableFrom([
    [900_000, [[7, 1] as const, [300, 2] as const]],
    [12, [[1015, 1] as const]],
    [0xfffffff0, [[0, 1] as const, [1, 1] as const, [2, 1] as const]],
  ]);
  const lengths = Array.from(table.starts.subarray(1), (end, at) => end - (table.starts[at] ?? 0));
  const packed = { keys: gaps(table.keys), lengths: varints(lengths), classes: gaps(table.classes, table.starts) };
  expect(readGapped(packed, table.values)).toEqual(table);
});
