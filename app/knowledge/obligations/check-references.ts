import type { FactDefinition } from "#app/domain/compliance/facts.ts";
import type { Leaf } from "#app/domain/compliance/obligation-pack.ts";
import { askedFact } from "#app/domain/compliance/test-leaf.ts";
import type { FileDefinition, FileInstrument, FileRule } from "./schema.ts";

/** How the answers to a kind of fact may be tested. */
const testsByKind: Readonly<Record<FactDefinition["kind"], readonly Leaf["op"][]>> = {
  "yes-no": ["eq"],
  number: ["gte", "gt"],
  date: ["before"],
  choice: ["eq", "in"],
  list: ["has_any"],
  places: ["touches"],
  "number-by-place": ["gte", "gt"],
};

/** What a pack may refer to. */
export type Vocabulary = {
  readonly facts: readonly FactDefinition[];
  readonly controls: readonly { readonly id: string }[];
  readonly definitions: readonly FileDefinition[];
};

/** Throws with file and path when a law asks for a fact, an option or a control that nobody knows, or tells its history out of order. */
export function checkInstrument(name: string, file: FileInstrument, known: Vocabulary): void {
  const refuse = refusal(name);
  if (name !== `${file.id}.json`) refuse("id", `"${file.id}" is not what the file is called`);
  checkRule(file.applies, "applies", known, refuse);
  checkOrder(file.history, "history", refuse);
  checkUnique(file.obligations, "obligations", refuse);
  for (const [at, { applies, dates = [], history }] of file.obligations.entries()) {
    const path = `obligations.${at}`;
    checkRule(applies, `${path}.applies`, known, refuse);
    for (const [place, { rule }] of dates.entries()) checkRule(rule, `${path}.dates.${place}.rule`, known, refuse);
    checkOrder(history, `${path}.history`, refuse);
    for (const [entry, { value }] of history.entries()) {
      for (const [place, control] of value.controls.entries()) {
        if (known.controls.some(({ id }) => id === control)) continue;
        refuse(`${path}.history.${entry}.value.controls.${place}`, `no control "${control}"`);
      }
    }
  }
}

/** The same for the files that all laws share. */
export function checkVocabulary(known: Vocabulary): void {
  checkUnique(known.facts, "", refusal("_facts.json"));
  checkUnique(known.controls, "", refusal("_controls.json"));
  checkUnique(known.definitions, "", refusal("_definitions.json"));
  for (const [at, { rule }] of known.definitions.entries()) {
    checkRule(rule, `${at}.rule`, known, refusal("_definitions.json"));
  }
}

/** Throws when two laws, or duties of two laws, have one id. */
export function checkIds(files: Readonly<Record<string, FileInstrument>>): void {
  const owners = new Map<string, string>();
  for (const [name, file] of Object.entries(files)) {
    const ids = [
      ["id", file.id] as const,
      ...file.obligations.map(({ id }, at) => [`obligations.${at}.id`, id] as const),
    ];
    for (const [path, id] of ids) {
      const owner = owners.get(id);
      if (owner !== undefined) refusal(name)(path, `"${id}" stands in ${owner} too`);
      owners.set(id, name);
    }
  }
}

/** Throws with file and path when a rule of a file that is no law asks for something nobody knows. */
export function checkRuleOf(file: string, rule: FileRule, path: string, known: Vocabulary): void {
  checkRule(rule, path, known, refusal(file));
}

type Refuse = (path: string, message: string) => never;

function refusal(name: string): Refuse {
  return (path, message) => {
    throw new Error(`${name}: ${path}: ${message}`);
  };
}

function checkUnique(items: readonly { readonly id: string }[], path: string, refuse: Refuse): void {
  const at = items.findIndex(({ id }, place) => items.findIndex((other) => other.id === id) < place);
  if (at >= 0) refuse(path === "" ? `${at}.id` : `${path}.${at}.id`, `"${items[at]?.id}" stands here twice`);
}

function checkOrder(history: readonly { readonly from: string | null }[], path: string, refuse: Refuse): void {
  const at = history.findIndex(({ from }, place) => place > 0 && (from ?? "") <= (history[place - 1]?.from ?? ""));
  if (at > 0) refuse(`${path}.${at}.from`, "is not later than the entry before");
}

function checkRule(rule: FileRule, path: string, known: Vocabulary, refuse: Refuse): void {
  if ("all" in rule) for (const [at, part] of rule.all.entries()) checkRule(part, `${path}.all.${at}`, known, refuse);
  if ("any" in rule) for (const [at, part] of rule.any.entries()) checkRule(part, `${path}.any.${at}`, known, refuse);
  if ("not" in rule) checkRule(rule.not, `${path}.not`, known, refuse);
  if ("fact" in rule) checkLeaf(rule, path, known, refuse);
}

function checkLeaf(leaf: Leaf, path: string, { facts }: Vocabulary, refuse: Refuse): void {
  const asked = askedFact(leaf).fact;
  const definition = facts.find(({ id }) => id === asked);
  if (definition === undefined) {
    refuse(`${path}.fact`, `no fact "${asked}"`);
  }
  if (!testsByKind[definition.kind].includes(leaf.op)) {
    refuse(`${path}.op`, `"${leaf.op}" does not suit "${asked}", which is of the kind ${definition.kind}`);
  }
  if ((leaf.op === "eq") !== (typeof leaf.value === "boolean") && definition.kind === "yes-no") {
    refuse(`${path}.value`, "expected true or false");
  }
  const { options } = definition;
  if (options === undefined || typeof leaf.value === "boolean") return;
  const codes = [leaf.value].flat().map(String);
  const unknown = codes.find((code) => !options.some(({ value }) => value === code));
  if (unknown !== undefined) refuse(`${path}.value`, `"${unknown}" is no option of "${asked}"`);
}
