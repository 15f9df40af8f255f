import type { FactDefinition, Facts, FactValue } from "#app/domain/compliance/facts.ts";
import { isSystemFact } from "#app/domain/compliance/facts.ts";
import type { Leaf, Rule } from "#app/domain/compliance/obligation-pack.ts";
import { liesIn } from "#app/domain/compliance/places.ts";
import { askedFact, testLeaf } from "#app/domain/compliance/test-leaf.ts";

/** A test and how it must come out. */
export type Wanted = { readonly leaf: Leaf; readonly met: boolean };

type Chosen = ReadonlyMap<string, { readonly wanted: readonly Wanted[]; readonly value: FactValue }>;

/**
 * Facts of one organization with one system that make every rule given come out as wanted; null when none can. It goes
 * through all ways to meet them, so that a rule for which it finds nothing can never be met.
 */
export function factsThat(
  rules: readonly { readonly rule: Rule; readonly wanted: boolean }[],
  definitions: readonly FactDefinition[],
): Facts | null {
  const known = new Map(definitions.map((definition) => [definition.id, definition]));

  function meet(open: readonly { readonly rule: Rule; readonly wanted: boolean }[], chosen: Chosen): Chosen | null {
    const [first, ...rest] = open;
    if (first === undefined) return chosen;
    const { rule, wanted } = first;
    if ("fact" in rule) {
      const next = choose(chosen, { leaf: rule, met: wanted });
      return next === null ? null : meet(rest, next);
    }
    if ("not" in rule) return meet([{ rule: rule.not, wanted: !wanted }, ...rest], chosen);
    if ("is" in rule) return meet([{ rule: rule.rule, wanted }, ...rest], chosen);
    if ("always" in rule || "never" in rule) return "always" in rule === wanted ? meet(rest, chosen) : null;
    const parts = ("all" in rule ? rule.all : rule.any).map((part) => ({ rule: part, wanted }));
    if ("all" in rule === wanted) return meet([...parts, ...rest], chosen);
    for (const part of parts) {
      const found = meet([part, ...rest], chosen);
      if (found !== null) return found;
    }
    return null;
  }

  function choose(chosen: Chosen, one: Wanted): Chosen | null {
    const { fact } = askedFact(one.leaf);
    const definition = known.get(fact);
    const wanted = [...(chosen.get(fact)?.wanted ?? []), one];
    const value = definition && valuesFor(definition, wanted).find((candidate) => fits(candidate, wanted));
    return value === undefined ? null : new Map(chosen).set(fact, { wanted, value });
  }

  const found = meet(rules, new Map());
  return found && factsOf(found);
}

function fits(value: FactValue, wanted: readonly Wanted[]): boolean {
  return wanted.every(({ leaf, met }) => testLeaf(leaf, { [askedFact(leaf).fact]: value }) === (met ? "yes" : "no"));
}

function valuesFor(definition: FactDefinition, wanted: readonly Wanted[]): FactValue[] {
  const limits = wanted.flatMap(({ leaf }) => (typeof leaf.value === "number" ? [leaf.value] : []));
  switch (definition.kind) {
    case "yes-no":
      return [true, false];
    case "choice":
      return (definition.options ?? []).map(({ value }) => value);
    case "list":
    case "places":
      return [membersFor(wanted)];
    case "number":
      return [0, ...limits.flatMap((limit) => [limit, limit * 1.01 + 1])];
    case "number-by-place":
      return [countsFor(wanted)];
    case "date":
      return ["0001-01-01", ...wanted.map(({ leaf }) => String(leaf.value))];
  }
}

/** For each test that must be met one member which no test forbids. */
function membersFor(wanted: readonly Wanted[]): string[] {
  const forbidden = wanted.flatMap(({ leaf, met }) => (met ? [] : (leaf.value as readonly string[])));
  const members = wanted.flatMap(({ leaf, met }) => {
    if (!met) return [];
    const free = (leaf.value as readonly string[]).filter((member) => !forbidden.some((area) => liesIn(member, area)));
    const divided = free[0] !== undefined && forbidden.some((area) => liesIn(area, free[0] ?? ""));
    return free.slice(0, 1).map((member) => (divided ? `${member}-ELSEWHERE` : member));
  });
  return [...new Set(members)];
}

/** For each place the highest figure that a test asks for. */
function countsFor(wanted: readonly Wanted[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { leaf, met } of wanted) {
    const { place } = askedFact(leaf);
    if (met && place !== undefined) counts[place] = Math.max(counts[place] ?? 0, Number(leaf.value));
  }
  return counts;
}

function factsOf(chosen: Chosen): Facts {
  const values = [...chosen].map(([fact, { value }]) => [fact, value] as const);
  return {
    org: Object.fromEntries(values.filter(([fact]) => !isSystemFact(fact))),
    systems: [{ id: "s1", facts: Object.fromEntries(values.filter(([fact]) => isSystemFact(fact))) }],
  };
}
