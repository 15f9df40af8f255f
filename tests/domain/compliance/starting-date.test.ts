import { expect, test } from "vitest";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import type { Obligation, Rule } from "#app/domain/compliance/obligation-pack.ts";
import { stateOfDuty, statusOn } from "#app/domain/compliance/state-of-duty.ts";
import { anInstrument, anObligation, anObligationPack, day, someFacts } from "#tests/builders/obligations.ts";

const isAi: Rule = { fact: "system.is_ai", op: "eq", value: true };
const old: Rule = { fact: "system.first_placed", op: "before", value: day("2026-01-01") };
const publicBody: Rule = { fact: "org.public_body", op: "eq", value: true };

const duty: Obligation = anObligation(isAi, {
  dates: [
    { when: "old system of a public body", rule: { all: [old, publicBody] }, date: day("2030-01-01") },
    { when: "otherwise", rule: { always: true }, date: day("2027-01-01") },
  ],
});

function find(facts: ReturnType<typeof someFacts>) {
  const pack = anObligationPack([anInstrument([duty])]);
  return assessCompliance(facts, pack, day("2026-11-22"));
}

test("takes the date of the first rule that is met", () => {
  const [finding] = find(
    someFacts({ public_body: true }, [{ id: "a", is_ai: true, first_placed: "2020" }]),
  ).obligations;
  expect(finding).toMatchObject({ appliesFrom: "2030-01-01", state: "upcoming", earliestPossible: false });
});

test("shows the earliest possible date while an answer is missing, says so, and asks", () => {
  const found = find(someFacts({}, [{ id: "a", is_ai: true, first_placed: "2020" }]));
  expect(found.obligations[0]).toMatchObject({ appliesFrom: "2027-01-01", earliestPossible: true });
  expect(found.questions).toEqual([expect.objectContaining({ fact: "org.public_body", decides: 0, decidesDates: 1 })]);
});

test("names the facts that chose the date: those that met a rule, those that met none, and those that are open", () => {
  const named = (facts: ReturnType<typeof someFacts>) =>
    find(facts).obligations[0]?.dateBecause?.map(({ fact, value, rule, systems = [] }) => ({
      fact,
      value,
      rule,
      systems,
    }));
  const [a, b] = [
    { id: "a", is_ai: true, first_placed: "2020" },
    { id: "b", is_ai: true, first_placed: "2026-05" },
  ];
  const asOld = { fact: "system.first_placed", value: "2020", rule: "before 2026-01-01" };
  const asPublic = { fact: "org.public_body", rule: "yes", systems: [] };
  expect(named(someFacts({ public_body: true }, [a]))).toEqual([
    { ...asPublic, value: true },
    { ...asOld, systems: ["a"] },
  ]);
  expect(named(someFacts({ public_body: false }, [a]))).toEqual([{ ...asPublic, value: false }]);
  expect(named(someFacts({}, [a]))).toEqual([{ ...asPublic, value: null }]);
  expect(named(someFacts({ public_body: true }, [b]))).toEqual([{ ...asOld, value: "2026-05", systems: ["b"] }]);
});

test("keeps each system's own date beside the earliest", () => {
  const found = find(
    someFacts({ public_body: true }, [
      { id: "old", is_ai: true, first_placed: "2020" },
      { id: "new", is_ai: true, first_placed: "2026-05" },
    ]),
  );
  expect(found.obligations[0]?.appliesFrom).toBe("2027-01-01");
  expect(found.obligations[0]?.perSystem.map(({ system, appliesFrom }) => [system, appliesFrom])).toEqual([
    ["old", "2030-01-01"],
    ["new", "2027-01-01"],
  ]);
});

test("a duty without a date is in force, unless its date is open", () => {
  const asOf = day("2026-11-22");
  expect(stateOfDuty("legal_duty", "in_force", null, false, asOf)).toBe("in_force");
  expect(stateOfDuty("legal_duty", "future", null, true, asOf)).toBe("upcoming");
  expect(stateOfDuty("legal_duty", "stayed", day("2020-01-01"), false, asOf)).toBe("stayed");
  expect(stateOfDuty("watch", "stayed", null, false, asOf)).toBe("watch");
  expect(stateOfDuty("voluntary", "in_force", day("2030-01-01"), false, asOf)).toBe("voluntary");
  expect(stateOfDuty("prohibition", "phased", asOf, false, asOf)).toBe("in_force");
});

test("a future law is in force once its day has come, and a law in force was future before", () => {
  const [entry] = anInstrument([]).history;
  if (entry === undefined) throw new Error("no entry");
  const future = anInstrument([], {
    inForceFrom: day("2027-01-01"),
    history: [{ ...entry, value: { ...entry.value, status: "future" } }],
  });
  expect(statusOn(future, day("2026-12-31"))).toBe("future");
  expect(statusOn(future, day("2027-01-01"))).toBe("in_force");
  expect(statusOn(anInstrument([]), day("2019-12-31"))).toBe("future");
});
