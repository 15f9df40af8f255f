import { type Evaluator, type Needed, partsOf } from "./applies.ts";
import { neededFor, valueIn } from "./deciding.ts";
import { changesToFit, fitTogether } from "./fits-together.ts";
import type { Leaf, Rule } from "./obligation-pack.ts";

/**
 * The fewest answers that would have to be other than they are to make the rule come out `wanted`; null when no answers can.
 * Answers that contradict each other, or that would undo what is met already, do not count as a way.
 */
export function fewestChanges(rule: Rule, wanted: boolean, evaluator: Evaluator): readonly Needed[] | null {
  const simple = neededFor(rule, wanted, evaluator);
  return simple === null || simple.length === 0 || !testsFactsTwice(rule) ? simple : search(rule, wanted, evaluator);
}

type Goal = { readonly rule: Rule; readonly wanted: boolean; readonly next: Goal | null };

/** Goes through the ways to the wanted answer, those met already first, and leaves one as soon as it cannot be shorter. */
function search(rule: Rule, wanted: boolean, evaluator: Evaluator): readonly Needed[] | null {
  const chosen = new Map<string, readonly Needed[]>();
  let cost = 0;
  let best: readonly Needed[] | null = null;

  function reach(goal: Goal | null): void {
    if (best !== null && cost >= best.length) return;
    if (goal === null) {
      const found = [...chosen.values()].flatMap((tests) => changesIn(tests, evaluator));
      if (best === null || found.length < best.length) best = found;
      return;
    }
    const { rule, wanted, next } = goal;
    if ("fact" in rule) reachLeaf(rule, wanted, next);
    else if ("not" in rule) reach({ rule: rule.not, wanted: !wanted, next });
    else if ("is" in rule) reach({ rule: rule.rule, wanted, next });
    else if ("all" in rule || "any" in rule) reachParts(rule, wanted, next);
    else if ("always" in rule === wanted) reach(next);
  }

  function reachLeaf(leaf: Leaf, met: boolean, next: Goal | null): void {
    const before = chosen.get(leaf.fact) ?? [];
    if (before.some((one) => one.leaf === leaf && one.met === met)) {
      reach(next);
      return;
    }
    const after = [...before, { leaf, met }];
    if (!fitTogether(after)) return;
    // One change may serve several tests of a fact, so that a fact costs one change at least, however many of its tests fail.
    const failed = (tests: readonly Needed[]) => tests.some((test) => !isMet(test, evaluator));
    const price = failed(after) && !failed(before) ? 1 : 0;
    chosen.set(leaf.fact, after);
    cost += price;
    reach(next);
    cost -= price;
    chosen.set(leaf.fact, before);
  }

  function reachParts(rule: Rule, wanted: boolean, next: Goal | null): void {
    const parts = partsOf(rule);
    if ("all" in rule === wanted) {
      reach(parts.reduceRight<Goal | null>((goal, part) => ({ rule: part, wanted, next: goal }), next));
      return;
    }
    const met = (part: Rule) => evaluator.answer(part) === (wanted ? "yes" : "no");
    const others = parts.filter((part) => !met(part));
    for (const part of [...parts.filter(met), ...(wanted ? others : others.reverse())]) {
      reach({ rule: part, wanted, next });
    }
  }

  reach({ rule, wanted, next: null });
  return best;
}

function changesIn(tests: readonly Needed[], evaluator: Evaluator): Needed[] {
  const unmet = tests.filter((test) => !isMet(test, evaluator));
  const [first] = tests;
  return first === undefined ? [] : changesToFit(tests, valueIn(first.leaf, evaluator), unmet);
}

function isMet({ leaf, met }: Needed, evaluator: Evaluator): boolean {
  return evaluator.answer(leaf) === (met ? "yes" : "no");
}

/** Whether a fact is tested more than once; only then can one answer stand in the way of another, or serve two tests. */
function testsFactsTwice(rule: Rule): boolean {
  return testedTwice(rule).length > 0;
}

/** The lists that a rule tests more than once, each with its tests: of these it matters which members were answered. */
export function listsTestedTwice(rule: Rule): readonly (readonly Leaf[])[] {
  return testedTwice(rule).filter(([first]) => first?.op === "has_any" || first?.op === "touches");
}

const twice = new WeakMap<Rule, readonly (readonly Leaf[])[]>();

function testedTwice(rule: Rule): readonly (readonly Leaf[])[] {
  const before = twice.get(rule);
  if (before !== undefined) return before;
  const byFact = new Map<string, Leaf[]>();
  for (const test of testsOf(rule)) byFact.set(test.fact, [...(byFact.get(test.fact) ?? []), test]);
  const found = [...byFact.values()].filter((tests) => tests.length > 1);
  twice.set(rule, found);
  return found;
}

function testsOf(rule: Rule): Leaf[] {
  return "fact" in rule ? [rule] : partsOf(rule).flatMap(testsOf);
}
