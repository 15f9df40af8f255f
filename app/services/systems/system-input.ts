import type { FactDefinition, FactValue, FactValues } from "#app/domain/compliance/facts.ts";
import { readFact } from "#app/domain/compliance/read-facts.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { SystemDraft } from "#db/repositories/systems.server.ts";

export type SystemInvalid = { readonly kind: "invalid"; readonly errors: Readonly<Record<string, readonly string[]>> };

/** A draft whose facts are all of the vocabulary and of their kind; a null answer is left out. */
export function checkedDraft(
  draft: SystemDraft,
  definitions: readonly FactDefinition[],
): Result<SystemDraft, SystemInvalid> {
  const errors: Record<string, readonly string[]> = {};
  const name = draft.name.trim();
  if (name.length < 2 || name.length > 120) errors.name = ["Give it a name of 2 to 120 characters."];
  const facts = checkedFacts(draft.facts, definitions);
  if (!facts.ok) Object.assign(errors, facts.failure);
  if (Object.keys(errors).length > 0 || !facts.ok) return fail({ kind: "invalid", errors });
  return ok({ ...draft, name, facts: facts.value });
}

function checkedFacts(
  given: FactValues,
  definitions: readonly FactDefinition[],
): Result<FactValues, Record<string, readonly string[]>> {
  const errors: Record<string, readonly string[]> = {};
  const facts: Record<string, FactValue> = {};
  for (const [fact, value] of Object.entries(given)) {
    if (value === null) continue;
    const definition = definitions.find(({ id }) => id === fact && id.startsWith("system."));
    const read = definition === undefined ? fail("There is no such question.") : readFact(value, definition);
    if (read.ok) facts[fact] = read.value;
    else errors[fact] = [read.failure];
  }
  return Object.keys(errors).length > 0 ? fail(errors) : ok(facts);
}
