import { expect, test } from "vitest";
import { folded } from "#db/frozen.ts";

test("equal parts of a folded value are one part, and the value stays equal", () => {
  const given = () => ({
    rows: [
      { why: [{ fact: "a", value: 1 }], score: { low: 1 } },
      { why: [{ fact: "a", value: 1 }], score: { low: 2 } },
    ],
  });
  const value = folded(given());
  expect(value).toEqual(given());
  expect(value.rows[1]?.why).toBe(value.rows[0]?.why);
  expect(value.rows[1]).not.toBe(value.rows[0]);
  expect(() => value.rows.pop()).toThrow(TypeError);
});

test("what only looks alike stays apart", () => {
  const values = [
    ["1"],
    [1],
    [null],
    [undefined],
    ["null"],
    [Number.NaN],
    { 0: 1 },
    [],
    {},
    ["a,b"],
    ["a", "b"],
    [[]],
    [{}],
  ];
  const value = folded(values);
  expect(value).toEqual(values);
  expect(new Set(value).size).toBe(values.length);
});

test("a date or a map in a value is left as it is", () => {
  const at = new Date(0);
  const map = new Map([["a", 1]]);
  const value = folded({ at, map });
  expect(value.at).toBe(at);
  expect(value.map).toBe(map);
});
