import { type FactValue, type FactValues, isSystemFact } from "./facts.ts";
import type { Answer } from "./findings.ts";
import type { Leaf, Rule } from "./obligation-pack.ts";
import { testLeaf } from "./test-leaf.ts";

/** What a rule is asked of: the organization, and one of its systems or, with null, a system of which nothing is known. */
export type View = { readonly org: FactValues; readonly system: FactValues | null };

/** A test that decided; `negated` when the rule asks for its opposite. */
export type Decisive = { readonly leaf: Leaf; readonly negated: boolean; readonly value: FactValue | null };

/** An answer needed to bring about another outcome. */
export type Needed = { readonly leaf: Leaf; readonly met: boolean };

/** What was found out about rules in one view: the tests that decide them as asked or negated, and what it takes to meet them or not. */
export type Memory = {
  readonly asked: Map<Rule, readonly Decisive[]>;
  readonly negated: Map<Rule, readonly Decisive[]>;
  readonly met: Map<Rule, readonly Needed[] | null>;
  readonly missed: Map<Rule, readonly Needed[] | null>;
};

/** Answers rules about one view, each equal rule once. Packs share equal rules as one object (see `share-rules.ts`). */
export type Evaluator = { readonly view: View; readonly memory: Memory; answer(rule: Rule): Answer };

/** Another evaluator, and the rules whose answers may be taken from it. */
export type Known = { readonly evaluator: Evaluator; covers(rule: Rule): boolean };

/**
 * An evaluator of one view. What another evaluator has answered already is taken from there: rules without a system fact
 * from the organization's, so that twenty systems do not test them twenty times.
 */
export function evaluatorOf(view: View, elsewhere: Known | null = null): Evaluator {
  return new RememberingEvaluator(view, elsewhere);
}

/** A class, since an assessment makes thousands of them: they share their functions. */
class RememberingEvaluator implements Evaluator {
  readonly view: View;
  readonly #elsewhere: Known | null;
  readonly #known = new Map<Rule, Answer>();
  #memory: Memory | null = null;

  constructor(view: View, elsewhere: Known | null) {
    this.view = view;
    this.#elsewhere = elsewhere;
  }

  /** Made when it is first asked for: most views are asked for answers only. */
  get memory(): Memory {
    this.#memory ??= { asked: new Map(), negated: new Map(), met: new Map(), missed: new Map() };
    return this.#memory;
  }

  answer(rule: Rule): Answer {
    if (this.#elsewhere?.covers(rule)) return this.#elsewhere.evaluator.answer(rule);
    const before = this.#known.get(rule);
    if (before !== undefined) return before;
    const found = this.#decide(rule);
    this.#known.set(rule, found);
    return found;
  }

  #decide(rule: Rule): Answer {
    if ("fact" in rule) {
      const facts = isSystemFact(rule.fact) ? this.view.system : this.view.org;
      return facts === null ? "unknown" : testLeaf(rule, facts);
    }
    if ("all" in rule) return this.#allOf(rule.all);
    if ("any" in rule) return this.#anyOf(rule.any);
    if ("not" in rule) return opposite(this.answer(rule.not));
    if ("is" in rule) return this.answer(rule.rule);
    return "always" in rule ? "yes" : "no";
  }

  #allOf(rules: readonly Rule[]): Answer {
    let open = false;
    for (const rule of rules) {
      const found = this.answer(rule);
      if (found === "no") return "no";
      if (found === "unknown") open = true;
    }
    return open ? "unknown" : "yes";
  }

  #anyOf(rules: readonly Rule[]): Answer {
    let open = false;
    for (const rule of rules) {
      const found = this.answer(rule);
      if (found === "yes") return "yes";
      if (found === "unknown") open = true;
    }
    return open ? "unknown" : "no";
  }
}

/**
 * The answer when there is no system at all: what asks for a system cannot be met, under a "not" either.
 * `wanted` is the truth that would make the whole rule apply at this place in it.
 */
export function answerWithoutSystems(rule: Rule, org: FactValues, wanted = true): Answer {
  if ("fact" in rule) {
    if (isSystemFact(rule.fact)) return wanted ? "no" : "yes";
    return testLeaf(rule, org);
  }
  if ("all" in rule) return allOf(rule.all, (part) => answerWithoutSystems(part, org, wanted));
  if ("any" in rule) return anyOf(rule.any, (part) => answerWithoutSystems(part, org, wanted));
  if ("not" in rule) return opposite(answerWithoutSystems(rule.not, org, !wanted));
  if ("is" in rule) return answerWithoutSystems(rule.rule, org, wanted);
  return "always" in rule ? "yes" : "no";
}

export function opposite(answer: Answer): Answer {
  if (answer === "unknown") return "unknown";
  return answer === "yes" ? "no" : "yes";
}

function allOf(rules: readonly Rule[], answer: (rule: Rule) => Answer): Answer {
  let open = false;
  for (const rule of rules) {
    const found = answer(rule);
    if (found === "no") return "no";
    if (found === "unknown") open = true;
  }
  return open ? "unknown" : "yes";
}

function anyOf(rules: readonly Rule[], answer: (rule: Rule) => Answer): Answer {
  let open = false;
  for (const rule of rules) {
    const found = answer(rule);
    if (found === "yes") return "yes";
    if (found === "unknown") open = true;
  }
  return open ? "unknown" : "no";
}

type FactsOfRule = { readonly names: ReadonlySet<string>; readonly system: boolean };

const factsByRule = new WeakMap<Rule, FactsOfRule>();

/** The names of the facts a rule asks for, and whether any of them is a system's. Remembered by rule. */
export function factsOf(rule: Rule): FactsOfRule {
  const before = factsByRule.get(rule);
  if (before !== undefined) return before;
  const names = new Set<string>();
  if ("fact" in rule) names.add(rule.fact);
  for (const part of partsOf(rule)) for (const name of factsOf(part).names) names.add(name);
  const found = { names, system: [...names].some(isSystemFact) };
  factsByRule.set(rule, found);
  return found;
}

/** The rules directly inside a rule; empty for a leaf and for the constants. */
export function partsOf(rule: Rule): readonly Rule[] {
  if ("all" in rule) return rule.all;
  if ("any" in rule) return rule.any;
  if ("not" in rule) return [rule.not];
  return "is" in rule ? [rule.rule] : [];
}
