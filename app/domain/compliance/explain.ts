import type { Evaluator } from "./applies.ts";
import { type FactValue, isSystemFact } from "./facts.ts";
import type { Answer } from "./findings.ts";
import type { Leaf, Rule } from "./obligation-pack.ts";
import { answerTo } from "./test-leaf.ts";

/** A rule with the answer of each of its parts, for people to read. A named rule carries its meaning. */
export type Explanation = {
  readonly answer: Answer;
} & (
  | { readonly kind: "test"; readonly leaf: Leaf; readonly value: FactValue | null }
  | { readonly kind: "all" | "any" | "not"; readonly parts: readonly Explanation[] }
  | { readonly kind: "named"; readonly meaning: string; readonly parts: readonly Explanation[] }
  | { readonly kind: "constant" }
);

export function explain(rule: Rule, evaluator: Evaluator): Explanation {
  const answer = evaluator.answer(rule);
  const each = (rules: readonly Rule[]) => rules.map((part) => explain(part, evaluator));
  if ("fact" in rule) {
    const { org, system } = evaluator.view;
    return { kind: "test", answer, leaf: rule, value: answerTo(rule, isSystemFact(rule.fact) ? (system ?? {}) : org) };
  }
  if ("all" in rule) return { kind: "all", answer, parts: each(rule.all) };
  if ("any" in rule) return { kind: "any", answer, parts: each(rule.any) };
  if ("not" in rule) return { kind: "not", answer, parts: each([rule.not]) };
  if ("is" in rule) return { kind: "named", answer, meaning: rule.meaning, parts: each([rule.rule]) };
  return { kind: "constant", answer };
}
