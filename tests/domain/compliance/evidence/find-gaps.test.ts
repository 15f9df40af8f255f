import fc from "fast-check";
import { expect, test } from "vitest";
import { coverageMatrix } from "#app/domain/compliance/evidence/coverage-matrix.ts";
import { evidenceForDuty, standingsOf } from "#app/domain/compliance/evidence/duties-and-controls.ts";
import type { Evidence } from "#app/domain/compliance/evidence/evidence.ts";
import { findGaps, urgencyOf } from "#app/domain/compliance/evidence/find-gaps.ts";
import type { ComplianceAssessment, ObligationFinding } from "#app/domain/compliance/findings.ts";
import { addDays } from "#app/domain/kernel/iso-date.ts";
import { aControlPack, aFinding, somePiece, today } from "#tests/builders/evidence.ts";

const controls = [
  { id: "ai_inventory", title: "AI inventory", meaning: "A register." },
  { id: "qms", title: "Quality management", meaning: "A system." },
];
const pack = aControlPack();

function standings(duties: readonly ObligationFinding[], evidence: readonly Evidence[] = []) {
  const assessment = { asOf: today, obligations: duties } as unknown as ComplianceAssessment;
  return standingsOf(assessment, controls, pack, evidence);
}
const gaps = (duties: readonly ObligationFinding[], evidence: readonly Evidence[] = []) =>
  findGaps(standings(duties, evidence), pack, today);
const pointsOf = (...duties: readonly ObligationFinding[]) => gaps(duties)[0]?.points ?? 0;

test("what is missing for a duty that binds counts its law's points by its effort's", () => {
  expect(gaps([aFinding()])).toMatchObject([{ points: 1, inForce: 1, nextDate: null, open: 1 }]);
  expect(gaps([aFinding({ instrument: "hard-act" })])).toMatchObject([{ points: 8, penalty: { id: "severe" } }]);
  expect(gaps([aFinding({ controls: ["qms"], instrument: "hard-act" })])).toMatchObject([{ points: 1 }]);
});

test("no gap is left where reviewed evidence shows every duty, nor where a duty is only watched or may apply", () => {
  expect(gaps([aFinding()], [somePiece()])).toEqual([]);
  expect(gaps([aFinding({ state: "watch" }), aFinding({ applies: "unknown" })])).toEqual([]);
});

test("a gap that waits for a person counts less than one without evidence", () => {
  const waiting = gaps([aFinding()], [somePiece({ review: "waiting" })]);
  const ended = gaps([aFinding()], [somePiece({ expires: addDays(today, -1) })]);
  expect([waiting[0]?.points, ended[0]?.points]).toEqual([0.4, 0.8]);
});

test("the matrix names the duty that needs most, and how many of how many are shown", () => {
  const duties = [
    aFinding(),
    aFinding({ id: "wider" }),
    aFinding({ id: "other", instrument: "hard-act", controls: ["qms"] }),
  ];
  expect(coverageMatrix(standings(duties, [somePiece()]))).toEqual({
    controls: ["ai_inventory", "qms"],
    rows: [
      { law: "example-act", cells: [{ state: "needs-judgement", duties: 2, shown: 1 }, null] },
      { law: "hard-act", cells: [null, { state: "missing", duties: 1, shown: 0 }] },
    ],
  });
});

test("the evidence of a duty is as good as the worst of its controls", () => {
  const duty = aFinding({ controls: ["ai_inventory", "qms"] });
  const shown = evidenceForDuty(duty, controls, pack, [somePiece()], today);
  expect(shown.state).toBe("missing");
  expect(shown.controls.map((one) => [one.control.id, one.shown.state])).toEqual([
    ["ai_inventory", "present"],
    ["qms", "missing"],
  ]);
});

const aDay = fc.integer({ min: -400, max: 2_000 }).map((days) => addDays(today, days));
const someDuty = fc
  .record({
    id: fc.constantFrom("duty", "wider", "beside"),
    instrument: fc.constantFrom("example-act", "hard-act"),
    state: fc.constantFrom("in_force" as const, "upcoming" as const, "stayed" as const, "voluntary" as const),
    appliesFrom: fc.option(aDay),
  })
  .map((over) => aFinding(over));
const someDuties = fc.array(someDuty, { minLength: 1, maxLength: 8 });

test("a nearer day never ranks lower", () => {
  fc.assert(
    fc.property(someDuties, aDay, fc.integer({ min: 0, max: 1_000 }), (others, far, nearer) => {
      const at = (appliesFrom: typeof far) => pointsOf(...others, aFinding({ state: "upcoming", appliesFrom }));
      expect(at(addDays(far, -nearer))).toBeGreaterThanOrEqual(at(far));
    }),
  );
});

test("a heavier penalty, one more duty, or less effort never ranks lower", () => {
  fc.assert(
    fc.property(someDuties, someDuty, (duties, more) => {
      const heavier = duties.map((duty) => ({ ...duty, instrument: "hard-act" }));
      const slower = duties.map((duty) => ({ ...duty, controls: ["qms"] }));
      expect(pointsOf(...heavier)).toBeGreaterThanOrEqual(pointsOf(...duties));
      expect(pointsOf(...duties, more)).toBeGreaterThanOrEqual(pointsOf(...duties));
      expect(pointsOf(...duties)).toBeGreaterThanOrEqual(pointsOf(...slower));
    }),
  );
});

test("the order of duties changes no digit, and urgency lies between 0 and 1", () => {
  fc.assert(
    fc.property(someDuties, (duties) => {
      expect(pointsOf(...duties.toReversed())).toBe(pointsOf(...duties));
      for (const duty of duties) {
        const urgency = urgencyOf(duty, today, pack.ranking);
        expect(urgency > 0 && urgency <= 1).toBe(true);
      }
    }),
  );
});
