import type { Evaluator } from "./applies.ts";
import { decidingTests, type Needed, neededFor, testInWords } from "./deciding.ts";
import { isSystemFact } from "./facts.ts";
import { fewestChanges } from "./fewest-changes.ts";
import type { Because, WouldChange } from "./findings.ts";
import type { Rule } from "./obligation-pack.ts";

/** One system, or with a null id the organization, as the evaluator sees it. */
export type Seen = { readonly id: string | null; readonly evaluator: Evaluator };

/**
 * The facts that decided a rule over all the views given, the organization's first. Equal tests with equal values
 * are named once, with every system they hold for.
 */
export function becauseOf(rule: Rule, seen: readonly Seen[]): Because[] {
  const found = new Map<string, Because>();
  for (const { id, evaluator } of seen) {
    for (const { leaf, negated, value } of decidingTests(rule, evaluator)) {
      const words = testInWords(leaf, !negated);
      merge(found, `${leaf.fact} ${words} ${JSON.stringify(value)}`, id, {
        fact: leaf.fact,
        value,
        rule: words,
        asked: { op: leaf.op, value: leaf.value, met: !negated },
      });
    }
  }
  return organizationFirst(found);
}

/** The facts that decided several rules, each in views of its own; equal ones once. */
export function becauseOfAll(decided: readonly { readonly rule: Rule; readonly seen: Seen }[]): Because[] {
  const found = new Map<string, Because>();
  for (const { rule, seen } of decided) {
    for (const because of becauseOf(rule, [seen])) {
      merge(found, `${because.fact} ${because.rule} ${JSON.stringify(because.value)}`, seen.id, because);
    }
  }
  return organizationFirst(found);
}

/** The answers that would have to be other than they are to bring about `wanted` in every view given. */
export function wouldChangeTo(rule: Rule, wanted: boolean, seen: readonly Seen[]): WouldChange[] {
  const found = new Map<string, WouldChange>();
  for (const { id, evaluator } of seen) {
    for (const { leaf, met } of fewestChanges(rule, wanted, evaluator) ?? []) {
      const to = testInWords(leaf, met);
      merge(found, `${leaf.fact} ${to}`, id, { fact: leaf.fact, to, asked: { op: leaf.op, value: leaf.value, met } });
    }
  }
  return organizationFirst(found);
}

/** The view in which the fewest answers stand in the way of `wanted`. Looks closely only where a view could be the nearest. */
export function nearest(rule: Rule, wanted: boolean, seen: readonly Seen[]): Seen | null {
  const rough = seen.flatMap((one) => {
    const need = neededFor(rule, wanted, one.evaluator);
    return need === null ? [] : [{ one, atLeast: need.length }];
  });
  let found: { readonly one: Seen; readonly need: readonly Needed[] } | null = null;
  for (const { one, atLeast } of rough.sort((a, b) => a.atLeast - b.atLeast)) {
    if (found !== null && found.need.length <= atLeast) break;
    const need = fewestChanges(rule, wanted, one.evaluator);
    if (need !== null && (found === null || need.length < found.need.length)) found = { one, need };
  }
  return found?.one ?? null;
}

type OfSystems = { readonly fact: string; readonly systems?: readonly string[] };

function merge<Item extends OfSystems>(found: Map<string, Item>, key: string, system: string | null, item: Item): void {
  const before = found.get(key);
  if (system === null || !isSystemFact(item.fact)) {
    if (before === undefined) found.set(key, item);
    return;
  }
  found.set(key, { ...item, systems: [...(before?.systems ?? []), system] });
}

function organizationFirst<Item extends OfSystems>(found: Map<string, Item>): Item[] {
  const all = [...found.values()];
  return [...all.filter(({ fact }) => !isSystemFact(fact)), ...all.filter(({ fact }) => isSystemFact(fact))];
}
