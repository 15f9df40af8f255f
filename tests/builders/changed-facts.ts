import { type FactDefinition, type Facts, type FactValue, isSystemFact } from "#app/domain/compliance/facts.ts";
import type { Asked, WouldChange } from "#app/domain/compliance/findings.ts";
import type { Leaf } from "#app/domain/compliance/obligation-pack.ts";
import { liesIn, readPlace } from "#app/domain/compliance/places.ts";
import { askedFact } from "#app/domain/compliance/test-leaf.ts";

type Change = { readonly fact: string; readonly place: string | undefined; readonly asked: Asked };
type Values = Readonly<Record<string, FactValue | null>>;

/** The facts with every change made; what is said of no system in particular is made in a new one. */
export function withChanges(
  facts: Facts,
  changes: readonly Pick<WouldChange, "fact" | "asked" | "systems">[],
  definitions: readonly FactDefinition[],
): Facts {
  const read = changes.map(({ fact, asked, systems }) => {
    const { fact: id, place } = askedFact({ fact, op: asked.op, value: asked.value } as Leaf);
    return { change: { fact: id, place, asked }, systems: systems ?? null };
  });
  const ofOrganization = read.filter(({ change }) => !isSystemFact(change.fact)).map(({ change }) => change);
  const ofNewSystem = read.filter(({ change, systems }) => isSystemFact(change.fact) && systems === null);
  const changed = (facts.systems ?? []).map((system) => ({
    ...system,
    facts: changeAll(
      system.facts,
      read.filter(({ systems }) => systems?.includes(system.id)).map(({ change }) => change),
      definitions,
    ),
  }));
  const added = {
    id: "new",
    facts: changeAll(
      {},
      ofNewSystem.map(({ change }) => change),
      definitions,
    ),
  };
  return {
    org: changeAll(facts.org, ofOrganization, definitions),
    systems: ofNewSystem.length > 0 ? [...changed, added] : facts.systems && changed,
  };
}

/** What must not be any more goes first, so that what must be is not taken away again. */
function changeAll(values: Values, changes: readonly Change[], definitions: readonly FactDefinition[]): Values {
  const ordered = [...changes.filter(({ asked }) => !asked.met), ...changes.filter(({ asked }) => asked.met)];
  let found = values;
  for (const change of ordered) {
    const definition = definitions.find(({ id }) => id === change.fact);
    const banned = changes
      .filter(({ fact, asked }) => fact === change.fact && !asked.met)
      .flatMap(({ asked }) => (Array.isArray(asked.value) ? (asked.value as readonly string[]) : []));
    found = { ...found, [change.fact]: changedValue(found[change.fact] ?? null, change, banned, definition) };
  }
  return found;
}

function changedValue(
  given: FactValue | null,
  { asked: { op, value, met }, place }: Change,
  banned: readonly string[],
  definition: FactDefinition | undefined,
): FactValue {
  const list = Array.isArray(given) ? (given as readonly string[]) : [];
  const codes = Array.isArray(value) ? (value as readonly string[]) : [];
  switch (op) {
    case "has_any":
    case "touches": {
      if (!met) return list.filter((one) => !codes.some((code) => concerns(one, code)));
      const free = codes.find((code) => !banned.some((other) => liesIn(code, other))) ?? "";
      return [...list, banned.some((other) => liesIn(other, free)) ? `${free}-ELSEWHERE` : free];
    }
    case "eq":
      if (typeof value === "boolean") return value === met;
      return met ? String(value) : otherOption(definition, [String(value)]);
    case "in":
      return met ? (codes[0] ?? "") : otherOption(definition, codes);
    case "gte":
    case "gt": {
      const limit = Number(value);
      const above = op === "gte" ? limit : limit * 1.01 + 1;
      const count = met ? above : op === "gte" ? Math.floor(limit * 0.99) : limit;
      if (place === undefined) return count;
      const counts = typeof given === "object" && given !== null && !Array.isArray(given) ? given : {};
      const others = Object.entries(counts).filter(([code]) => readPlace(code) !== place);
      return { ...Object.fromEntries(others), [place]: count };
    }
    case "before":
      return met ? "0001-01-01" : String(value);
  }
}

/** A place concerns an area when one lies in the other; other codes only when they are equal. */
function concerns(one: string, code: string): boolean {
  const place = readPlace(one);
  return one === code || liesIn(place, code) || liesIn(code, place);
}

function otherOption(definition: FactDefinition | undefined, not: readonly string[]): string {
  return definition?.options?.find(({ value }) => !not.includes(value))?.value ?? "";
}

/** The facts that are named, and nothing else: all other answers are taken back. */
export function onlyNamed(
  facts: Facts,
  named: readonly { readonly fact: string; readonly systems?: readonly string[] }[],
): Facts {
  const keep = (values: Values, ids: readonly string[]) =>
    Object.fromEntries(
      Object.entries(values).filter(([id]) => ids.some((one) => one === id || one.startsWith(`${id}.`))),
    );
  return {
    org: keep(
      facts.org,
      named.map(({ fact }) => fact),
    ),
    systems:
      facts.systems?.map((system) => ({
        ...system,
        facts: keep(
          system.facts,
          named.filter(({ systems }) => systems?.includes(system.id)).map(({ fact }) => fact),
        ),
      })) ?? null,
  };
}
