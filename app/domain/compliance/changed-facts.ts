import { canonicalJson } from "../kernel/canonical.ts";
import type { DutyChange } from "./changed-duties.ts";
import type { Facts, FactValue, FactValues } from "./facts.ts";

/** An answer before and after; `system` is null for the organization's own. Null: no answer. */
export type AnswerChange = {
  readonly kind: "answer";
  readonly fact: string;
  readonly system: string | null;
  readonly before: FactValue | null;
  readonly after: FactValue | null;
};

/** A system that came into the inventory, or left it. */
export type InventoryChange = { readonly kind: "added" | "removed"; readonly system: string };

export type FactChange = AnswerChange | InventoryChange;

/** The answers and systems that differ, the organization's first. */
export function changedFacts(before: Facts, after: Facts): FactChange[] {
  const earlier = new Map((before.systems ?? []).map((system) => [system.id, system.facts]));
  const later = new Map((after.systems ?? []).map((system) => [system.id, system.facts]));
  const ids = [...new Set([...earlier.keys(), ...later.keys()])].sort();
  const inventories = (before.systems === null) !== (after.systems === null) && ids.length === 0;
  return [
    ...answersThatDiffer(before.org, after.org, null),
    ...(inventories ? [inventoryAnswer(before, after)] : []),
    ...ids.flatMap((system): FactChange[] => {
      const [was, is] = [earlier.get(system), later.get(system)];
      if (was === undefined || is === undefined) return [{ kind: was === undefined ? "added" : "removed", system }];
      return answersThatDiffer(was, is, system);
    }),
  ];
}

function inventoryAnswer(before: Facts, after: Facts): AnswerChange {
  const given = (facts: Facts) => (facts.systems === null ? null : []);
  return { kind: "answer", fact: "systems", system: null, before: given(before), after: given(after) };
}

function answersThatDiffer(before: FactValues, after: FactValues, system: string | null): AnswerChange[] {
  const facts = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return facts.flatMap((fact) => {
    const [was, is] = [before[fact] ?? null, after[fact] ?? null];
    return canonicalJson(was) === canonicalJson(is) ? [] : [{ kind: "answer", fact, system, before: was, after: is }];
  });
}

/** Of the facts that changed, those that a duty's rule rests on; all of them where none does by name. */
export function factsBehind({ before, after }: DutyChange, changed: readonly FactChange[]): readonly FactChange[] {
  const deciding = new Set([...(before?.decidedBy ?? []), ...(after?.decidedBy ?? [])]);
  const bound = new Set([...(before?.systems ?? []), ...(after?.systems ?? [])].map(({ system }) => system));
  const behind = changed.filter((one) =>
    one.kind === "answer"
      ? deciding.has(one.fact) && (one.system === null || bound.has(one.system))
      : bound.has(one.system),
  );
  return behind.length === 0 ? changed : behind;
}
