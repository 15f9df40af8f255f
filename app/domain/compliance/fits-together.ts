import type { Needed } from "./applies.ts";
import type { FactValue } from "./facts.ts";
import type { Leaf } from "./obligation-pack.ts";
import { liesIn, readPlace } from "./places.ts";

type ListLeaf = Extract<Leaf, { readonly op: "has_any" | "touches" | "in" }>;

/** Whether one answer could meet all the tests of a fact at once, each as it is wanted. */
export function fitTogether(tests: readonly Needed[]): boolean {
  const [first] = tests;
  switch (first?.leaf.op) {
    case undefined:
      return true;
    case "has_any":
    case "touches": {
      const banned = bannedBy(tests);
      return tests.every(({ leaf, met }) => !met || codesOf(leaf.value).some((code) => !isBanned(code, banned)));
    }
    case "eq":
    case "in":
      return typeof first.leaf.value === "boolean" ? agree(tests) : allowedBy(tests)?.length !== 0;
    case "gte":
    case "gt":
      return everyPair(tests, ({ leaf: low }, { leaf: high }) => {
        if (low.value === high.value) return low.op === "gte" && high.op === "gt";
        return Number(low.value) < Number(high.value);
      });
    case "before":
      return everyPair(tests, ({ leaf: until }, { leaf: since }) => String(since.value) < String(until.value));
  }
}

/**
 * What of a fact's tests the answer given does not meet, as few changes as will do: of several choices those that every test
 * leaves open, of a list the members that no test forbids.
 */
export function changesToFit(tests: readonly Needed[], given: FactValue | null, unmet: readonly Needed[]): Needed[] {
  const [first] = tests;
  if (first === undefined || tests.length === 1) return [...unmet];
  switch (first.leaf.op) {
    case "has_any":
    case "touches":
      return changesToList(tests, given, unmet);
    case "eq":
    case "in": {
      if (unmet.length === 0 || typeof first.leaf.value === "boolean") return unmet.slice(0, 1);
      const allowed = allowedBy(tests);
      const value = allowed ?? bannedBy(tests);
      return [{ leaf: { fact: first.leaf.fact, op: "in", value }, met: allowed !== null }];
    }
    default:
      return strongest(unmet);
  }
}

/** Of several limits in one direction the one that implies the others. */
function strongest(tests: readonly Needed[]): Needed[] {
  return [true, false].flatMap((met) => {
    const same = tests.filter((test) => test.met === met);
    const [first, ...others] = same;
    if (first === undefined) return [];
    return [others.reduce((a, b) => (implies(a, b) ? a : b), first)];
  });
}

function implies({ leaf: a, met }: Needed, { leaf: b }: Needed): boolean {
  if (a.op === "before" && b.op === "before") return met ? a.value <= b.value : a.value >= b.value;
  if (a.value === b.value) return met ? a.op === "gt" : a.op === "gte";
  return met ? Number(a.value) > Number(b.value) : Number(a.value) < Number(b.value);
}

function changesToList(tests: readonly Needed[], given: FactValue | null, unmet: readonly Needed[]): Needed[] {
  const banned = bannedBy(tests);
  const kept = codesOf(given).filter((one) => !banned.some((code) => concerns(one, code)));
  const banning = unmet.filter(({ met }) => !met);
  const removed = banning.filter((one, at) => !banning.some((other, place) => bansMore(other, one, place < at)));
  const added: Needed[] = [];
  for (const { leaf, met } of tests) {
    if (!met || (leaf.op !== "has_any" && leaf.op !== "touches")) continue;
    if (kept.some((one) => leaf.value.some((code) => one === code || liesIn(readPlace(one), code)))) continue;
    addMember({ ...leaf, value: leaf.value.filter((code) => !isBanned(code, banned)) }, added);
  }
  return [...removed, ...added];
}

/** Whether a test forbids all that another does: more than that, or as much when it comes `first`. */
function bansMore(one: Needed, other: Needed, first: boolean): boolean {
  const [banned, less] = [codesOf(one.leaf.value), codesOf(other.leaf.value)];
  const all = one !== other && less.every((code) => isBanned(code, banned));
  return all && (first || !banned.every((code) => isBanned(code, less)));
}

/** One member may serve two tests: then what both accept is asked for once. */
function addMember(leaf: ListLeaf, added: Needed[]): void {
  for (const [at, { leaf: other }] of added.entries()) {
    const both = leaf.value.filter((code) => codesOf(other.value).includes(code));
    if (both.length > 0) {
      added[at] = { leaf: { ...leaf, value: both }, met: true };
      return;
    }
  }
  added.push({ leaf, met: true });
}

function codesOf(value: FactValue | null): readonly string[] {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? [value] : [];
}

function bannedBy(tests: readonly Needed[]): string[] {
  return tests.flatMap(({ leaf, met }) => (met ? [] : codesOf(leaf.value)));
}

/** The choices that every test leaves open; null when all tests only forbid. */
function allowedBy(tests: readonly Needed[]): string[] | null {
  const wanted = tests.filter(({ met }) => met).map(({ leaf }) => codesOf(leaf.value));
  const [first, ...others] = wanted;
  if (first === undefined) return null;
  const banned = bannedBy(tests);
  return first.filter((code) => others.every((codes) => codes.includes(code)) && !banned.includes(code));
}

function isBanned(code: string, banned: readonly string[]): boolean {
  return banned.some((other) => liesIn(code, other));
}

/** Whether a member of an answer is the code asked for, or a place in or around it. */
export function concerns(given: string, code: string): boolean {
  const place = readPlace(given);
  return given === code || liesIn(place, code) || liesIn(code, place);
}

function agree(tests: readonly Needed[]): boolean {
  return new Set(tests.map(({ leaf, met }) => leaf.value === met)).size === 1;
}

/** Holds for every test that must be met beside one that must not. */
function everyPair(tests: readonly Needed[], fits: (met: Needed, not: Needed) => boolean): boolean {
  const against = tests.filter(({ met }) => !met);
  return tests.every((one) => !one.met || against.every((other) => fits(one, other)));
}
