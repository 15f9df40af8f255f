import { expect, test } from "vitest";
import type { FactValue } from "#app/domain/compliance/facts.ts";
import type { Leaf } from "#app/domain/compliance/obligation-pack.ts";
import { testLeaf } from "#app/domain/compliance/test-leaf.ts";
import { day } from "#tests/builders/obligations.ts";

function answer(leaf: Leaf, value: FactValue | null) {
  return testLeaf(leaf, { [leaf.fact.startsWith("org.headcount_in") ? "org.headcount_in" : leaf.fact]: value });
}

test("what is not answered is unknown, whatever the test", () => {
  expect(testLeaf({ fact: "org.public_body", op: "eq", value: false }, {})).toBe("unknown");
  expect(answer({ fact: "org.headcount", op: "gte", value: 1 }, null)).toBe("unknown");
});

test("a coarse place against a finer rule is unknown, a finer place is decided", () => {
  const illinois: Leaf = { fact: "org.workers_in", op: "touches", value: ["US-IL"] };
  expect(answer(illinois, ["US"])).toBe("unknown");
  expect(answer(illinois, ["US", "US-IL"])).toBe("yes");
  expect(answer(illinois, ["US-IL-CHI"])).toBe("yes");
  expect(answer(illinois, ["US-TX"])).toBe("no");
  expect(answer(illinois, [])).toBe("no");
});

test("a place absent from a given map of headcount counts nobody, a larger area leaves it open", () => {
  const ontario: Leaf = { fact: "org.headcount_in.CA-ON", op: "gte", value: 25 };
  expect(answer(ontario, { "CA-ON": 25 })).toBe("yes");
  expect(answer(ontario, { "CA-ON": 24, CA: 900 })).toBe("no");
  expect(answer(ontario, { DE: 900 })).toBe("no");
  expect(answer(ontario, { CA: 24 })).toBe("no");
  expect(answer(ontario, { CA: 25 })).toBe("unknown");
  expect(answer(ontario, {})).toBe("no");
});

test("a date known by its year is decided unless the limit falls inside the year", () => {
  const older: Leaf = { fact: "system.first_placed", op: "before", value: day("2027-12-02") };
  expect(answer(older, "2026")).toBe("yes");
  expect(answer(older, "2027")).toBe("unknown");
  expect(answer(older, "2027-12")).toBe("unknown");
  expect(answer(older, "2027-11")).toBe("yes");
  expect(answer(older, "2028")).toBe("no");
  expect(answer(older, "2027-12-02")).toBe("no");
  expect(answer({ ...older, value: day("2027-01-01") }, "2027")).toBe("no");
});

test("more than is not at least", () => {
  expect(answer({ fact: "org.headcount", op: "gt", value: 5 }, 5)).toBe("no");
  expect(answer({ fact: "org.headcount", op: "gte", value: 5 }, 5)).toBe("yes");
});
