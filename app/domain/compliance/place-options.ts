import { partsOf } from "./applies.ts";
import type { Leaf, ObligationPack, Rule } from "./obligation-pack.ts";
import { liesIn, readPlace } from "./places.ts";
import { askedFact } from "./test-leaf.ts";

/**
 * The places worth offering in a question: the finest that any rule names, one "elsewhere" for each area of which rules name
 * parts (`US-ELSEWHERE` lies in the US and in none of the states named), and whatever is answered already.
 */
export function placeOptions(pack: ObligationPack, answered: readonly string[] = []): string[] {
  const named = namedPlaces(pack);
  const options = named.flatMap((area) => {
    const divided = named.some((other) => other !== area && liesIn(other, area));
    return divided ? [`${area}-ELSEWHERE`] : [area];
  });
  // A state that is divided has its own elsewhere; the country's stands after all of its parts.
  return [...new Set([...options, ...answered.map(readPlace)])].sort();
}

/** The places whose headcount a rule asks for. */
export function countedPlaces(pack: ObligationPack): string[] {
  const places = leavesOf(pack).flatMap((leaf) => askedFact(leaf).place ?? []);
  return [...new Set(places)].sort();
}

const byPack = new WeakMap<ObligationPack, readonly Leaf[]>();

function leavesOf(pack: ObligationPack): readonly Leaf[] {
  const before = byPack.get(pack);
  if (before !== undefined) return before;
  const seen = new Set<Rule>();
  const leaves: Leaf[] = [];
  function visit(rule: Rule): void {
    if (seen.has(rule)) return;
    seen.add(rule);
    if ("fact" in rule) leaves.push(rule);
    for (const part of partsOf(rule)) visit(part);
  }
  for (const { applies, obligations } of pack.instruments) {
    visit(applies);
    for (const obligation of obligations) visit(obligation.applies);
  }
  byPack.set(pack, leaves);
  return leaves;
}

function namedPlaces(pack: ObligationPack): string[] {
  return [...new Set(leavesOf(pack).flatMap((leaf) => (leaf.op === "touches" ? leaf.value : [])))].sort();
}
