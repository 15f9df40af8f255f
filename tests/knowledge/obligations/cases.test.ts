import { expect, test } from "vitest";
import { checkCases, checkStory, dutiesWithoutCase, lawSideStories } from "#app/bench/compliance-cases.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import { anInstrument, anObligation } from "#tests/builders/obligations.ts";

const all = checkCases(pack);
const laws = new Set(pack.instruments.map(({ id }) => id));
const outcomes = all.filter(({ duty }) => !laws.has(duty));

test("every case comes out as the law's side says", () => {
  expect(all.filter(({ passed }) => !passed)).toEqual([]);
});

test("every duty has a case that triggers it and one that does not, and one without is named", () => {
  expect(dutiesWithoutCase(pack, outcomes)).toEqual([]);
  const more = { ...pack, instruments: [...pack.instruments, anInstrument([anObligation({ always: true })])] };
  expect(dutiesWithoutCase(more, outcomes)).toEqual(["duty: one that triggers it", "duty: one that does not"]);
});

test("the cases know every state but stayed, for which the packs hold no duty", () => {
  expect([...new Set(outcomes.flatMap(({ found }) => found.state ?? []))].sort()).toEqual([
    "in_force",
    "upcoming",
    "voluntary",
    "watch",
  ]);
});

test("the stories from the law's side catch some and miss their neighbours, and name laws that are none", () => {
  const stories = lawSideStories();
  expect(stories.length).toBeGreaterThanOrEqual(30);
  expect(new Set(stories.map(({ name }) => name)).size).toBe(stories.length);
  const wanted = stories.flatMap((story) => checkStory(story, pack).map((one) => one.wanted));
  for (const answer of ["yes", "no", "unknown"]) expect(wanted).toContain(answer);
  const statuses = stories.flatMap((story) => Object.values(story.laws ?? {}).map(({ status }) => status));
  expect([...new Set(statuses)].sort()).toEqual(["no_company_duties", "not_law", "pending", "stayed"]);
});

test("a story that expects something else is seen to fail", () => {
  const missed = lawSideStories().flatMap((story) =>
    Object.entries(story.expect).flatMap(([duty, expected]) => {
      const other = expected.applies === "yes" ? "no" : "yes";
      const expect = { [duty]: { applies: other } } as const;
      return checkStory({ ...story, laws: {}, expect }, pack).filter(({ passed }) => passed);
    }),
  );
  expect(missed).toEqual([]);
});
