import { expect, test } from "vitest";
import { recentlyUsed } from "#app/domain/kernel/recently-used.ts";

test("what was not asked for the longest goes first", () => {
  const kept = recentlyUsed<number>(2);
  kept.set("a", 1);
  kept.set("b", 2);
  expect(kept.get("a")).toBe(1);
  kept.set("c", 3);
  expect([kept.get("a"), kept.get("b"), kept.get("c")]).toEqual([1, undefined, 3]);
});

test("weights decide how much is kept, and a value that is set again weighs what it weighs now", () => {
  const kept = recentlyUsed<string>(10, (value, key) => value.length + key.length);
  kept.set("a", "xxxx");
  kept.set("b", "xxxx");
  kept.set("a", "x");
  kept.set("c", "xx");
  expect([kept.get("a"), kept.get("b"), kept.get("c")]).toEqual(["x", "xxxx", "xx"]);
  kept.set("c", "xxx");
  expect([kept.get("a"), kept.get("b"), kept.get("c")]).toEqual([undefined, "xxxx", "xxx"]);
});

test("a value that is heavier than all together is not kept, takes its forerunner's place and drives nothing out", () => {
  const kept = recentlyUsed<string>(4, (value) => value.length);
  kept.set("a", "aa");
  kept.set("b", "b");
  kept.set("b", "bbbbb");
  expect([kept.get("a"), kept.get("b")]).toEqual(["aa", undefined]);
});
