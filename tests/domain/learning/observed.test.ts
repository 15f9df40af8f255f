import { expect, test } from "vitest";
import { observedIn, readWritten } from "#app/domain/learning/observed.ts";

test("reads numbers with a point or a comma, a sign, spaces and a per cent sign, and nothing else", () => {
  expect(["0.85", "0,85", "-1", "−1", "1 200", "85%", "85,5 %", ".5"].map(readWritten)).toEqual([
    ...[0.85, 0.85, -1, -1, 1200, { perCent: 85 }, { perCent: 85.5 }, 0.5],
  ]);
  for (const text of ["", "%", "a lot", "1.2.3", "85%%", "1e3", "0x10", "Infinity"])
    expect(readWritten(text), text).toBe(null);
});

test("a per cent sign makes a share of it, points of points, and is refused where the effect is no share", () => {
  const perCent = (amount: number) => ({ perCent: amount });
  expect(observedIn("probability", perCent(85))).toEqual({ ok: true, value: 0.85 });
  expect(observedIn("relative", perCent(-20))).toEqual({ ok: true, value: -0.2 });
  expect(observedIn("percentage-points", perCent(3))).toEqual({ ok: true, value: 3 });
  expect(observedIn("hours", perCent(3))).toEqual({ ok: false, failure: { kind: "no-share-here" } });
});

test("refuses shares beyond everything and below nothing, and leaves other effects free", () => {
  for (const written of [85, 1.01, -0.01, { perCent: 101 }])
    expect(observedIn("probability", written)).toEqual({ ok: false, failure: { kind: "not-a-share" } });
  for (const written of [85, -1.5, { perCent: 500 }])
    expect(observedIn("relative", written)).toEqual({ ok: false, failure: { kind: "not-a-change" } });
  expect(observedIn("hours", 85)).toEqual({ ok: true, value: 85 });
});
