import fc from "fast-check";
import { expect, test } from "vitest";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import type { FactDefinition, Facts, FactValue } from "#app/domain/compliance/facts.ts";
import type { Answer, ComplianceAssessment } from "#app/domain/compliance/findings.ts";
import { canonicalJson } from "#app/domain/kernel/canonical.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import { day } from "#tests/builders/obligations.ts";

const asOf = day("2026-11-22");
const places = ["EU", "EU-DE", "EU-FR", "US", "US-IL", "US-NY-NYC", "US-CA", "CA-ON", "GB", "KR", "NZ"];

function anAnswer({ kind, options }: FactDefinition): fc.Arbitrary<FactValue> {
  switch (kind) {
    case "yes-no":
      return fc.boolean();
    case "number":
      return fc.constantFrom(0, 12, 30, 200, 1e9);
    case "date":
      return fc.constantFrom("2020", "2026-08-01", "2027", "2028-09-01");
    case "choice":
      return fc.constantFrom(...(options ?? []).map(({ value }) => value));
    case "list":
      return fc.subarray(
        (options ?? []).map(({ value }) => value),
        { maxLength: 3 },
      );
    case "places":
      return fc.subarray(places, { maxLength: 3 });
    case "number-by-place":
      return fc.dictionary(fc.constantFrom(...places), fc.constantFrom(0, 24, 60), { maxKeys: 3 });
  }
}

function someAnswers(group: "org." | "system."): fc.Arbitrary<Record<string, FactValue | null>> {
  const definitions = pack.facts.filter(({ id }) => id.startsWith(group));
  const each = definitions.map((definition) => [
    definition.id,
    fc.oneof({ weight: 3, arbitrary: anAnswer(definition) }, { weight: 1, arbitrary: fc.constant(null) }),
  ]);
  return fc.record(Object.fromEntries(each));
}

const organizations: fc.Arbitrary<Facts> = fc.record({
  org: someAnswers("org."),
  systems: fc.option(
    fc.array(someAnswers("system."), { maxLength: 3 }).map((all) => all.map((facts, at) => ({ id: `s${at}`, facts }))),
    { freq: 8, nil: null },
  ),
});

function answersOf(assessment: ComplianceAssessment): Map<string, Answer> {
  const found = new Map<string, Answer>(assessment.notApplicable.map(({ id }) => [id, "no"]));
  for (const { id, applies } of assessment.obligations) found.set(id, applies);
  for (const { id, applies } of assessment.instruments) found.set(id, applies);
  return found;
}

/** The facts with one more answer: to the first question that is open, wherever it is open. */
function answerOneMore(facts: Facts, fact: string, value: FactValue): Facts {
  if (fact.startsWith("org.")) return { ...facts, org: { ...facts.org, [fact]: facts.org[fact] ?? value } };
  const systems = facts.systems?.map((system, at) => {
    const answered = { ...system.facts, [fact]: system.facts[fact] ?? value };
    return at === 0 ? { ...system, facts: answered } : system;
  });
  return { ...facts, systems: systems ?? null };
}

test("another answer never turns a no into something else, nor a yes, and never takes a duty from another system", () => {
  fc.assert(
    fc.property(
      organizations,
      fc.constantFrom(...pack.facts).chain((d) => fc.tuple(fc.constant(d.id), anAnswer(d))),
      (facts, [fact, value]) => {
        const before = assessCompliance(facts, pack, asOf);
        const after = assessCompliance(answerOneMore(facts, fact, value), pack, asOf);
        const later = answersOf(after);
        for (const [id, answer] of answersOf(before))
          if (answer !== "unknown") expect([id, later.get(id)]).toEqual([id, answer]);
        for (const { id, perSystem } of before.obligations) {
          const now = after.obligations.find((finding) => finding.id === id)?.perSystem ?? [];
          for (const { system, applies } of perSystem) {
            if (applies === "yes") expect(now).toContainEqual(expect.objectContaining({ system, applies: "yes" }));
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("the order of systems, facts and laws does not matter", () => {
  fc.assert(
    fc.property(organizations, (facts) => {
      const turned: Facts = {
        org: Object.fromEntries(Object.entries(facts.org).reverse()),
        systems: facts.systems === null ? null : [...facts.systems].reverse(),
      };
      const reversed = { ...pack, instruments: [...pack.instruments].reverse() };
      const found = answersOf(assessCompliance(turned, reversed, asOf));
      expect(new Map([...found].sort())).toEqual(new Map([...answersOf(assessCompliance(facts, pack, asOf))].sort()));
    }),
    { numRuns: 25 },
  );
});

test("equal facts, day and pack give equal bytes", () => {
  fc.assert(
    fc.property(organizations, (facts) => {
      const copy = structuredClone(facts);
      expect(canonicalJson(assessCompliance(copy, pack, asOf))).toBe(
        canonicalJson(assessCompliance(facts, pack, asOf)),
      );
    }),
    { numRuns: 10 },
  );
});

test("every duty is in exactly one list, and a duty that is open has a question", () => {
  fc.assert(
    fc.property(organizations, (facts) => {
      const { obligations, notApplicable, questions } = assessCompliance(facts, pack, asOf);
      const ids = [...obligations, ...notApplicable].map(({ id }) => id);
      expect(new Set(ids).size).toBe(354);
      expect(ids).toHaveLength(354);
      const open = obligations.some(({ applies }) => applies === "unknown");
      expect(questions.some(({ decides, decidesDates }) => decides > 0 || decidesDates > 0)).toBe(
        open || questions.some(({ decidesDates }) => decidesDates > 0),
      );
    }),
    { numRuns: 25 },
  );
});

test("an organization that answered nothing has no duty that surely applies, and is asked for its systems first", () => {
  const nothing = assessCompliance({ org: {}, systems: null }, pack, asOf);
  expect(nothing.obligations.filter(({ applies }) => applies === "yes")).toEqual([]);
  expect(nothing.notApplicable).toEqual([]);
  expect(nothing.questions[0]?.fact).toBe("systems");
});

test("laws that are not law are answered by name", () => {
  const { instruments } = assessCompliance({ org: {}, systems: null }, pack, asOf);
  const status = Object.fromEntries(instruments.map(({ id, applies, status }) => [id, `${applies} ${status}`]));
  expect(status).toMatchObject({
    "us-va-hb2094": "no not_law",
    "us-ca-sb7": "no not_law",
    "us-co-sb24-205": "no stayed",
    "us-ny-ailia": "no pending",
    "us-eo-14365": "no no_company_duties",
    "us-co-admt": "unknown future",
    "eu-pay-transparency": "unknown transposition",
    "eu-ai-act": "unknown phased",
  });
});
