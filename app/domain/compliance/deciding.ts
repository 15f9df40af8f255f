import type { Decisive, Evaluator, Needed } from "./applies.ts";
import type { FactValue } from "./facts.ts";
import { isSystemFact } from "./facts.ts";
import type { Answer, WouldChange } from "./findings.ts";
import type { Leaf, Rule } from "./obligation-pack.ts";
import { answerTo } from "./test-leaf.ts";

/**
 * The tests that decide a rule's answer: for *yes* those that met it, for *no* those that each rule it out,
 * for *unknown* those that are open. Of several ways to *yes* it names the one with the fewest tests.
 */
export function decidingTests(rule: Rule, evaluator: Evaluator, negated = false): readonly Decisive[] {
  const known = negated ? evaluator.memory.negated : evaluator.memory.asked;
  const before = known.get(rule);
  if (before !== undefined) return before;
  const found = findTests(rule, evaluator, negated);
  known.set(rule, found);
  return found;
}

function findTests(rule: Rule, evaluator: Evaluator, negated: boolean): readonly Decisive[] {
  const answer = evaluator.answer(rule);
  if ("fact" in rule) return [{ leaf: rule, negated, value: valueIn(rule, evaluator) }];
  if ("not" in rule) return decidingTests(rule.not, evaluator, !negated);
  if ("is" in rule) return decidingTests(rule.rule, evaluator, negated);
  if ("all" in rule) return several(rule.all, answer, "yes", evaluator, negated);
  if ("any" in rule) return several(rule.any, answer, "no", evaluator, negated);
  return [];
}

/** `whole` is the answer that needs every part: *yes* for all-of, *no* for any-of. */
function several(
  rules: readonly Rule[],
  answer: Answer,
  whole: Answer,
  evaluator: Evaluator,
  negated: boolean,
): readonly Decisive[] {
  const parts = rules.filter((part) => evaluator.answer(part) === answer);
  const decided = parts.map((part) => decidingTests(part, evaluator, negated));
  if (decided.length < 2 || (answer === "yes" && whole === "no")) return shortest(decided);
  return distinct(decided);
}

/** The answer given to what a test asks for, in the view of the evaluator. */
export function valueIn(leaf: Leaf, { view }: Evaluator): FactValue | null {
  if (!isSystemFact(leaf.fact)) return answerTo(leaf, view.org);
  return view.system === null ? null : answerTo(leaf, view.system);
}

/** Findings about one test in one view are one object, since they are remembered. */
function distinct<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const some = lists.filter((list) => list.length > 0);
  const [first = []] = some;
  return some.length < 2 ? first : [...new Set(some.flat())];
}

function shortest<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  let found = lists[0] ?? [];
  for (const list of lists) if (list.length < found.length) found = list;
  return found;
}

/**
 * The fewest answers that would have to be other than they are to make the rule come out `wanted`, as long as no answer stands
 * in the way of another (`fewest-changes.ts` looks after that); null when no answer can. Of equally few it takes the first way
 * into a rule and the last way out: rules begin with the general ("is it AI?") and end with the particular, which is what
 * somebody could change.
 */
export function neededFor(rule: Rule, wanted: boolean, evaluator: Evaluator): readonly Needed[] | null {
  const known = wanted ? evaluator.memory.met : evaluator.memory.missed;
  const before = known.get(rule);
  if (before !== undefined) return before;
  const found = findNeeds(rule, wanted, evaluator);
  known.set(rule, found);
  return found;
}

function findNeeds(rule: Rule, wanted: boolean, evaluator: Evaluator): readonly Needed[] | null {
  if (evaluator.answer(rule) === (wanted ? "yes" : "no")) return [];
  if ("fact" in rule) return [{ leaf: rule, met: wanted }];
  if ("not" in rule) return neededFor(rule.not, !wanted, evaluator);
  if ("is" in rule) return neededFor(rule.rule, wanted, evaluator);
  if (!("all" in rule) && !("any" in rule)) return null;
  const parts = "all" in rule ? rule.all : rule.any;
  const needs = parts.map((part) => neededFor(part, wanted, evaluator));
  if ("all" in rule === wanted) {
    if (needs.includes(null)) return null;
    return distinct(needs.map((need) => need ?? []));
  }
  const possible = needs.filter((need) => need !== null);
  if (possible.length === 0) return null;
  return shortest(wanted ? possible : possible.reverse());
}

/**
 * A test as it is reported: `change` says in words and as data what is asked for, `met` false when the rule asks for its opposite.
 * Equal tests have one name.
 */
export type Reported = { readonly name: string; readonly ofSystem: boolean; readonly change: WouldChange };

const reported = { met: new WeakMap<Leaf, Reported>(), not: new WeakMap<Leaf, Reported>() };

/** Tests are parts of packs and reported by the hundred in every assessment: each is put into words once. */
export function reportOf(leaf: Leaf, met: boolean): Reported {
  const known = met ? reported.met : reported.not;
  const before = known.get(leaf);
  if (before !== undefined) return before;
  const words = met ? affirmed(leaf) : `not: ${affirmed(leaf)}`;
  const { fact, op, value } = leaf;
  const change = { fact, to: words, asked: { op, value, met } };
  const found = { name: `${fact} ${words}`, ofSystem: isSystemFact(fact), change };
  known.set(leaf, found);
  return found;
}

function affirmed(leaf: Leaf): string {
  switch (leaf.op) {
    case "eq":
      return leaf.value === true ? "yes" : leaf.value === false ? "no" : leaf.value;
    case "in":
      return `one of ${leaf.value.join(", ")}`;
    case "has_any":
      return leaf.value.length === 1 ? `includes ${leaf.value[0]}` : `includes one of ${leaf.value.join(", ")}`;
    case "touches":
      return `in ${leaf.value.join(" or ")}`;
    case "before":
      return `before ${leaf.value}`;
    case "gte":
      return `at least ${leaf.value}`;
    case "gt":
      return `more than ${leaf.value}`;
  }
}
