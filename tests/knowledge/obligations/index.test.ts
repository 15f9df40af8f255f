import { expect, test } from "vitest";
import { partsOf } from "#app/domain/compliance/applies.ts";
import type { Leaf, Rule } from "#app/domain/compliance/obligation-pack.ts";
import { dutyOn } from "#app/domain/compliance/state-of-duty.ts";
import { askedFact } from "#app/domain/compliance/test-leaf.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import { packFiles } from "#app/knowledge/obligations/pack-files.ts";

const duties = pack.instruments.flatMap(({ obligations }) => obligations);
const rules = [
  ...pack.instruments.map(({ applies }) => applies),
  ...duties.flatMap(({ applies, dates = [] }) => [applies, ...dates.map(({ rule }) => rule)]),
];

function leavesOf(rule: Rule): Leaf[] {
  return "fact" in rule ? [rule] : partsOf(rule).flatMap(leavesOf);
}

test("holds the 90 instruments and 354 duties, each with an id of its own", () => {
  const ids = [...pack.instruments, ...duties].map(({ id }) => id);
  expect([pack.instruments.length, duties.length]).toEqual([90, 354]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(packFiles).sort()).toEqual(pack.instruments.map(({ id }) => `${id}.json`).sort());
});

test("every rule asks for a fact of the vocabulary, in a way its kind allows, and every fact is asked for", () => {
  const kinds = new Map(pack.facts.map(({ id, kind }) => [id, kind]));
  const allowed = {
    touches: ["places"],
    has_any: ["list"],
    in: ["choice"],
    eq: ["yes-no", "choice"],
    gte: ["number", "number-by-place"],
    gt: ["number"],
    before: ["date"],
  };
  const leaves = rules.flatMap(leavesOf);
  const wrong = leaves.filter(
    (leaf) => !allowed[leaf.op].includes(kinds.get(askedFact(leaf).fact) ?? "(unknown fact)"),
  );
  expect(wrong).toEqual([]);
  const asked = new Set(leaves.map((leaf) => askedFact(leaf).fact));
  expect(pack.facts.map(({ id }) => id).filter((id) => !asked.has(id))).toEqual([]);
});

test("every code that a rule names is an option of its fact", () => {
  const options = new Map(pack.facts.map(({ id, options }) => [id, options?.map(({ value }) => value)]));
  const missing = rules.flatMap(leavesOf).flatMap(({ fact, value }) => {
    const known = options.get(fact);
    return known === undefined || typeof value === "boolean"
      ? []
      : [value].flat().filter((one) => !known.includes(String(one)));
  });
  expect(missing).toEqual([]);
});

test("every entry is cited, histories are in order, and only open dates are marked so", () => {
  for (const { id, history } of [...pack.instruments, ...duties]) {
    const days = history.map(({ from }) => from ?? "");
    expect([id, days]).toEqual([id, [...days].sort()]);
    expect([id, history.every(({ cite }) => cite.length > 0)]).toEqual([id, true]);
  }
  expect(duties.filter(({ dateOpen }) => dateOpen).map(({ id }) => id)).toEqual(["au-nsw.21a", "au-nsw.access"]);
});

test("every duty names controls that exist, and every control is asked for", () => {
  const asked = new Set(duties.flatMap((duty) => dutyOn(duty, pack.asOf).controls));
  expect([...asked].sort()).toEqual(pack.controls.map(({ id }) => id).sort());
});

test("nothing in the packs or the vocabulary claims to be verified", () => {
  expect(JSON.stringify(pack)).not.toMatch(/verified/i);
});

test("the literacy duty keeps its former wording in its history", () => {
  const literacy = duties.find(({ id }) => id === "eu-ai-act.art4");
  expect(literacy?.history.map(({ from }) => from)).toEqual(["2025-02-02", "2026-07-27"]);
});
