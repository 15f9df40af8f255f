import { expect, test } from "vitest";
import type { FactDefinition } from "#app/domain/compliance/facts.ts";
import { countedPlaces, placeOptions } from "#app/domain/compliance/place-options.ts";
import { readAnswer, type TypedAnswer } from "#app/domain/compliance/read-answer.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";

function read(id: string, typed: TypedAnswer) {
  const definition = pack.facts.find((one) => one.id === id) as FactDefinition;
  const answer = readAnswer(definition, typed);
  return answer.ok ? answer.value : "refused";
}

test("reads what people type, and takes nothing typed for not answered", () => {
  expect(read("org.public_body", "no")).toBe(false);
  expect(read("org.public_body", "")).toBeNull();
  expect(read("org.public_body", "perhaps")).toBe("refused");
  expect(read("org.headcount", " 1 200 ")).toBe(1200);
  expect(read("org.headcount", "1,200")).toBe(1200);
  expect(read("org.headcount", "lots")).toBe("refused");
  expect(read("system.first_placed", "2025-03")).toBe("2025-03");
  expect(read("system.first_placed", "March")).toBe("refused");
  expect(read("system.influence", "sole")).toBe("sole");
});

test("a list that was sent empty means none, places are read in any spelling", () => {
  expect(read("system.uses", [])).toEqual([]);
  expect(read("system.uses", undefined)).toEqual([]);
  expect(read("org.workers_in", ["EU-FR", "uk", "", "us-oh"])).toEqual(["EU-FR", "GB", "US-OH"]);
  expect(read("org.workers_in", "DE, AT")).toEqual(["EU-DE", "EU-AT"]);
  expect(read("org.headcount_in", { DE: "12", "CA-ON": "" })).toEqual({ "EU-DE": 12 });
  expect(read("org.headcount_in", { DE: "", "CA-ON": "" })).toBeNull();
  expect(read("org.headcount_in", { DE: "-1" })).toBe("refused");
});

test("offers the finest places that rules name, an elsewhere for each divided area, and what was answered", () => {
  const options = placeOptions(pack, ["AT"]);
  expect(options).toEqual(
    expect.arrayContaining(["EU-DE", "EU-ELSEWHERE", "US-IL", "US-NY-NYC", "US-NY-ELSEWHERE", "EU-AT"]),
  );
  expect(options).not.toContain("EU");
  expect(options).not.toContain("US-NY");
  expect(countedPlaces(pack)).toEqual(["CA-ON", "EU-FR", "EU-NL", "SG"]);
});
