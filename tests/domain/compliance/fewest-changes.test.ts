import fc from "fast-check";
import { expect, test } from "vitest";
import { type Evaluator, evaluatorOf } from "#app/domain/compliance/applies.ts";
import type { FactDefinition, FactValue } from "#app/domain/compliance/facts.ts";
import { fewestChanges } from "#app/domain/compliance/fewest-changes.ts";
import type { Rule } from "#app/domain/compliance/obligation-pack.ts";
import { withChanges } from "#tests/builders/changed-facts.ts";

const asked = { question: "What?", why: "Because.", label: "fact" };
const definitions: readonly FactDefinition[] = [
  { ...asked, id: "org.uses", kind: "list" },
  {
    ...asked,
    id: "org.influence",
    kind: "choice",
    options: ["none", "some", "all"].map((value) => ({ value, label: value })),
  },
  { ...asked, id: "org.headcount", kind: "number" },
  { ...asked, id: "org.public", kind: "yes-no" },
];

const leaves: readonly Rule[] = [
  { fact: "org.uses", op: "has_any", value: ["a", "b"] },
  { fact: "org.uses", op: "has_any", value: ["b", "c"] },
  { fact: "org.uses", op: "has_any", value: ["c"] },
  { fact: "org.influence", op: "in", value: ["some", "all"] },
  { fact: "org.influence", op: "eq", value: "all" },
  { fact: "org.headcount", op: "gte", value: 15 },
  { fact: "org.headcount", op: "gte", value: 20 },
  { fact: "org.public", op: "eq", value: true },
];

const { rule: rules } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...leaves),
    fc.record({ not: tie("rule") }),
    fc.record({ all: fc.array(tie("rule"), { minLength: 2, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("rule"), { minLength: 2, maxLength: 3 }) }),
  ),
}));

const answers = {
  "org.uses": [[], ["a"], ["b"], ["c"], ["a", "b"], ["a", "c"], ["b", "c"], ["a", "b", "c"]],
  "org.influence": ["none", "some", "all"],
  "org.headcount": [0, 15, 20],
  "org.public": [true, false],
} satisfies Record<string, readonly FactValue[]>;

const organizations = fc.record(
  {
    "org.uses": fc.constantFrom(...answers["org.uses"]),
    "org.influence": fc.constantFrom(...answers["org.influence"]),
    "org.headcount": fc.constantFrom(...answers["org.headcount"]),
    "org.public": fc.constantFrom(...answers["org.public"]),
  },
  { requiredKeys: [] },
);

function everyOrganization(): Record<string, FactValue>[] {
  return Object.entries(answers).reduce<Record<string, FactValue>[]>(
    (all, [fact, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [fact]: value }))),
    [{}],
  );
}

const evaluator = (org: Readonly<Record<string, FactValue>>): Evaluator => evaluatorOf({ org, system: null });

test("changes that are named bring the answer about, and none are named only where no answers could", () => {
  const all = everyOrganization().map(evaluator);
  fc.assert(
    fc.property(rules, organizations, fc.boolean(), (rule, org, wanted) => {
      const aim = wanted ? "yes" : "no";
      const found = fewestChanges(rule, wanted, evaluator(org));
      expect(found !== null).toBe(all.some((one) => one.answer(rule) === aim));
      if (found === null) return;
      const changes = found.map(({ leaf, met }) => ({
        fact: leaf.fact,
        asked: { op: leaf.op, value: leaf.value, met },
      }));
      const after = withChanges({ org, systems: [] }, changes, definitions);
      expect(evaluatorOf({ org: after.org, system: null }).answer(rule)).toBe(aim);
    }),
    { numRuns: 500 },
  );
});

test("nothing is named where nothing has to change, and never less than has to", () => {
  const all = everyOrganization();
  fc.assert(
    fc.property(rules, fc.constantFrom(...all), (rule, org) => {
      const found = fewestChanges(rule, true, evaluator(org));
      if (found === null) return;
      const others = all.filter((one) => evaluator(one).answer(rule) === "yes");
      const differing = others.map((one) => Object.keys(org).filter((fact) => org[fact] !== one[fact]).length);
      expect(found.length).toBeGreaterThanOrEqual(Math.min(...differing));
      expect(found.length === 0).toBe(differing.includes(0));
    }),
    { numRuns: 200 },
  );
});

test("a way that contradicts itself is passed over for a longer one", () => {
  const inKorea: Rule = { fact: "org.workers_in", op: "touches", value: ["KR"] };
  const soldInKorea: Rule = { fact: "org.does_business_in", op: "touches", value: ["KR"] };
  const rule: Rule = { all: [{ any: [inKorea, soldInKorea] }, { not: inKorea }] };
  expect(fewestChanges(rule, true, evaluator({ "org.workers_in": ["FR"] }))).toEqual([
    { leaf: soldInKorea, met: true },
  ]);
  expect(fewestChanges({ all: [inKorea, { not: inKorea }] }, true, evaluator({}))).toBeNull();
});

test("one answer that serves two tests is named once, as what both accept", () => {
  const [ab, bc] = leaves;
  if (ab === undefined || bc === undefined) throw new Error("no leaves");
  const b = { fact: "org.uses", op: "has_any", value: ["b"] };
  expect(fewestChanges({ all: [ab, bc] }, true, evaluator({ "org.uses": [] }))).toEqual([{ leaf: b, met: true }]);
});
