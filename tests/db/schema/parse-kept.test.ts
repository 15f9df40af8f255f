import { expect, test } from "vitest";
import { parseKept } from "#db/schema/parse-kept.ts";

const long = (first: string) => JSON.stringify({ first, rest: Array.from({ length: 2_000 }, (_, n) => ({ n })) });

test("equal long texts give the same frozen value, other texts another one", () => {
  const value = parseKept(long("a")) as { rest: { n: number }[] };
  expect(parseKept(long("a"))).toBe(value);
  expect(parseKept(long("b"))).toEqual(JSON.parse(long("b")));
  expect(() => value.rest.push({ n: 1 })).toThrow(TypeError);
});

test("what is not asked for again is let go", () => {
  const first = parseKept(long("first"));
  for (let n = 0; n < 12; n++) parseKept(JSON.stringify(`${n}${"x".repeat(1_000_000)}`));
  expect(parseKept(long("first"))).not.toBe(first);
  expect(parseKept(long("first"))).toEqual(first);
});

test("a short text is parsed anew, so that it may be changed", () => {
  const value = parseKept("[1]") as number[];
  value.push(2);
  expect(parseKept("[1]")).toEqual([1]);
});
