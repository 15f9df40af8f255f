import type { FactDefinition, Facts, FactValues } from "./facts.ts";
import { readPlace } from "./places.ts";

/** A code in an answer that the vocabulary does not know, and therefore no rule does: `recruiting`, or `Germany` for a place. */
export type Unrecognised = { readonly fact: string; readonly system?: string; readonly value: string };

/** Codes that count for nothing because nobody knows them. A place is known by its form: `EU-DE`, `US-IL`, `GB`. */
export function findUnrecognised(facts: Facts, definitions: readonly FactDefinition[]): Unrecognised[] {
  const ofSystems = (facts.systems ?? []).flatMap(({ id, facts: answers }) =>
    unknownIn(answers, definitions).map((found) => ({ ...found, system: id })),
  );
  return [...unknownIn(facts.org, definitions), ...ofSystems];
}

function unknownIn(answers: FactValues, definitions: readonly FactDefinition[]): Unrecognised[] {
  return definitions.flatMap((definition) =>
    codesOf(answers[definition.id])
      .filter((code) => !isKnown(code, definition))
      .map((value) => ({ fact: definition.id, value })),
  );
}

function codesOf(answer: FactValues[string] | undefined): readonly string[] {
  if (Array.isArray(answer)) return answer;
  return typeof answer === "object" && answer !== null ? Object.keys(answer) : [];
}

function isKnown(code: string, { kind, options }: FactDefinition): boolean {
  if (kind === "list") return options === undefined || options.some(({ value }) => value === code);
  return /^[A-Z]{2}(-[A-Z0-9]{1,9})*$/.test(readPlace(code));
}
