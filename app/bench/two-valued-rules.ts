import { Engine, type NestedCondition, type TopLevelCondition } from "json-rules-engine";
import type { FactValues } from "#app/domain/compliance/facts.ts";
import type { Leaf, ObligationPack, Rule } from "#app/domain/compliance/obligation-pack.ts";
import { askedFact, testLeaf } from "#app/domain/compliance/test-leaf.ts";

/**
 * The rules of a pack as json-rules-engine writes them, to measure beside. It knows two values only: what is not answered counts
 * as not met, and as met under a `not`, so that the two agree on organizations that have answered everything. Equality, membership
 * and limits are its own operators; places, lists, days and figures by place are ours, added to it. Named rules are its shared conditions.
 */
export function twoValuedEngine(pack: ObligationPack): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const op of ["touches", "has_any", "before", "by_place"]) {
    engine.addOperator<unknown, { readonly test: Leaf }>(op, (given, { test: leaf }) => {
      return testLeaf(leaf, { [askedFact(leaf).fact]: (given ?? null) as FactValues[string] }) === "yes";
    });
  }
  const named = new Map<Rule, string>();
  function translate(rule: Rule): NestedCondition {
    if ("all" in rule) return { all: rule.all.map(translate) };
    if ("any" in rule) return { any: rule.any.map(translate) };
    if ("not" in rule) return { not: translate(rule.not) };
    if ("is" in rule) return { condition: nameOf(rule) };
    if ("fact" in rule) return translateLeaf(rule);
    return "always" in rule ? { all: [] } : { any: [{ not: { all: [] } }] };
  }
  function nameOf(rule: Extract<Rule, { readonly is: string }>): string {
    const before = named.get(rule);
    if (before !== undefined) return before;
    const name = `${rule.is} ${named.size}`;
    named.set(rule, name);
    engine.setCondition(name, asTopLevel(translate(rule.rule)));
    return name;
  }
  for (const { id, applies } of pack.instruments.flatMap(({ obligations }) => obligations)) {
    engine.addRule({ name: id, conditions: asTopLevel(translate(applies)), event: { type: id } });
  }
  return engine;
}

/** The duties that a view meets: one run for each system, with the organization's answers. */
export async function dutiesMet(engine: Engine, org: FactValues, system: FactValues): Promise<Set<string>> {
  const { events } = await engine.run({ ...org, ...system });
  return new Set(events.map(({ type }) => type));
}

function translateLeaf(leaf: Leaf): NestedCondition {
  const { fact, place } = askedFact(leaf);
  if (place !== undefined) return { fact, operator: "by_place", value: { test: leaf } };
  switch (leaf.op) {
    case "eq":
      return { fact, operator: "equal", value: leaf.value };
    case "in":
      return { fact, operator: "in", value: leaf.value };
    case "gte":
      return { fact, operator: "greaterThanInclusive", value: leaf.value };
    case "gt":
      return { fact, operator: "greaterThan", value: leaf.value };
    default:
      return { fact, operator: leaf.op, value: { test: leaf } };
  }
}

function asTopLevel(condition: NestedCondition): TopLevelCondition {
  return "fact" in condition ? { all: [condition] } : (condition as TopLevelCondition);
}
