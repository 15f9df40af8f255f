import { readFileSync } from "node:fs";
import { assessCompliance } from "#app/domain/compliance/assess-compliance.ts";
import type { Answer, ComplianceAssessment } from "#app/domain/compliance/findings.ts";
import type { ObligationPack } from "#app/domain/compliance/obligation-pack.ts";
import { readFacts } from "#app/domain/compliance/read-facts.ts";
import { parseIsoDate } from "#app/domain/kernel/iso-date.ts";

/** What a duty should come out as; without a date only whether it applies is looked at. */
export type Expected = { readonly applies: Answer; readonly appliesFrom?: string | null; readonly state?: string };

/** An organization described from the law's side, and what each duty named should come out as. */
export type Story = {
  readonly name: string;
  readonly source: string;
  readonly asOf: string;
  readonly org: unknown;
  readonly systems: unknown;
  readonly expect: Readonly<Record<string, Expected>>;
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

function linesOf(file: string): string[] {
  return readFileSync(new URL(file, folder), "utf8").split("\n").filter(Boolean);
}

/** Every case of all files, evaluated. */
export function checkCases(pack: ObligationPack): CaseOutcome[] {
  return [...dutyStories(pack.asOf), ...writtenStories()].flatMap((story) => checkStory(story, pack));
}

function checkStory(story: Story, pack: ObligationPack): CaseOutcome[] {
  const facts = readFacts(story, pack.facts);
  const asOf = parseIsoDate(story.asOf);
  if (!facts.ok || asOf === null) throw new Error(`${story.name}: ${facts.ok ? story.asOf : facts.failure.path}`);
  const assessment = assessCompliance(facts.value, withLawsOf(Object.keys(story.expect), pack), asOf);
  return Object.entries(story.expect).map(([duty, expected]) => {
    const found = foundFor(duty, assessment);
    return { name: story.name, duty, wanted: expected.applies, found, passed: agrees(found, expected) };
  });
}

/** The pack with the laws of some duties only: a case asks about few, and judges the rest for nothing. */
export function withLawsOf(duties: readonly string[], pack: ObligationPack): ObligationPack {
  const instruments = pack.instruments.filter(({ obligations }) => obligations.some(({ id }) => duties.includes(id)));
  return { ...pack, instruments };
}

function foundFor(duty: string, assessment: ComplianceAssessment): Expected {
  const finding = assessment.obligations.find(({ id }) => id === duty);
  if (finding !== undefined)
    return { applies: finding.applies, appliesFrom: finding.appliesFrom, state: finding.state };
  if (assessment.notApplicable.some(({ id }) => id === duty)) return { applies: "no" };
  throw new Error(`no duty ${duty} in the pack`);
}

function agrees(found: Expected, expected: Expected): boolean {
  const dated = expected.appliesFrom === undefined || found.appliesFrom === expected.appliesFrom;
  return found.applies === expected.applies && dated && (expected.state ?? found.state) === found.state;
}
