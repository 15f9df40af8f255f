import { expect, test } from "vitest";
import { findContradictions } from "#app/domain/compliance/contradictions.ts";
import { readFact } from "#app/domain/compliance/read-facts.ts";
import { searchCatalogue } from "#app/domain/compliance/system-template.ts";
import { findUnrecognised } from "#app/domain/compliance/unrecognised.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";
import { systemCatalogue } from "#app/knowledge/system-catalogue/index.ts";

test("holds at least 60 tools, each with an id of its own", () => {
  const ids = systemCatalogue.systems.map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(60);
  expect(new Set(ids).size).toBe(ids.length);
});

test("prefills only facts of the vocabulary, with answers their kind allows", () => {
  const definitions = new Map(obligations.facts.map((definition) => [definition.id, definition]));
  for (const { id, facts } of systemCatalogue.systems) {
    for (const [fact, value] of Object.entries(facts)) {
      const definition = definitions.get(fact);
      expect([id, fact, definition !== undefined && readFact(value, definition).ok]).toEqual([id, fact, true]);
      const known = definition?.options?.map((option) => option.value);
      if (known && Array.isArray(value)) expect([id, value.filter((one) => !known.includes(one))]).toEqual([id, []]);
    }
  }
});

test("contradicts itself nowhere", () => {
  for (const { id, facts } of systemCatalogue.systems) {
    const system = { org: {}, systems: [{ id, facts }] };
    expect([id, findContradictions(system), findUnrecognised(system, obligations.facts)]).toEqual([id, [], []]);
  }
});

test("leaves open what depends on the organization", () => {
  const own = ["system.used_in", "system.people_affected_in", "system.first_placed", "system.human_review"];
  for (const { facts } of systemCatalogue.systems) expect(Object.keys(facts)).not.toEqual(expect.arrayContaining(own));
});

test("finds a tool by any words of its name, vendor, kind or purpose", () => {
  expect(searchCatalogue(systemCatalogue, "hiring video").map(({ id }) => id)).toEqual(["hirevue"]);
  expect(searchCatalogue(systemCatalogue, "  ")).toHaveLength(systemCatalogue.systems.length);
  expect(searchCatalogue(systemCatalogue, "no such tool")).toEqual([]);
});
