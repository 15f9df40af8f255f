import fc from "fast-check";
import { expect, test } from "vitest";
import { relationOf } from "#app/domain/compliance/evidence/control-pack.ts";
import { stateForDuty, stateOfControl, worseOf } from "#app/domain/compliance/evidence/control-state.ts";
import type { Evidence } from "#app/domain/compliance/evidence/evidence.ts";
import { addDays } from "#app/domain/kernel/iso-date.ts";
import { aControlPack, somePiece, today } from "#tests/builders/evidence.ts";
import { day } from "#tests/builders/obligations.ts";

const stateOf = (evidence: readonly Evidence[], systems: readonly string[] = []) => {
  const { state, because } = stateOfControl(evidence, systems, today);
  return `${state}: ${because}`;
};

test("missing, waiting, sent back, reviewed, ended: each with its reason", () => {
  expect(stateOf([])).toBe("missing: nothing-kept");
  expect(stateOf([somePiece({ validFrom: day("2026-12-01") })])).toBe("missing: begins-later");
  expect(stateOf([somePiece({ review: "waiting" })])).toBe("needs-judgement: not-reviewed");
  expect(stateOf([somePiece({ review: "sent-back" })])).toBe("needs-judgement: sent-back");
  expect(stateOf([somePiece()])).toBe("present: reviewed");
  expect(stateOf([somePiece({ expires: day("2026-11-21") })])).toBe("expired: past-its-end");
});

test("evidence counts on its first and on its last day", () => {
  expect(stateOf([somePiece({ validFrom: today })])).toBe("present: reviewed");
  expect(stateOf([somePiece({ expires: today })])).toBe("present: reviewed");
});

test("newer evidence that waits does not take reviewed evidence away, and replaces what has ended", () => {
  expect(stateOf([somePiece(), somePiece({ review: "waiting" })])).toBe("present: reviewed");
  expect(stateOf([somePiece({ expires: day("2026-01-31") }), somePiece({ review: "waiting" })])).toBe(
    "needs-judgement: not-reviewed",
  );
});

test("evidence about one system leaves the others open, by name", () => {
  const one = stateOfControl([somePiece({ system: "a" })], ["a", "b"], today);
  expect(one).toEqual({ state: "needs-judgement", because: "some-systems", lacking: ["b"] });
  expect(stateOf([somePiece({ system: "a" }), somePiece({ system: "b" })], ["a", "b"])).toBe("present: reviewed");
  expect(stateOf([somePiece({ system: "c" })], ["a"])).toBe("missing: nothing-kept");
  expect(stateOf([somePiece({ system: "a" })], [])).toBe("needs-judgement: some-systems");
});

const forDuty = (evidence: readonly Evidence[], id: string, systems: readonly string[] = []) => {
  const { state, because } = stateForDuty(
    evidence,
    { id, systems },
    relationOf(aControlPack(), "ai_inventory", id),
    today,
  );
  return `${state}: ${because}`;
};

test("a control that is only part of a duty, overlaps, or was never judged, needs a person", () => {
  expect(forDuty([somePiece()], "duty")).toBe("present: reviewed");
  expect(forDuty([somePiece()], "wider")).toBe("needs-judgement: relation-part");
  expect(forDuty([somePiece()], "beside")).toBe("needs-judgement: relation-overlaps");
  expect(forDuty([somePiece()], "unheard-of")).toBe("needs-judgement: relation-unknown");
});

test("the reviewer's word settles it, while the evidence counts, for the systems it is about", () => {
  expect(forDuty([somePiece({ serves: ["wider"] })], "wider")).toBe("present: reviewed");
  expect(forDuty([somePiece({ serves: ["wider"], review: "waiting" }), somePiece()], "wider")).toBe(
    "needs-judgement: relation-part",
  );
  expect(forDuty([somePiece({ serves: ["wider"], system: "a" }), somePiece()], "wider", ["a", "b"])).toBe(
    "needs-judgement: relation-part",
  );
  expect(forDuty([somePiece({ serves: ["wider"], expires: day("2026-02-01") })], "wider")).toBe(
    "expired: past-its-end",
  );
});

const someEvidence = fc.array(
  fc.record({
    system: fc.constantFrom(null, "a", "b"),
    validFrom: fc.integer({ min: -60, max: 60 }).map((days) => addDays(today, days)),
    expires: fc.option(fc.integer({ min: -60, max: 200 }).map((days) => addDays(today, days))),
    review: fc.constantFrom("waiting" as const, "accepted" as const, "sent-back" as const),
    serves: fc.subarray(["wider", "beside"]),
  }),
  { maxLength: 6 },
);
const built = someEvidence.map((pieces) => pieces.map((piece, at) => somePiece({ ...piece, id: String(at) })));
const someSystems = fc.subarray(["a", "b"]);

test("the order of evidence changes nothing", () => {
  fc.assert(
    fc.property(built, someSystems, (evidence, systems) => {
      expect(stateOfControl(evidence.toReversed(), systems, today)).toEqual(stateOfControl(evidence, systems, today));
    }),
  );
});

test("more reviewed evidence that counts never makes a state worse", () => {
  fc.assert(
    fc.property(built, someSystems, fc.constantFrom(null, "a", "b"), (evidence, systems, system) => {
      const before = stateOfControl(evidence, systems, today).state;
      const after = stateOfControl([...evidence, somePiece({ system })], systems, today).state;
      expect(worseOf(before, after)).toBe(before);
    }),
  );
});

test("a control is present only by evidence that a second person accepted and that counts on the day", () => {
  fc.assert(
    fc.property(built, someSystems, (evidence, systems) => {
      if (stateOfControl(evidence, systems, today).state !== "present") return;
      expect(
        evidence.some(
          ({ review, validFrom, expires }) =>
            review === "accepted" && validFrom <= today && (expires === null || today <= expires),
        ),
      ).toBe(true);
    }),
  );
});

test("without new evidence, what has expired stays expired", () => {
  fc.assert(
    fc.property(built, someSystems, fc.integer({ min: 1, max: 400 }), (evidence, systems, days) => {
      const past = evidence.filter(({ validFrom }) => validFrom <= today);
      if (stateOfControl(past, systems, today).state !== "expired") return;
      expect(stateOfControl(past, systems, addDays(today, days)).state).toBe("expired");
    }),
  );
});

test("for a duty the state is never better than that of the control for its systems", () => {
  fc.assert(
    fc.property(
      built,
      someSystems,
      fc.constantFrom("duty", "wider", "beside", "unheard-of"),
      (evidence, systems, id) => {
        const held = stateOfControl(evidence, systems, today).state;
        const relation = relationOf(aControlPack(), "ai_inventory", id);
        const shown = stateForDuty(evidence, { id, systems }, relation, today).state;
        expect(worseOf(shown, held)).toBe(shown);
      },
    ),
  );
});
