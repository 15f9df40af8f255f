import { expect, test } from "vitest";
import { dutyStories, writtenStories } from "#app/bench/compliance-cases.ts";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import type { Facts } from "#app/domain/compliance/facts.ts";
import type { Because, WouldChange } from "#app/domain/compliance/findings.ts";
import { judgeRule, subjectOf } from "#app/domain/compliance/judge-rule.ts";
import type { Rule } from "#app/domain/compliance/obligation-pack.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";
import { onlyNamed, withChanges } from "#tests/builders/changed-facts.ts";

type Explained = {
  readonly facts: Facts;
  readonly where: string;
  readonly rule: Rule;
  readonly answer: string;
  readonly because: readonly Because[];
  readonly wouldChange: readonly WouldChange[];
};

const rules = new Map(
  pack.instruments.flatMap(({ id, applies, obligations }) => [
    [id, applies] as const,
    ...obligations.map((obligation) => [obligation.id, obligation.applies] as const),
  ]),
);

/** Every answer that the engine gives about the organizations of the written cases, and of every twelfth duty case. */
const explained: readonly Explained[] = [
  ...writtenStories(),
  ...dutyStories(pack.asOf).filter((_, at) => at % 12 === 0),
].flatMap((story): Explained[] => {
  const facts = readFacts(story, pack.facts);
  if (!facts.ok) throw new Error(story.name);
  const found = assessCompliance(facts.value, pack, pack.asOf);
  const all = [
    ...found.instruments,
    ...found.obligations,
    ...found.notApplicable.map((one) => ({ ...one, applies: "no" })),
  ];
  return all.flatMap(({ id, applies, because, wouldChange }) => {
    const rule = rules.get(id);
    if (rule === undefined) throw new Error(id);
    if ("never" in rule) return [];
    return [{ facts: facts.value, where: `${id} in "${story.name}"`, rule, answer: applies, because, wouldChange }];
  });
});

function answerWith(rule: Rule, facts: Facts): string {
  return judgeRule(rule, subjectOf(facts)).answer;
}

const inventory = (because: readonly Because[]) => because.some(({ fact }) => fact === "systems");

test("a yes and a no are carried by the facts named alone", () => {
  const wrong = explained.filter(({ facts, rule, answer, because }) => {
    if (answer === "unknown" || inventory(because)) return false;
    return answerWith(rule, onlyNamed(facts, because)) !== answer;
  });
  expect(wrong.map(({ where }) => where)).toEqual([]);
});

test("an answer that hangs on the inventory changes with the inventory", () => {
  const wrong = explained.filter(({ facts, rule, answer, because }) => {
    if (!inventory(because)) return false;
    const without = answerWith(rule, { ...facts, systems: [] });
    return facts.systems === null ? answer !== "unknown" : without !== answer;
  });
  expect(wrong.map(({ where }) => where)).toEqual([]);
});

test("what would change an answer changes it, all together, and nothing of it could be left out", () => {
  const idle: string[] = [];
  const needless: string[] = [];
  for (const { facts, where, rule, answer, wouldChange } of explained) {
    const after = (changes: readonly WouldChange[]) => answerWith(rule, withChanges(facts, changes, pack.facts));
    const changed = after(wouldChange);
    if (answer === "yes" ? changed === "yes" : changed !== "yes") idle.push(where);
    else if (wouldChange.some((left) => after(wouldChange.filter((one) => one !== left)) === changed)) {
      needless.push(where);
    }
  }
  expect(idle).toEqual([]);
  expect(needless).toEqual([]);
});

test("an open answer names what is not answered, or answered too coarsely", () => {
  const wrong = explained.filter(({ answer, because }) => answer === "unknown" && because.length === 0);
  expect(wrong.map(({ where }) => where)).toEqual([]);
});

test("answers of every kind were looked at", () => {
  for (const wanted of ["yes", "no", "unknown"]) {
    expect(explained.filter(({ answer }) => answer === wanted).length).toBeGreaterThan(1000);
  }
});
