import type { ComplianceAssessment } from "../compliance/findings.ts";
import { reasonsWith } from "../compliance/reasons.ts";
import { dutyRef, lawTitle } from "./duties-served.ts";
import { type Filling, type Given, type InventorySystem, plain, sourced, spanOfFact, type Words } from "./given.ts";
import type { TableKind, TemplateBlock, VendorQuestion } from "./template.ts";
import type { DutyRef, Spans } from "./work-product.ts";

type TableBlock = Extract<TemplateBlock, { readonly table: TableKind }>;
type Row = readonly Spans[];
type Cell<Of> = (of: Of, filling: Filling) => Spans;

/** What the columns of each kind of table show. Tables of systems take any fact of a system too, as `fact:system.…`. */
export const columns = {
  systems: {
    name: ({ name, id }: InventorySystem) => [sourced(name, { kind: "inventory", system: id })],
    vendor: ({ vendor, id }: InventorySystem) => inventory(vendor, id, "Who supplies it?"),
    purpose: ({ purpose, id }: InventorySystem) => inventory(purpose, id, "What is it used for, in a sentence?"),
    duties: ({ id }: InventorySystem, { given }: Filling) => plain(String(dutiesOf(id, given, "yes"))),
    open: ({ id }: InventorySystem, { given }: Filling) => plain(String(dutiesOf(id, given, "unknown"))),
    questions: ({ id }: InventorySystem, { given }: Filling) =>
      plain(String(given.assessment.questions.filter(({ systems = [] }) => systems.includes(id)).length)),
  },
  duties: {
    title: ({ title, id }: DutyRef) => law(title, id),
    citation: ({ citation, id }: DutyRef) => law(citation, id),
    law: (duty: DutyRef) => law(duty.law, duty.id),
    stands: (duty: DutyRef, { words }: Filling) => law(words.stands(duty), duty.id),
    checked: (duty: DutyRef, { words }: Filling) => law(words.checked(duty), duty.id),
    systems: (duty: DutyRef, { words }: Filling) =>
      law(duty.systems.length === 0 ? words.everySystem : duty.systems.join(", "), duty.id),
    evidence: (duty: DutyRef, { given }: Filling) =>
      law(given.assessment.obligations.find(({ id }) => id === duty.id)?.evidence.join("; ") ?? "", duty.id),
  },
  "left-out": {
    title: ({ title, id }: LeftOut) => law(title, id),
    law: (one: LeftOut) => law(one.law, one.id),
    because: (one: LeftOut) => law(one.because, one.id),
  },
  questions: {
    question: ({ question, fact, system }: OpenQuestion) => [{ blank: question, fact, system }],
    why: ({ why }: OpenQuestion) => plain(why),
  },
  incidents: {
    noticed: (one: Given["incidents"][number], { words }: Filling) => register(words.moment(one.noticedAt)),
    title: ({ title }: Given["incidents"][number]) => register(title),
    happened: ({ happened }: Given["incidents"][number]) => register(happened),
    system: ({ systemId }: Given["incidents"][number], { given }: Filling) =>
      register(given.systems.find(({ id }) => id === systemId)?.name ?? "–"),
    severity: ({ severity }: Given["incidents"][number], { words }: Filling) => register(words.severity(severity)),
    people: ({ peopleAffected }: Given["incidents"][number], { words }: Filling) =>
      peopleAffected === null ? [{ blank: "How many people were affected?" }] : register(words.count(peopleAffected)),
    told: ({ told }: Given["incidents"][number]) =>
      told === null ? [{ blank: "Who was told, and when?" }] : register(told),
    deadlines: ({ deadlines }: Given["incidents"][number], { words }: Filling) =>
      register(
        deadlines
          .map(({ what, whom, dueAt }) => `${what} (${whom}): ${dueAt === null ? words.atOnce : words.moment(dueAt)}`)
          .join("; ") || "–",
      ),
    state: ({ closedAt }: Given["incidents"][number], { words }: Filling) =>
      register(closedAt === null ? words.open : `${words.closed}, ${words.date(closedAt.slice(0, 10))}`),
  },
  clocks: {
    what: ({ what }: ClockRow) => plain(what),
    whom: ({ whom }: ClockRow) => plain(whom),
    time: ({ words }: ClockRow) => plain(words),
    duty: ({ duty }: ClockRow) => law(duty.citation, duty.id),
    stands: ({ duty }: ClockRow, { words }: Filling) => law(words.stands(duty), duty.id),
    checked: ({ duty }: ClockRow, { words }: Filling) => law(words.checked(duty), duty.id),
  },
  literacy: {
    who: ({ who }: Given["literacy"][number]) => register(who),
    people: ({ people }: Given["literacy"][number], { words }: Filling) => register(words.count(people)),
    topic: ({ topic }: Given["literacy"][number]) => register(topic),
    held: ({ heldOn }: Given["literacy"][number], { words }: Filling) => register(words.date(heldOn)),
    expires: ({ expiresOn }: Given["literacy"][number], { words }: Filling) =>
      register(expiresOn === null ? "–" : words.date(expiresOn)),
    evidence: ({ evidence }: Given["literacy"][number]) =>
      evidence === null ? [{ blank: "What shows it: attendance list, test, certificate?" }] : register(evidence),
  },
  courses: {
    title: ({ title }: Given["courses"][number]) => plan(title),
    subject: ({ subject }: Given["courses"][number]) => plan(subject),
    start: ({ start }: Given["courses"][number], { words }: Filling) => plan(words.date(start)),
    finish: ({ finish }: Given["courses"][number], { words }: Filling) => plan(words.date(finish)),
    hours: ({ hours }: Given["courses"][number], { words }: Filling) => plan(words.count(hours)),
  },
  answers: {
    question: ({ question }: VendorQuestion) => plain(question),
    why: ({ why }: VendorQuestion) => plain(why),
    answer: ({ id }: VendorQuestion, { given }: Filling) => {
      const kept = given.answers.find(({ question }) => question === id);
      return kept === undefined
        ? [{ blank: "Vendor's answer, with the document that shows it" }]
        : register(kept.answer);
    },
    on: ({ id }: VendorQuestion, { given, words }: Filling) => {
      const kept = given.answers.find(({ question }) => question === id);
      return plain(kept === undefined ? "–" : words.date(kept.on));
    },
  },
} as const satisfies Readonly<Record<TableKind, Readonly<Record<string, Cell<never>>>>>;

type LeftOut = { readonly id: string; readonly title: string; readonly law: string; readonly because: string };
type OpenQuestion = {
  readonly question: string;
  readonly why: string;
  readonly fact: string;
  readonly system: string | null;
};
type ClockRow = { readonly what: string; readonly whom: string; readonly words: string; readonly duty: DutyRef };

/** The rows of a table of a template, cell by cell. */
export function rowsOf(block: TableBlock, filling: Filling): Row[] {
  const cells = columns[block.table] as Readonly<Record<string, Cell<unknown>>>;
  return subjectsOf(block, filling).map((subject) =>
    block.columns.map(([, shows]) => {
      if (shows.startsWith("fact:")) {
        const { id } = subject as InventorySystem;
        return [spanOfFact(filling.given, shows.slice("fact:".length), id, filling.words)];
      }
      return cells[shows]?.(subject, filling) ?? [];
    }),
  );
}

function subjectsOf(block: TableBlock, filling: Filling): readonly unknown[] {
  const { given, system } = filling;
  switch (block.table) {
    case "systems":
      return given.systems.filter(({ id }) => concerns(id, block.people, given));
    case "duties":
      return filling.serves.filter(({ id }) => meets(id, block.controls, given));
    case "left-out":
      return leftOut(filling);
    case "questions":
      return questionsOf(filling);
    case "incidents":
      return given.incidents.filter(({ systemId }) => system === null || systemId === system);
    case "clocks":
      return given.pack.clocks.flatMap(({ duty: id, ...clock }) => {
        const found = given.assessment.obligations.find((one) => one.id === id);
        const duty = found === undefined ? null : dutyRef(found, system, given);
        return duty === null ? [] : [{ ...clock, duty }];
      });
    case "literacy":
      return given.literacy;
    case "courses":
      return given.courses;
    case "answers":
      return vendorQuestionsFor(filling);
  }
}

/** The questions to a vendor that a duty of the system asks for, and those that are always asked. */
export function vendorQuestionsFor({ given, system }: Pick<Filling, "given" | "system">): readonly VendorQuestion[] {
  const asked = new Set(
    given.assessment.obligations
      .filter((duty) => dutyRef(duty, system, given) !== null)
      .flatMap(({ controls }) => controls),
  );
  return given.pack.vendorQuestions.filter(
    ({ controls }) => controls.length === 0 || controls.some((one) => asked.has(one)),
  );
}

/** True when a system concerns one of these people, or nobody has said whom it concerns. */
function concerns(id: string, people: readonly string[] | undefined, given: Given): boolean {
  const answered = given.facts.systems?.find((one) => one.id === id)?.facts["system.people"] ?? null;
  if (people === undefined || !Array.isArray(answered)) return true;
  return people.some((one) => (answered as readonly string[]).includes(one));
}

function meets(duty: string, controls: readonly string[] | undefined, given: Given): boolean {
  if (controls === undefined) return true;
  const found = given.assessment.obligations.find(({ id }) => id === duty);
  return found?.controls.some((one) => controls.includes(one)) ?? false;
}

/** Duties that sections of the document are written for and that do not apply, with the fact that decides. */
function leftOut({ given, template, words }: Filling): LeftOut[] {
  const named = new Set(template.sections.flatMap(({ duties = [] }) => duties));
  const reasons = reasonsWith(given.obligations.facts, new Map(given.systems.map(({ id, name }) => [id, name])));
  return given.assessment.notApplicable
    .filter(({ id }) => named.has(id))
    .map(({ id, title, instrument, because }) => ({
      id,
      title,
      law: lawTitle(instrument, given),
      because: reasons
        .of(because.slice(0, 1))
        .map(({ label, given: value, note }) => note ?? `${label}: ${shownShort(value, words)}`)
        .join("; "),
    }));
}

function shownShort(value: { readonly kind: string; readonly values: readonly string[] } | null, words: Words): string {
  if (value === null) return "–";
  const places = value.kind === "places";
  const all = value.values.map((one) => (places ? words.place(one) : one));
  return all.length === 0 ? "–" : all.slice(0, 6).join(", ") + (all.length > 6 ? " …" : "");
}

/** Questions that are open for the system, or for the organization, soonest to settle first. */
function questionsOf({ given, system }: Filling): OpenQuestion[] {
  return given.assessment.questions.flatMap(({ fact, question, why, systems = [] }) => {
    const isOwn = fact.startsWith("system.") ? system !== null && systems.includes(system) : system === null;
    return isOwn ? [{ question, why, fact, system: fact.startsWith("system.") ? system : null }] : [];
  });
}

const counted = new WeakMap<ComplianceAssessment, ReadonlyMap<string, Record<"yes" | "unknown", number>>>();

/** Duties of a system, counted once for an assessment: a register asks for every system. */
function dutiesOf(id: string, { assessment }: Given, applies: "yes" | "unknown"): number {
  const known = counted.get(assessment) ?? countDuties(assessment);
  counted.set(assessment, known);
  return known.get(id)?.[applies] ?? 0;
}

function countDuties({ obligations }: ComplianceAssessment) {
  const counts = new Map<string, Record<"yes" | "unknown", number>>();
  for (const { system, applies, state } of obligations.flatMap(({ perSystem }) => perSystem)) {
    if (state === "voluntary" || state === "watch") continue;
    const count = counts.get(system) ?? { yes: 0, unknown: 0 };
    count[applies] += 1;
    counts.set(system, count);
  }
  return counts;
}

function inventory(value: string | null, id: string, question: string): Spans {
  if (value === null || value.trim() === "") return [{ blank: question }];
  return [sourced(value, { kind: "inventory", system: id })];
}

function law(text: string, duty: string): Spans {
  return [sourced(text, { kind: "law", duty })];
}

function register(text: string): Spans {
  return [sourced(text, { kind: "register" })];
}

function plan(text: string): Spans {
  return [sourced(text, { kind: "plan" })];
}
