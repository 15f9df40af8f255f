import { expect, test } from "vitest";
import { lawSideStories } from "#app/bench/compliance-cases.ts";
import { type Explanation, explain } from "#app/domain/compliance/explain.ts";
import type { Answer } from "#app/domain/compliance/findings.ts";
import { subjectOf } from "#app/domain/compliance/judge-rule.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { testLeaf } from "#app/domain/compliance/test-leaf.ts";
import { obligations as pack } from "#app/knowledge/obligations/index.ts";

const views = lawSideStories().flatMap((story) => {
  const facts = readFacts(story, pack.facts);
  if (!facts.ok) throw new Error(story.name);
  const { organization, systems } = subjectOf(facts.value);
  return [organization, ...(systems ?? [])].map(({ evaluator }) => evaluator);
});
const rules = pack.instruments.flatMap(({ applies, obligations }) => [
  applies,
  ...obligations.flatMap((one) => [one.applies, ...(one.dates ?? []).map(({ rule }) => rule)]),
]);

/** The answer of a tree found from its tests alone, by the rules of three values. */
function follow(tree: Explanation): Answer {
  if (tree.kind === "constant") return tree.answer;
  if (tree.kind === "test")
    return testLeaf(tree.leaf, { [tree.leaf.fact.split(".").slice(0, 2).join(".")]: tree.value });
  const answers = tree.parts.map(follow);
  const [decisive, otherwise]: [Answer, Answer] = tree.kind === "any" ? ["yes", "no"] : ["no", "yes"];
  const joined = answers.includes(decisive) ? decisive : answers.includes("unknown") ? "unknown" : otherwise;
  if (tree.kind !== "not" || joined === "unknown") return joined;
  return joined === "yes" ? "no" : "yes";
}

function nodesOf(tree: Explanation): Explanation[] {
  return "parts" in tree ? [tree, ...tree.parts.flatMap(nodesOf)] : [tree];
}

test("every tree can be followed from its tests to its answer, in each of its parts", () => {
  const answers = new Set<Answer>();
  let wrong = 0;
  for (const evaluator of views) {
    for (const rule of new Set(rules)) {
      const tree = explain(rule, evaluator);
      answers.add(tree.answer);
      if (tree.answer !== evaluator.answer(rule) || nodesOf(tree).some((node) => follow(node) !== node.answer))
        wrong += 1;
    }
  }
  expect(wrong).toBe(0);
  expect([...answers].sort()).toEqual(["no", "unknown", "yes"]);
  expect(views.length * new Set(rules).size).toBeGreaterThan(10_000);
});
