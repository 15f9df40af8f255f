import { readFileSync } from "node:fs";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import type { Answer, ComplianceAssessment, ObligationFinding } from "#app/domain/compliance/findings.ts";
import type { InstrumentStatus, ObligationPack } from "#app/domain/compliance/obligation-pack.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { parseIsoDate } from "#app/domain/kernel/iso-date.ts";

/** What a duty should come out as. What is left out is not looked at. */
export type Expected = {
  readonly applies: Answer;
  readonly appliesFrom?: string | null;
  readonly state?: string;
  /** The systems that are caught: all others are not. */
  readonly systems?: readonly string[];
  /** The day of each system, where systems have days of their own. */
  readonly dates?: Readonly<Record<string, string | null>>;
  /** Facts that have to be among those that decided. */
  readonly because?: readonly string[];
};

/** An organization described from the law's side, and what each duty named should come out as. */
export type Story = {
  readonly name: string;
  readonly source: string;
  readonly asOf: string;
  readonly org: unknown;
  readonly systems: unknown;
  readonly expect: Readonly<Record<string, Expected>>;
  /** What whole laws should come out as: one that is no law, by its status. */
  readonly laws?: Readonly<Record<string, { readonly applies: Answer; readonly status: InstrumentStatus }>>;
};

export type CaseOutcome = {
  readonly name: string;
  readonly duty: string;
  readonly wanted: Answer;
  readonly found: Expected;
  readonly passed: boolean;
};

type DutyCase = { readonly duty: string; readonly org: unknown; readonly systems: unknown; readonly expect: Expected };

const folder = new URL("../../tests/cases/compliance/", import.meta.url);

/** Two cases for each duty, one that triggers it and one that does not, all on the day of the pack. */
export function dutyStories(asOf: string): Story[] {
  return linesOf("each-duty.ndjson").map((line) => {
    const { duty, org, systems, expect } = JSON.parse(line) as DutyCase;
    const name = `${duty} ${expect.applies === "yes" ? "applies" : "does not apply"}`;
    return { name, source: duty, asOf, org, systems, expect: { [duty]: expect } };
  });
}

/** Organizations written from the law's side: whole stories, and the edges of single rules, one a line. */
export function writtenStories(): Story[] {
  const stories = JSON.parse(readFileSync(new URL("stories.json", folder), "utf8")) as Story[];
  return [...stories, ...linesOf("edges.ndjson").map((line) => JSON.parse(line) as Story)];
}

/** Small organizations built from an article each: whom it should catch, and the neighbours it should not. */
export function lawSideStories(): Story[] {
  return JSON.parse(readFileSync(new URL("law-side.json", folder), "utf8")) as Story[];
}

function linesOf(file: string): string[] {
  return readFileSync(new URL(file, folder), "utf8").split("\n").filter(Boolean);
}

/** Every case of all files, evaluated. */
export function checkCases(pack: ObligationPack): CaseOutcome[] {
  const stories = [...dutyStories(pack.asOf), ...writtenStories(), ...lawSideStories()];
  return stories.flatMap((story) => checkStory(story, pack));
}

export function checkStory(story: Story, pack: ObligationPack): CaseOutcome[] {
  const facts = readFacts(story, pack.facts);
  const asOf = parseIsoDate(story.asOf);
  if (!facts.ok || asOf === null) throw new Error(`${story.name}: ${facts.ok ? story.asOf : facts.failure.path}`);
  const laws = Object.entries(story.laws ?? {});
  const concerned = withLawsOf([...Object.keys(story.expect), ...laws.map(([law]) => law)], pack);
  const assessment = assessCompliance(facts.value, concerned, asOf);
  const duties = Object.entries(story.expect).map(([duty, expected]) => {
    const found = foundFor(duty, assessment);
    return { name: story.name, duty, wanted: expected.applies, found, passed: agrees(found, expected) };
  });
  return [...duties, ...laws.map(([law, expected]) => checkLaw(story.name, law, expected, assessment))];
}

function checkLaw(
  name: string,
  law: string,
  expected: { readonly applies: Answer; readonly status: InstrumentStatus },
  { instruments }: ComplianceAssessment,
): CaseOutcome {
  const found = instruments.find(({ id }) => id === law);
  if (found === undefined) throw new Error(`no law ${law} in the pack`);
  const { applies, status } = found;
  const passed = applies === expected.applies && status === expected.status;
  return { name, duty: law, wanted: expected.applies, found: { applies, state: status }, passed };
}

/** The duties that no case triggers, or none spares. */
export function dutiesWithoutCase(pack: ObligationPack, outcomes: readonly CaseOutcome[]): readonly string[] {
  const known = new Set(outcomes.map(({ duty, wanted }) => `${duty} ${wanted}`));
  return pack.instruments.flatMap(({ obligations }) =>
    obligations.flatMap(({ id }) => {
      const lacks = [
        known.has(`${id} yes`) ? [] : ["one that triggers it"],
        known.has(`${id} no`) ? [] : ["one that does not"],
      ];
      return lacks.flat().map((lack) => `${id}: ${lack}`);
    }),
  );
}

/** The pack with some laws, or those of some duties, only: a case asks about few, and judges the rest for nothing. */
export function withLawsOf(named: readonly string[], pack: ObligationPack): ObligationPack {
  const instruments = pack.instruments.filter(
    (law) => named.includes(law.id) || law.obligations.some(({ id }) => named.includes(id)),
  );
  return { ...pack, instruments };
}

function foundFor(duty: string, assessment: ComplianceAssessment): Expected {
  const finding = assessment.obligations.find(({ id }) => id === duty);
  if (finding !== undefined) return asExpected(finding);
  const none = assessment.notApplicable.find(({ id }) => id === duty);
  if (none !== undefined) return { applies: "no", because: none.because.map(({ fact }) => fact) };
  throw new Error(`no duty ${duty} in the pack`);
}

function asExpected({ applies, appliesFrom, state, systems, perSystem, because }: ObligationFinding): Expected {
  const dates = Object.fromEntries(perSystem.map((one) => [one.system, one.appliesFrom]));
  return { applies, appliesFrom, state, systems, dates, because: because.map(({ fact }) => fact) };
}

function agrees(found: Expected, expected: Expected): boolean {
  return (
    found.applies === expected.applies &&
    (expected.appliesFrom === undefined || found.appliesFrom === expected.appliesFrom) &&
    (expected.state === undefined || found.state === expected.state) &&
    (expected.systems === undefined || found.systems?.join() === expected.systems.join()) &&
    Object.entries(expected.dates ?? {}).every(([system, day]) => found.dates?.[system] === day) &&
    (expected.because ?? []).every((fact) => found.because?.some((one) => one === fact || one.startsWith(`${fact}.`)))
  );
}
