import { expect, test } from "vitest";
import { writtenStories } from "#app/bench/compliance-cases.ts";
import { findContradictions } from "#app/domain/compliance/contradictions.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { findUnrecognised } from "#app/domain/compliance/unrecognised.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import { someFacts } from "#tests/builders/obligations.ts";

const messages = (...facts: Parameters<typeof someFacts>) =>
  findContradictions(someFacts(...facts)).map(({ message }) => message);

test("what is not answered contradicts nothing", () => {
  expect(findContradictions({ org: {}, systems: null })).toEqual([]);
  expect(messages({ headcount_in: { DE: 50 }, works_council_de: true }, [{ id: "a", profiling: true }])).toEqual([]);
});

test("a place inside another one that is counted is not counted twice", () => {
  expect(messages({ headcount: 100, headcount_in: { US: 80, "US-IL": 60, DE: 20 } })).toEqual([]);
  expect(messages({ headcount: 100, headcount_in: { US: 81, "US-IL": 60, DE: 20 } })).toHaveLength(1);
});

test("a country stands for its parts, and the parts for their country", () => {
  expect(messages({ planned_mass_layoff_in: ["US-NY"], workers_in: ["US"] })).toEqual([]);
  expect(messages({ works_council_de: true, workers_in: ["EU"] })).toEqual([]);
  expect(messages({ planned_mass_layoff_in: ["US-NY"], workers_in: ["US-CA"] })).toHaveLength(1);
  expect(messages({ worker_reps_es: true, workers_in: ["FR"], planned_collective_redundancy_eu: true })).toHaveLength(
    1,
  );
});

test("each check finds what it is there for, and names the system", () => {
  expect(
    messages({ headcount: 5, headcount_eu: 6, ccpa_business: false, ccpa_cyber_audit_scope: true }, []),
  ).toHaveLength(2);
  expect(messages({ planned_mass_layoff_in: [], layoff_linked_to_technology: true }, [])).toHaveLength(1);
  const odd = { personal_data: false, biometric_data: true, is_ai: false, roles: ["gpai_provider"] };
  const more = { training_flops: 2e25, systemic_risk: false, deepfake_output: true, generates: ["text"] };
  const found = findContradictions(someFacts({}, [{ id: "good" }, { id: "odd", ...odd, ...more }]));
  expect(found.map(({ system }) => system)).toEqual(["odd", "odd", "odd", "odd"]);
});

test("the written cases contradict themselves nowhere and use known codes", () => {
  for (const story of writtenStories()) {
    const facts = readFacts(story, pack.facts);
    if (!facts.ok) throw new Error(story.name);
    expect([story.name, findContradictions(facts.value), findUnrecognised(facts.value, pack.facts)]).toEqual([
      story.name,
      [],
      [],
    ]);
  }
});

test("places are known by their form, whatever their case", () => {
  const unknown = (places: string[]) =>
    findUnrecognised(someFacts({ workers_in: places }), pack.facts).map(({ value }) => value);
  expect(unknown(["de", "UK", "EU-DE", "us_ny_nyc", "NYC", "CA-ELSEWHERE", "NZ"])).toEqual([]);
  expect(unknown(["Germany", "New York", "DEU"])).toEqual(["Germany", "New York", "DEU"]);
});
