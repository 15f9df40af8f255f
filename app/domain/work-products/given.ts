import type { FactDefinition, Facts, FactValue } from "../compliance/facts.ts";
import type { ComplianceAssessment } from "../compliance/findings.ts";
import type { ObligationPack } from "../compliance/obligation-pack.ts";
import type { IsoDate } from "../kernel/iso-date.ts";
import type { Incident, IncidentDeadline } from "./incidents.ts";
import type { LiteracyRecord } from "./literacy.ts";
import type { Template, WorkProductPack } from "./template.ts";
import type { DutyRef, Source, Span, Spans } from "./work-product.ts";

export type InventorySystem = {
  readonly id: string;
  readonly name: string;
  readonly vendor: string | null;
  readonly purpose: string | null;
};

export type Course = {
  readonly title: string;
  readonly subject: string;
  readonly start: IsoDate;
  readonly finish: IsoDate;
  readonly hours: number;
};

export type VendorAnswer = { readonly question: string; readonly answer: string; readonly on: IsoDate };

/** Everything a document may be filled from. */
export type Given = {
  readonly organization: string;
  readonly facts: Facts;
  readonly systems: readonly InventorySystem[];
  readonly assessment: ComplianceAssessment;
  readonly obligations: ObligationPack;
  readonly pack: WorkProductPack;
  readonly incidents: readonly (Incident & { readonly deadlines: readonly IncidentDeadline[] })[];
  readonly literacy: readonly LiteracyRecord[];
  readonly courses: readonly Course[];
  readonly answers: readonly VendorAnswer[];
  readonly typed: Readonly<Record<string, string>>;
  /** When each answer about the organization was given, and each entry of the inventory changed last. */
  readonly answeredOn: ReadonlyMap<string, IsoDate>;
  readonly changedOn: ReadonlyMap<string, IsoDate>;
};

/** What the house says around facts, in the reader's language. */
export type Words = {
  date(iso: string): string;
  moment(iso: string): string;
  place(code: string): string;
  count(value: number): string;
  readonly yes: string;
  readonly no: string;
  readonly point: string;
  readonly answer: string;
  readonly everySystem: string;
  /** When a duty binds, in words. */
  stands(duty: DutyRef): string;
  checked(duty: Pick<DutyRef, "checked">): string;
  /** Said behind a figure that was not read in a text quoting the law. */
  toCheck(duty: Pick<DutyRef, "citation" | "checked">): string;
  severity(code: string): string;
  readonly open: string;
  readonly closed: string;
  readonly atOnce: string;
};

/** What a filling is about: the facts, the system where the document is about one, the words. */
export type Filling = {
  readonly given: Given;
  readonly template: Template;
  readonly system: string | null;
  readonly words: Words;
  /** The duties the document serves, as they stand. */
  readonly serves: readonly DutyRef[];
};

/** An answer as people read it, or null where there is nothing to read. */
export function shownValue(value: FactValue, definition: FactDefinition | undefined, words: Words): string {
  const label = (code: string) => definition?.options?.find((option) => option.value === code)?.label ?? code;
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") return words.count(value);
  if (typeof value === "string" && definition?.kind === "date") {
    // A year or a month alone is an answer too.
    return value.length === "2026-11-28".length ? words.date(value) : value;
  }
  if (typeof value === "string") return label(value);
  if (Array.isArray(value)) {
    const places = definition?.kind === "places";
    return (value as readonly string[]).map((code) => (places ? words.place(code) : label(code))).join(", ");
  }
  return Object.entries(value)
    .map(([place, count]) => `${words.place(place)}: ${words.count(count)}`)
    .join(", ");
}

/** A fact with its source, or the blank that asks for it. An empty list is an answer: none. */
export function spanOfFact(
  given: Pick<Given, "facts" | "obligations">,
  fact: string,
  system: string | null,
  words: Words,
  none: string = "–",
): Span {
  const definition = given.obligations.facts.find(({ id }) => id === fact);
  const own = fact.startsWith("system.")
    ? given.facts.systems?.find(({ id }) => id === system)?.facts
    : given.facts.org;
  const value = own?.[fact] ?? null;
  if (value === null)
    return { blank: definition?.question ?? fact, fact, system: fact.startsWith("system.") ? system : null };
  const text = shownValue(value, definition, words);
  return sourced(text === "" ? none : text, { kind: "fact", fact, system: fact.startsWith("system.") ? system : null });
}

/** Text of somebody else on one line, so that it stays where it was put. */
export function sourced(text: string, from: Source): Span {
  return { text: oneLine(text), from };
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

export function plain(text: string): Spans {
  return [{ text }];
}
