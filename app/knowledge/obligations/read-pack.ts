import type { z } from "zod";
import type { Instrument, Obligation, ObligationPack, Rule } from "#app/domain/compliance/obligation-pack.ts";
import { shareRules } from "#app/domain/compliance/share-rules.ts";
import { checkIds, checkInstrument, checkVocabulary } from "./check-references.ts";
import {
  controlsFile,
  definitionsFile,
  type FileDefinition,
  type FileInstrument,
  type FileObligation,
  type FileRule,
  factsFile,
  instrumentFile,
  sentencesFile,
} from "./schema.ts";

/** The files of a pack as they come from disk: what they hold, or their text. */
export type PackFiles = {
  readonly version: string;
  readonly asOf: ObligationPack["asOf"];
  readonly facts: unknown;
  readonly controls: unknown;
  readonly definitions: unknown;
  readonly notCovered: unknown;
  readonly instruments: Readonly<Record<string, unknown>>;
};

/**
 * Reads a whole pack. Throws with file and path when a file is not JSON, does not hold what its schema asks for, or refers to a fact,
 * an option, a control or a rule that nobody knows.
 */
export function readPack(files: PackFiles): ObligationPack {
  const definitions = parseFile("_definitions.json", definitionsFile, files.definitions);
  const facts = parseFile("_facts.json", factsFile, files.facts);
  const controls = parseFile("_controls.json", controlsFile, files.controls);
  const known = { facts, controls, definitions };
  checkVocabulary(known);
  const parsed = Object.fromEntries(
    Object.entries(files.instruments).map(([name, content]) => [name, parseFile(name, instrumentFile, content)]),
  );
  checkIds(parsed);
  const instruments = Object.entries(parsed).map(([name, file]) => {
    checkInstrument(name, file, known);
    return readInstrument(file, definitions, name);
  });
  return {
    version: files.version,
    asOf: files.asOf,
    facts,
    controls,
    instruments: shareRules(instruments),
    notCovered: parseFile("_not-covered.json", sentencesFile, files.notCovered),
  };
}

export function parseFile<Value>(name: string, schema: z.ZodType<Value>, content: unknown): Value {
  const read = schema.safeParse(typeof content === "string" ? fromText(name, content) : content);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`${name}: ${issue?.path.join(".") || "(whole file)"}: ${issue?.message ?? "not readable"}`);
}

function fromText(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${name}: (whole file): not JSON: ${cause instanceof Error ? cause.message : "not readable"}`);
  }
}

function readInstrument(file: FileInstrument, definitions: readonly FileDefinition[], name: string): Instrument {
  const resolve = ruleReader(file.applies, definitions, name);
  function readObligation({ applies, dates, ...obligation }: FileObligation): Obligation {
    return {
      ...obligation,
      applies: resolve(applies),
      ...(dates && { dates: dates.map((dated) => ({ ...dated, rule: resolve(dated.rule) })) }),
    };
  }
  return { ...file, applies: resolve(file.applies), obligations: file.obligations.map(readObligation) };
}

/** Reads rules in which names of definitions stand, and `scope` for what the law applies to. */
export function ruleReader(
  applies: FileRule,
  definitions: readonly FileDefinition[],
  name: string,
): (rule: FileRule) => Rule {
  const scope: FileDefinition = { id: "scope", meaning: "within the scope of this law", rule: applies };
  const known = new Map([...definitions, scope].map((definition) => [definition.id, definition]));
  function resolve(rule: FileRule, open: readonly string[] = []): Rule {
    if ("all" in rule) return { all: rule.all.map((part) => resolve(part, open)) };
    if ("any" in rule) return { any: rule.any.map((part) => resolve(part, open)) };
    if ("not" in rule) return { not: resolve(rule.not, open) };
    if (!("is" in rule)) return rule;
    const definition = known.get(rule.is);
    if (definition === undefined || open.includes(rule.is)) {
      throw new Error(`${name}: the rule "${rule.is}" is ${definition ? "defined by itself" : "not defined"}`);
    }
    return { is: rule.is, meaning: definition.meaning, rule: resolve(definition.rule, [...open, rule.is]) };
  }
  return (rule) => resolve(rule);
}
