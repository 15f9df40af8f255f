import fc from "fast-check";
import { expect, test } from "vitest";
import { writtenStories } from "#app/bench/compliance-cases.ts";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import { changeLines } from "#app/domain/compliance/change-lines.ts";
import { type ChangeAspect, changedDuties } from "#app/domain/compliance/changed-duties.ts";
import { standingsOn } from "#app/domain/compliance/duty-standing.ts";
import type { Rule } from "#app/domain/compliance/obligation-pack.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import { dutyChangesText } from "#app/strings/en/duty-changes.ts";
import { aDuty, anInstrument, anObligation, anObligationPack, day, someFacts } from "#tests/builders/obligations.ts";

const organizations = writtenStories().map((story) => {
  const facts = readFacts(story, pack.facts);
  if (!facts.ok) throw new Error(story.name);
  return facts.value;
});
const days = ["2025-01-01", "2026-11-22", "2027-03-01", "2027-12-02", "2031-01-01"].map(day);
/** How the duties of each organization stand on each day, worked out once. */
const stood = organizations.slice(0, 8).map((facts) => {
  const assessment = assessCompliance(facts, pack, day("2026-11-22"));
  return days.map((date) => standingsOn(assessment, pack, date));
});
const standings = fc
  .tuple(fc.nat({ max: stood.length - 1 }), fc.nat({ max: days.length - 1 }))
  .map(([at, date]) => stood[at]?.[date] ?? []);

const mirrored: Readonly<Record<ChangeAspect, ChangeAspect>> = {
  began: "ended",
  ended: "began",
  certainty: "certainty",
  date: "date",
  state: "state",
  systems: "systems",
  wording: "wording",
};

test("what changed from one to the other is the inverse of what changed back", () => {
  fc.assert(
    fc.property(standings, standings, (a, b) => {
      const back = changedDuties(b, a).map(({ before, after, aspects, ...named }) => {
        return { ...named, before: after, after: before, aspects: aspects.map((aspect) => mirrored[aspect]) };
      });
      expect(back).toEqual(changedDuties(a, b));
    }),
    { numRuns: 60 },
  );
});

test("nothing changed is no change, and every change is told in words of the catalogue", () => {
  fc.assert(
    fc.property(standings, standings, (a, b) => {
      expect(changedDuties(a, a)).toEqual([]);
      for (const change of changedDuties(a, b)) {
        const codes = changeLines(change).map(({ code }) => code);
        expect(codes).not.toEqual([]);
        expect(codes.filter((code) => !Object.hasOwn(dutyChangesText, code))).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

test("what changed on the way from one to the third is what changed from the first to the second and on, in all", () => {
  fc.assert(
    fc.property(standings, standings, standings, (a, b, c) => {
      const after = new Map(a.map((one) => [one.id, one]));
      for (const { duty, after: is } of [...changedDuties(a, b), ...changedDuties(b, c)]) {
        if (is === null) after.delete(duty);
        else after.set(duty, is);
      }
      expect(changedDuties([...after.values()], c)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("how duties stand on another day is what an assessment of that day says", () => {
  for (const [at, facts] of organizations.slice(0, 4).entries()) {
    for (const [index, date] of days.entries()) {
      expect(stood[at]?.[index]).toEqual(standingsOn(assessCompliance(facts, pack, date), pack, date));
    }
  }
});

test("a duty whose words change from a day is told by its old and new words", () => {
  const always: Rule = { always: true };
  const cite = [{ title: "Example Act" }];
  const obligation = anObligation(always, {
    history: [
      { from: day("2026-01-01"), value: aDuty({ penalty: "up to 10" }), cite },
      { from: day("2027-01-01"), value: aDuty({ penalty: "up to 20", evidence: ["Register", "Log"] }), cite },
    ],
  });
  const own = anObligationPack([anInstrument([obligation])]);
  const assessment = assessCompliance(someFacts({}), own, day("2026-11-22"));
  const [change, ...others] = changedDuties(
    standingsOn(assessment, own, day("2026-12-31")),
    standingsOn(assessment, own, day("2027-01-01")),
  );
  expect(others).toEqual([]);
  expect(change?.aspects).toEqual(["wording"]);
  expect(change && changeLines(change)).toEqual([
    { code: "word_penalty", values: { from: "up to 10", to: "up to 20" } },
    { code: "word_evidence_more", values: { count: 1 } },
  ]);
});
