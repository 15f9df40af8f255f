import { expect, test } from "vitest";
import { checkCases } from "#app/bench/compliance-cases.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";

const outcomes = checkCases(pack);

test("every case comes out as the law's side says", () => {
  expect(outcomes.filter(({ passed }) => !passed)).toEqual([]);
});

test("every duty has a case that triggers it and one that does not", () => {
  const ids = pack.instruments.flatMap(({ obligations }) => obligations.map(({ id }) => id)).sort();
  const named = (wanted: string) => [
    ...new Set(outcomes.filter((one) => one.wanted === wanted).map(({ duty }) => duty)),
  ];
  expect(named("yes").sort()).toEqual(ids);
  expect(named("no").sort()).toEqual(ids);
});

test("the cases know every state but stayed, for which the packs hold no duty", () => {
  expect([...new Set(outcomes.flatMap(({ found }) => found.state ?? []))].sort()).toEqual([
    "in_force",
    "upcoming",
    "voluntary",
    "watch",
  ]);
});
