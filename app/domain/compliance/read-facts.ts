import { fail, ok, type Result } from "../kernel/result.ts";
import type { FactDefinition, Facts, FactValue, FactValues, SystemFacts } from "./facts.ts";
import { inTodaysWords } from "./former-answers.ts";
import { readPlace } from "./places.ts";

/** What is wrong with an answer, and where: `systems.0.influence`. */
export type FactRefused = { readonly path: string; readonly message: string };

type Read<Value> = Result<Value, FactRefused>;

/**
 * Facts from plain data: `{ org: { headcount: 80 }, systems: [{ id, uses: [...] }] }`, field names without the `org.` or
 * `system.` of the vocabulary. A field left out or null is not answered, unknown fields are passed over, and a single text
 * counts as a list of one. `systems` left out is an unanswered inventory.
 */
export function readFacts(input: unknown, definitions: readonly FactDefinition[]): Read<Facts> {
  if (!isRecord(input)) return refuse("", "expected an object with org and systems");
  const org = readGroup(input.org ?? {}, "org", definitions);
  if (!org.ok) return org;
  if (input.systems === undefined || input.systems === null) return ok({ org: org.value, systems: null });
  if (!Array.isArray(input.systems)) return refuse("systems", "expected a list");
  const systems: SystemFacts[] = [];
  for (const [at, system] of input.systems.entries()) {
    const read = readSystem(system, at, definitions);
    if (!read.ok) return read;
    if (systems.some(({ id }) => id === read.value.id)) return refuse(`systems.${at}.id`, "two systems have this id");
    systems.push(read.value);
  }
  return ok({ org: org.value, systems });
}

function readSystem(input: unknown, at: number, definitions: readonly FactDefinition[]): Read<SystemFacts> {
  const path = `systems.${at}`;
  if (!isRecord(input)) return refuse(path, "expected an object");
  const facts = readGroup(input, "system", definitions, path);
  if (!facts.ok) return facts;
  const name = typeof input.name === "string" ? { name: input.name } : {};
  const id = typeof input.id === "string" || typeof input.id === "number" ? String(input.id) : `system-${at + 1}`;
  return ok({ id, ...name, facts: facts.value });
}

function readGroup(
  input: unknown,
  group: "org" | "system",
  definitions: readonly FactDefinition[],
  path: string = group,
): Read<Record<string, FactValue>> {
  if (!isRecord(input)) return refuse(path, "expected an object");
  const named = inTodaysWords(
    Object.fromEntries(Object.entries(input).map(([field, given]) => [`${group}.${field}`, given])) as FactValues,
  );
  const facts: Record<string, FactValue> = {};
  for (const definition of definitions) {
    const [prefix, field = ""] = definition.id.split(".");
    if (prefix !== group) continue;
    const given = named[definition.id];
    if (given === undefined || given === null) continue;
    const value = readFact(given, definition);
    if (!value.ok) return refuse(`${path}.${field}`, value.failure);
    facts[definition.id] = value.value;
  }
  return ok(facts);
}

/** One answer as its fact wants it, or what is wrong with it in words. */
export function readFact(given: unknown, definition: FactDefinition): Result<FactValue, string> {
  switch (definition.kind) {
    case "yes-no":
      return typeof given === "boolean" ? ok(given) : fail("expected true or false");
    case "number":
      return isCount(given) ? ok(given) : fail("expected a number of 0 or more");
    case "date":
      return isDay(given) ? ok(given) : fail("expected a day, YYYY-MM-DD, or its year or month");
    case "choice": {
      const options = (definition.options ?? []).map(({ value }) => value);
      return typeof given === "string" && options.includes(given) ? ok(given) : fail(`expected ${options.join(" | ")}`);
    }
    case "list":
    case "places": {
      const list = typeof given === "string" ? [given] : given;
      const fine =
        Array.isArray(list) && list.every((member) => typeof member === "string" && member.trim().length > 1);
      return fine ? ok(list as string[]) : fail("expected a list of codes");
    }
    case "number-by-place":
      return readCounts(given);
  }
}

function readCounts(given: unknown): Result<FactValue, string> {
  if (!isRecord(given) || !Object.values(given).every(isCount)) return fail("expected numbers of 0 or more by place");
  const counts = new Map<string, unknown>();
  for (const [code, count] of Object.entries(given)) {
    const place = readPlace(code);
    if (counts.has(place) && counts.get(place) !== count) return fail(`two different numbers for ${place}`);
    counts.set(place, count);
  }
  return ok(given as Record<string, number>);
}

function refuse(path: string, message: string): { readonly ok: false; readonly failure: FactRefused } {
  return fail({ path, message });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isDay(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return false;
  const day = `${value}-01-01`.slice(0, 10);
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
