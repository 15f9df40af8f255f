import type { Explanation } from "./explain.ts";
import type { FactDefinition, FactKind, FactValue } from "./facts.ts";
import type { Answer, Asked, Because, WouldChange } from "./findings.ts";
import { askedFact } from "./test-leaf.ts";

/** A value ready to be shown: labels of options, codes of places, days and figures as text; `yes`/`no` for yes-no facts. */
export type ShownValue = { readonly kind: FactKind | "none"; readonly values: readonly string[] };

/** A fact with the answer given (null: none) and what the rule asks of it. A page puts it into words. */
export type Reason = {
  readonly label: string;
  readonly place?: string;
  readonly given: ShownValue | null;
  readonly asked: { readonly op: Asked["op"]; readonly met: boolean; readonly wanted: ShownValue } | null;
  readonly systems: readonly string[];
  /** What the law says instead of a fact, for laws that ask for none. */
  readonly note?: string;
};

export type ReasonTree = {
  readonly answer: Answer;
  readonly kind: Explanation["kind"];
  readonly meaning?: string;
  readonly reason?: Reason;
  readonly parts: readonly ReasonTree[];
};

/** Turns facts of findings into what people read: labels for codes, names for systems. */
export type Reasons = {
  of(because: readonly Because[]): Reason[];
  changes(changes: readonly WouldChange[]): Reason[];
  tree(explanation: Explanation): ReasonTree;
};

/** An answer as a page shows it: labels instead of codes. */
export function shownValue(value: FactValue, definition: FactDefinition | undefined): ShownValue {
  const kind = definition?.kind ?? "none";
  const label = (code: string) => definition?.options?.find((option) => option.value === code)?.label ?? code;
  if (typeof value === "boolean") return { kind, values: [value ? "yes" : "no"] };
  if (typeof value === "number" || typeof value === "string") return { kind, values: [label(String(value))] };
  if (Array.isArray(value)) return { kind, values: value.map(label) };
  return { kind, values: Object.entries(value).map(([place, count]) => `${place}: ${count}`) };
}

export function reasonsWith(definitions: readonly FactDefinition[], systemNames: ReadonlyMap<string, string>): Reasons {
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));

  function reason(fact: string, given: FactValue | null, asked: Asked | undefined, systems: readonly string[]): Reason {
    const leaf = asked && ({ fact, op: asked.op, value: asked.value } as Parameters<typeof askedFact>[0]);
    const { fact: id, place } = leaf === undefined ? { fact, place: undefined } : askedFact(leaf);
    const definition = byId.get(id);
    return {
      label: definition?.label ?? id,
      ...(place === undefined ? {} : { place }),
      given: given === null ? null : shownValue(given, definition),
      asked: asked === undefined ? null : { op: asked.op, met: asked.met, wanted: shownValue(asked.value, definition) },
      systems: systems.map((system) => systemNames.get(system) ?? system),
    };
  }

  function tree(explanation: Explanation): ReasonTree {
    const { answer, kind } = explanation;
    if (explanation.kind === "test") {
      const { leaf, value } = explanation;
      const asked = { op: leaf.op, value: leaf.value, met: true };
      return { answer, kind, reason: reason(leaf.fact, value, asked, []), parts: [] };
    }
    if (explanation.kind === "constant") return { answer, kind, parts: [] };
    const parts = explanation.parts.map(tree);
    return explanation.kind === "named"
      ? { answer, kind, meaning: explanation.meaning, parts }
      : { answer, kind, parts };
  }

  return {
    of: (because) =>
      because.map(({ fact, value, rule, asked, systems = [] }) => {
        const of = reason(fact, value, asked, systems);
        return asked === undefined ? { ...of, note: rule } : of;
      }),
    changes: (changes) => changes.map(({ fact, asked, systems = [] }) => reason(fact, null, asked, systems)),
    tree,
  };
}
