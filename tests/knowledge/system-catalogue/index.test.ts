import { expect, test } from "vitest";
import { findContradictions } from "#app/domain/compliance/contradictions.ts";
import { readFact } from "#app/domain/compliance/read-facts.ts";
import { factsOfData, findTemplate, searchCatalogue } from "#app/domain/compliance/system-template.ts";
import { findUnrecognised } from "#app/domain/compliance/unrecognised.ts";
import { riskClasses } from "#app/knowledge/obligations/classes.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";
import { systemCatalogue } from "#app/knowledge/system-catalogue/index.ts";

test("holds at least 80 tools, each with an id of its own", () => {
  const ids = systemCatalogue.systems.map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(80);
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

test("every tool is dated, says what to look at, and names only kinds of data that there are", () => {
  const kinds = systemCatalogue.dataKinds.map(({ id }) => id);
  for (const { id, asOf, data, check } of systemCatalogue.systems) {
    expect([id, asOf <= "2026-11-30", data.filter((kind) => !kinds.includes(kind)), check.length > 20]).toEqual([
      id,
      true,
      [],
      true,
    ]);
  }
  expect(factsOfData(systemCatalogue.dataKinds, ["internal", "sensitive"])).toEqual({
    "system.personal_data": true,
    "system.special_category_data": true,
  });
});

test("asks the tests of the exit only where a use is listed", () => {
  const asks = systemCatalogue.systems.filter(({ facts }) => "system.eu_art6_3_preparatory" in facts);
  const listed = new Set(riskClasses.annexIII.history.flatMap(({ value }) => value.points.flatMap(({ uses }) => uses)));
  const idle = asks.filter(({ facts }) => !(facts["system.uses"] as string[]).some((use) => listed.has(use)));
  expect(idle.map(({ id }) => id)).toEqual([]);
});

test.each([
  ["ChatGPT", "chatgpt"],
  ["chatgpt enterprise", "chatgpt"],
  ["OpenAI ChatGPT", "chatgpt"],
  ["  GitHub   Copilot ", "github-copilot"],
  ["Microsoft 365 Copilot", "microsoft-copilot"],
  ["DeepL", "deepl"],
  ["DeepL Write", "deepl-write"],
  ["HireVue", "hirevue"],
  ["Zendesk AI agents", "zendesk-ai"],
  ["Copilot", null],
  ["AI", null],
  ["", null],
  ["Our own thing", null],
])("takes %j for %j", (name, id) => {
  expect(findTemplate(systemCatalogue, name)?.id ?? null).toBe(id);
});

test("finds each tool by its own name", () => {
  const lost = systemCatalogue.systems.filter(
    ({ id, name, vendor }) => findTemplate(systemCatalogue, name, vendor)?.id !== id,
  );
  expect(lost.map(({ name }) => name)).toEqual(["ChatGPT (private or free accounts)"]);
});
