import { expect, test } from "vitest";
import { principalAxes } from "#app/cli/knowledge-build/principal-axes.ts";

test("finds the directions along which rows differ, the widest first", () => {
  // Long along (3, 4, 0) / 5, short along (0, 0, 1).
  const rows = [-2, -1, 1, 2].flatMap((far) => [-0.2, 0.2].map((near) => Float64Array.from([3 * far, 4 * far, near])));
  const [long, short] = principalAxes(rows, 2);
  expect(Math.abs(long?.[0] ?? 0)).toBeCloseTo(0.6, 6);
  expect(Math.abs(long?.[1] ?? 0)).toBeCloseTo(0.8, 6);
  expect(Math.abs(short?.[2] ?? 0)).toBeCloseTo(1, 6);
});
