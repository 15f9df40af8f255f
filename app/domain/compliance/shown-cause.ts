import type { FactDefinition } from "./facts.ts";
import type { By, KeptCause } from "./kept-cause.ts";
import { reasonsWith, type ShownValue } from "./reasons.ts";

/** An answer or a system that changed, ready to be put into words; `by` is a name. */
export type ShownFact =
  | (By & {
      readonly kind: "answer";
      readonly label: string;
      readonly system: string | null;
      readonly before: ShownValue | null;
      readonly after: ShownValue | null;
    })
  | (By & { readonly kind: "added" | "removed"; readonly system: string });

export type ShownCause =
  | Extract<KeptCause, { readonly kind: "pack" | "day" }>
  | { readonly kind: "facts"; readonly facts: readonly ShownFact[] };

/** Why a duty changed, with labels for codes and the names of people who still belong here. */
export function shownCause(
  cause: KeptCause,
  definitions: readonly FactDefinition[],
  systemNames: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
): ShownCause {
  if (cause.kind !== "facts") return cause;
  const reasons = reasonsWith(definitions, systemNames);
  const person = ({ by, at }: By): By => ({ by: by === null ? null : (people.get(by) ?? null), at });
  const name = (system: string) => systemNames.get(system) ?? system;
  return {
    kind: "facts",
    facts: cause.facts.map((fact): ShownFact => {
      if (fact.kind !== "answer") return { kind: fact.kind, system: name(fact.system), ...person(fact) };
      const shown = (value: typeof fact.before) => reasons.of([{ fact: fact.fact, value, rule: "" }])[0];
      return {
        kind: "answer",
        label: shown(fact.after)?.label ?? fact.fact,
        system: fact.system === null ? null : name(fact.system),
        before: shown(fact.before)?.given ?? null,
        after: shown(fact.after)?.given ?? null,
        ...person(fact),
      };
    }),
  };
}
