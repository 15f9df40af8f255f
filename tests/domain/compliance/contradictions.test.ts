import { expect, test } from "vitest";
import { lawSideStories, writtenStories } from "#app/bench/compliance-cases.ts";
import { findContradictions } from "#app/domain/compliance/contradictions.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { findUnrecognised } from "#app/domain/compliance/unrecognised.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import { textOfCode } from "#app/strings/catalogue.ts";
import { complianceText } from "#app/strings/en/compliance.ts";
import { someFacts } from "#tests/builders/obligations.ts";

const kinds = (...facts: Parameters<typeof someFacts>) =>
  findContradictions(someFacts(...facts)).map(({ kind }) => kind);

test("what is not answered contradicts nothing", () => {
  expect(findContradictions({ org: {}, systems: null })).toEqual([]);
  expect(kinds({ headcount_in: { DE: 50 }, works_council_de: true }, [{ id: "a", profiling: true }])).toEqual([]);
});

test("a place inside another one that is counted, or written in two ways, is not counted twice", () => {
  expect(kinds({ headcount: 100, headcount_in: { US: 80, "US-IL": 60, DE: 20 } })).toEqual([]);
  expect(kinds({ headcount: 100, headcount_in: { US: 81, "US-IL": 60, DE: 20 } })).toHaveLength(1);
  expect(kinds({ headcount: 5, headcount_in: { DE: 5, "EU-DE": 5 } })).toEqual([]);
});

test("a country stands for its parts, and the parts for their country", () => {
  expect(kinds({ planned_mass_layoff_in: ["US-NY"], workers_in: ["US"] })).toEqual([]);
  expect(kinds({ works_council_de: true, workers_in: ["EU"] })).toEqual([]);
  expect(kinds({ planned_mass_layoff_in: ["US-NY"], workers_in: ["US-CA"] })).toHaveLength(1);
  expect(kinds({ worker_reps_es: true, workers_in: ["FR"], planned_collective_redundancy_eu: true })).toHaveLength(1);
});

test("each check finds what it is there for, and names the system", () => {
  expect(kinds({ headcount: 5, headcount_eu: 6, ccpa_business: false, ccpa_cyber_audit_scope: true }, [])).toHaveLength(
    2,
  );
  expect(kinds({ planned_mass_layoff_in: [], layoff_linked_to_technology: true }, [])).toHaveLength(1);
  const odd = { personal_data: false, biometric_data: true, is_ai: false, roles: ["gpai_provider"] };
  const more = { training_flops: 2e25, systemic_risk: false, deepfake_output: true, generates: ["text"] };
  const found = findContradictions(someFacts({}, [{ id: "good" }, { id: "odd", ...odd, ...more }]));
  expect(found.map(({ system }) => system)).toEqual(["odd", "odd", "odd", "odd"]);
});

test("answers that hang on a use or on another answer clash only when that is answered otherwise", () => {
  const live = { real_time_public_space: true, profiling_only_basis: true };
  expect(kinds({}, [{ id: "a", ...live }])).toEqual([]);
  expect(kinds({}, [{ id: "a", ...live, uses: ["biometric.remote_id", "crime_prediction"] }])).toEqual([]);
  expect(kinds({}, [{ id: "a", ...live, uses: ["crime_prediction"] }])).toEqual(["live-identification-without-use"]);
  expect(kinds({ ccpa_business: true, does_business_in: ["US"] }, [])).toEqual([]);
  expect(kinds({ headcount_eu: 60, headcount_in: { FR: 60, "US-CA": 900 }, workers_in: ["FR", "US"] }, [])).toEqual([]);
});

test("every check can find something, and has words for it", () => {
  const counts = {
    headcount: 5,
    headcount_in: { DE: 9 },
    headcount_eu: 6,
    workers_in: ["JP"],
    planned_mass_layoff_in: ["US-NY"],
  };
  const said = { works_council_de: true, worker_reps_es: true, planned_collective_redundancy_eu: true };
  const law = { ccpa_business: false, ccpa_cyber_audit_scope: true, public_body: true, private_public_services: true };
  const system = { is_ai: false, roles: ["gpai_provider"], profiling: true, personal_data: false, influence: "sole" };
  const more = { human_review: "meaningful", training_flops: 2e25, systemic_risk: false, deepfake_output: true };
  const leaves = { data_leaves_qc: true, personal_data: false, infers_protected_traits: true };
  const live = { bias_testing_with_special_data: true, real_time_public_space: true, profiling_only_basis: true };
  const found = [
    ...kinds({ ...counts, ...said, ...law }, [{ id: "a", ...system, ...more, generates: ["text"] }]),
    ...kinds({ planned_mass_layoff_in: [], layoff_linked_to_technology: true }, []),
    ...kinds({ ccpa_business: true, does_business_in: ["US-TX"], headcount_eu: 6, headcount_in: { FR: 7 } }, [
      { id: "b", ...leaves, ...live, uses: ["customer.chat"], biometric_data: false, special_category_data: false },
    ]),
  ];
  const words = found.map((kind) => textOfCode(complianceText, "en", `clash_${kind}`));
  expect(words.filter((text) => text === null)).toEqual([]);
  expect(new Set(found)).toEqual(
    new Set(Object.keys(complianceText).flatMap((key) => key.match(/^clash_(.*)/)?.[1] ?? [])),
  );
});

test("the written cases contradict themselves nowhere and use known codes", () => {
  for (const story of [...writtenStories(), ...lawSideStories()]) {
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
