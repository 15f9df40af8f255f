import type { FactValue, FactValues } from "./facts.ts";
import type { Answer } from "./findings.ts";
import type { Leaf } from "./obligation-pack.ts";
import { liesIn, readPlace } from "./places.ts";

const byPlace = "org.headcount_in.";

/** The fact that a leaf asks for, by its name in the vocabulary, and the place when it is a figure by place. */
export function askedFact(leaf: Leaf): { readonly fact: string; readonly place?: string } {
  if (!leaf.fact.startsWith(byPlace)) return { fact: leaf.fact };
  return { fact: "org.headcount_in", place: leaf.fact.slice(byPlace.length) };
}

export function answerTo(leaf: Leaf, facts: FactValues): FactValue | null {
  return facts[askedFact(leaf).fact] ?? null;
}

/** Whether the answer meets the test: unknown when there is none, or when it is too coarse to tell. */
export function testLeaf(leaf: Leaf, facts: FactValues): Answer {
  const value = answerTo(leaf, facts);
  if (value === null) return "unknown";
  switch (leaf.op) {
    case "eq":
      return yesIf(value === leaf.value);
    case "in":
      return yesIf(typeof value === "string" && leaf.value.includes(value));
    case "has_any":
      return yesIf(listOf(value).some((member) => leaf.value.includes(member)));
    case "touches":
      return touches(listOf(value), leaf.value);
    case "before":
      return typeof value === "string" ? before(value, leaf.value) : "unknown";
    case "gte":
      return testRange(countOf(value, leaf), (count) => count >= leaf.value);
    case "gt":
      return testRange(countOf(value, leaf), (count) => count > leaf.value);
  }
}

/** The places answered that are too coarse for the leaf: `US` when it asks for `US-IL`. */
export function coarsePlaces(leaf: Leaf, facts: FactValues): string[] {
  if (leaf.op !== "touches") return [];
  const places = listOf(answerTo(leaf, facts) ?? []).map(readPlace);
  return places.filter((place) => leaf.value.some((area) => area !== place && liesIn(area, place)));
}

function yesIf(met: boolean): Answer {
  return met ? "yes" : "no";
}

function listOf(value: FactValue): readonly string[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? [value] : [];
}

const placesRead = new WeakMap<readonly string[], readonly string[]>();

/** The places of an answer, read once: hundreds of tests ask for the same list. */
function readPlaces(answered: readonly string[]): readonly string[] {
  const before = placesRead.get(answered);
  if (before !== undefined) return before;
  const places = answered.map(readPlace);
  placesRead.set(answered, places);
  return places;
}

function touches(answered: readonly string[], areas: readonly string[]): Answer {
  let coarse = false;
  for (const place of readPlaces(answered)) {
    for (const area of areas) {
      if (liesIn(place, area)) return "yes";
      if (liesIn(area, place)) coarse = true;
    }
  }
  return coarse ? "unknown" : "no";
}

/** A day may be known only by its year or month: unknown when the limit falls inside it. */
function before(value: string, limit: string): Answer {
  const earliest = `${value}-01-01`.slice(0, limit.length);
  const limitInside = value.length < limit.length && limit.startsWith(value) && earliest < limit;
  return limitInside ? "unknown" : yesIf(earliest < limit);
}

type Range = { readonly low: number; readonly high: number };

function testRange(range: Range | null, met: (count: number) => boolean): Answer {
  if (range === null) return "unknown";
  if (met(range.low)) return "yes";
  return met(range.high) ? "unknown" : "no";
}

/** A figure, or a figure for one place out of a map. A place absent from the map counts 0, unless a larger area of it is listed. */
function countOf(value: FactValue, leaf: Leaf): Range | null {
  if (typeof value === "number") return { low: value, high: value };
  const { place } = askedFact(leaf);
  if (place === undefined || typeof value !== "object" || Array.isArray(value)) return null;
  let inside = 0;
  let around = 0;
  for (const [code, count] of Object.entries(value)) {
    const listed = readPlace(code);
    if (listed === place) return { low: count, high: count };
    if (liesIn(listed, place)) inside += count;
    else if (liesIn(place, listed)) around += count;
  }
  return { low: inside, high: inside + around };
}
