import { expect, test } from "vitest";
import { changedFacts } from "#app/domain/compliance/changed-facts.ts";
import { firstLook, lookAgain } from "#app/domain/compliance/look-again.ts";
import { aChangingPack } from "#tests/builders/changed-packs.ts";
import { day, someFacts } from "#tests/builders/obligations.ts";

const pack = aChangingPack("1");
const facts = someFacts({ public_body: true });
const first = firstLook(facts, pack, day("2026-11-22"));

test("with the same facts, pack and day a second look finds nothing and remembers the first", () => {
  const again = lookAgain(first, facts, pack, day("2026-11-22"));
  expect(again.changes).toEqual([]);
  expect(again.look).toBe(first);
});

test("a day that comes is the cause of what begins on it", () => {
  const { changes } = lookAgain(first, facts, pack, day("2027-03-01"));
  expect(changes.map(({ duty, aspects, cause }) => [duty, aspects, cause])).toEqual([
    ["later", ["state"], { kind: "day", from: "2026-11-22", to: "2027-03-01" }],
  ]);
});

test("a new pack is the cause of another date, other words and a duty that is gone", () => {
  const next = aChangingPack("2", { keepFrom: "2027-01-01", evidence: ["Register", "Log"], without: true });
  const { changes } = lookAgain(first, facts, next, day("2026-11-22"));
  expect(changes.map(({ duty, aspects, cause }) => [duty, aspects, cause.kind])).toEqual([
    ["keep", ["date", "state", "wording"], "pack"],
    ["open-data", ["ended"], "pack"],
  ]);
});

test("an answer is the cause of what it decides, and names only the answers behind each duty", () => {
  const now = someFacts({ public_body: false, headcount: 80 }, [{ id: "a", uses: ["hiring"] }]);
  const { changes } = lookAgain(first, now, pack, day("2026-11-22"));
  expect(changes.map(({ duty, aspects, cause }) => [duty, aspects, cause])).toEqual([
    ["notice", ["began"], { kind: "facts", facts: [{ kind: "added", system: "a" }] }],
    [
      "open-data",
      ["ended"],
      {
        kind: "facts",
        facts: [{ kind: "answer", fact: "org.public_body", system: null, before: true, after: false }],
      },
    ],
  ]);
});

test("pack, day and answer together are told apart, one after the other, and lead to how it stands now", () => {
  const next = aChangingPack("2", { keepFrom: "2027-01-01" });
  const now = someFacts({ public_body: false });
  const { changes, look } = lookAgain(first, now, next, day("2027-03-02"));
  expect(changes.map(({ duty, cause, before, after }) => [duty, cause.kind, before?.state, after?.state])).toEqual([
    ["keep", "pack", "in_force", "upcoming"],
    ["keep", "day", "upcoming", "in_force"],
    ["later", "day", "upcoming", "in_force"],
    ["open-data", "facts", "in_force", undefined],
  ]);
  expect(look.standings).toEqual(firstLook(now, next, day("2027-03-02")).standings);
});

test("answers that differ are found in the organization and in each system, and an empty inventory is an answer", () => {
  const before = someFacts({ headcount: 5 }, [{ id: "a", is_ai: true }, { id: "b" }]);
  const after = someFacts({ headcount: 6 }, [{ id: "a", is_ai: null }, { id: "c" }]);
  expect(changedFacts(before, after)).toEqual([
    { kind: "answer", fact: "org.headcount", system: null, before: 5, after: 6 },
    { kind: "answer", fact: "system.is_ai", system: "a", before: true, after: null },
    { kind: "removed", system: "b" },
    { kind: "added", system: "c" },
  ]);
  expect(changedFacts(someFacts({}, null), someFacts({}, []))).toEqual([
    { kind: "answer", fact: "systems", system: null, before: null, after: [] },
  ]);
});
