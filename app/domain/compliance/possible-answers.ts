import type { FactDefinition, FactValue } from "./facts.ts";
import type { Leaf } from "./obligation-pack.ts";
import { liesIn, readPlace } from "./places.ts";
import { askedFact, testLeaf } from "./test-leaf.ts";

/**
 * One answer for each way in which the open tests of a fact can come out, all taken to be equally likely.
 * Lists are tried with one member at a time. What was answered too coarsely is replaced by a finer place.
 */
export function possibleAnswers(
  definition: FactDefinition,
  leaves: readonly Leaf[],
  answered: FactValue | null,
): FactValue[] {
  const outcomes = new Map<string, FactValue>();
  for (const value of candidates(definition, leaves, answered)) {
    const outcome = leaves.map((leaf) => testLeaf(leaf, { [askedFact(leaf).fact]: value })).join();
    if (!outcomes.has(outcome)) outcomes.set(outcome, value);
  }
  return [...outcomes.values()];
}

function candidates(definition: FactDefinition, leaves: readonly Leaf[], answered: FactValue | null): FactValue[] {
  switch (definition.kind) {
    case "yes-no":
      return [true, false];
    case "choice":
      return (definition.options ?? []).map(({ value }) => value);
    case "list":
      return [[], ...membersOf(leaves).map((member) => [member])];
    case "places":
      return placesAround(leaves, answered);
    case "number":
      return [0, ...limitsOf(leaves).flatMap((limit) => [limit, limit * 1.01 + 1])];
    case "number-by-place":
      return countsByPlace(leaves);
    case "date":
      return ["0001-01-01", ...leaves.flatMap((leaf) => (leaf.op === "before" ? [leaf.value] : []))];
  }
}

function membersOf(leaves: readonly Leaf[]): string[] {
  return [...new Set(leaves.flatMap((leaf) => (Array.isArray(leaf.value) ? (leaf.value as string[]) : [])))];
}

function limitsOf(leaves: readonly Leaf[]): number[] {
  return leaves.flatMap((leaf) => (typeof leaf.value === "number" ? [leaf.value] : []));
}

function placesAround(leaves: readonly Leaf[], answered: FactValue | null): FactValue[] {
  const areas = membersOf(leaves);
  const given = Array.isArray(answered) ? (answered as string[]).map(readPlace) : [];
  const fine = given.filter((place) => !areas.some((area) => area !== place && liesIn(area, place)));
  return [fine, ...areas.map((area) => [...fine, area])];
}

function countsByPlace(leaves: readonly Leaf[]): FactValue[] {
  const enough = leaves.flatMap((leaf) => {
    const { place } = askedFact(leaf);
    return place !== undefined && typeof leaf.value === "number" ? [[place, leaf.value] as const] : [];
  });
  return [{}, Object.fromEntries(enough)];
}
