import { expect, test } from "vitest";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import { assessFacts, hashOfFacts } from "#app/services/compliance/assess-facts.ts";
import { day, someFacts } from "#tests/builders/obligations.ts";

test("facts are equal whatever the order of answers and systems and whatever ids a copy gave them", () => {
  const facts = someFacts({ headcount: 80, public_body: false }, [
    { id: "a", is_ai: true },
    { id: "b", is_ai: false },
  ]);
  const copied = someFacts({ public_body: false, headcount: 80 }, [
    { id: "x", is_ai: false },
    { id: "y", is_ai: true },
  ]);
  expect(hashOfFacts(copied)).toBe(hashOfFacts(facts));
  expect(hashOfFacts(someFacts({ headcount: 81, public_body: false }, []))).not.toBe(hashOfFacts(facts));
  expect(hashOfFacts(someFacts({}, null))).not.toBe(hashOfFacts(someFacts({}, [])));
});

test("what is remembered is never told to an organization whose systems have other ids, nor for another day", () => {
  const asOf = day("2026-11-22");
  const assess = (id: string, on = asOf) =>
    assessFacts(
      someFacts({ established_in: ["DE"] }, [{ id, is_ai: true, used_in: ["DE"], roles: ["deployer"] }]),
      pack,
      on,
    );
  const literacy = (id: string) => assess(id).obligations.find((duty) => duty.id === "eu-ai-act.art4")?.systems;
  expect([literacy("mine"), literacy("yours"), literacy("mine")]).toEqual([["mine"], ["yours"], ["mine"]]);
  expect(assess("mine")).toBe(assess("mine"));
  expect(assess("mine", day("2027-12-02")).asOf).toBe("2027-12-02");
});

test("two systems of one name are not taken for each other when their answers change places", () => {
  const assess = (isOne: boolean) => {
    const { org, systems } = someFacts({ established_in: ["DE"] }, [
      { id: "one", is_ai: isOne, used_in: ["DE"], roles: ["deployer"] },
      { id: "two", is_ai: !isOne, used_in: ["DE"], roles: ["deployer"] },
    ]);
    const named = systems?.map((system) => ({ ...system, name: "Assistant" })) ?? null;
    const { obligations } = assessFacts({ org, systems: named }, pack, day("2026-11-22"));
    return obligations.find(({ id }) => id === "eu-ai-act.art4")?.systems;
  };
  expect([assess(true), assess(false)]).toEqual([["one"], ["two"]]);
});
