import type { FactValues } from "#app/domain/compliance/facts.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { ok, type Result } from "#app/domain/kernel/result.ts";
import { maySeePeople } from "#app/domain/tenancy/may-do.ts";
import type { Course, Given } from "#app/domain/work-products/given.ts";
import { deadlinesOfIncident } from "#app/domain/work-products/incidents.ts";
import { visibleRecords } from "#app/domain/work-products/literacy.ts";
import type { TableKind, Template } from "#app/domain/work-products/template.ts";
import { listIncidents, listLiteracy } from "#db/repositories/registers.server.ts";
import { findOrganization } from "#db/repositories/tenancy.server.ts";
import { listVendorAnswers } from "#db/repositories/work-products.server.ts";
import type { Actor } from "../actor.ts";
import { assessFacts } from "../compliance/assess-facts.ts";
import { type Assessed, loadAssessed } from "../compliance/load-assessed.server.ts";
import type { Deps } from "../deps.ts";
import { loadUpskilling } from "../planning/load-upskilling.server.ts";

export type Gathering = {
  readonly templates: readonly Template[];
  readonly system: string | null;
  readonly typed: Readonly<Record<string, string>>;
  /** Facts that a form states for this document only, instead of the organization's answers. */
  readonly stated?: FactValues;
  /** Registers of persons are filled for everybody's eyes, or for whoever asks. */
  readonly eyes: "everybody" | "own";
};

export type Gathered = Given & { readonly assessed: Assessed };

/** Everything that documents are filled from; registers only where one of the templates has a table of them. */
export async function gatherGiven(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  { templates, system, typed, stated, eyes }: Gathering,
): Promise<Result<Gathered, { readonly kind: "forbidden" }>> {
  const loaded = await loadAssessed(deps, actor, {});
  if (!loaded.ok) return loaded;
  const { organizationId } = actor;
  const tables = new Set(templates.flatMap(tablesOf));
  const [organization, incidents, literacy, answers, courses] = await Promise.all([
    findOrganization(deps.db, organizationId),
    tables.has("incidents") ? listIncidents(deps.db, organizationId) : [],
    tables.has("literacy") ? listLiteracy(deps.db, organizationId) : [],
    tables.has("answers") && system !== null ? listVendorAnswers(deps.db, organizationId, system) : [],
    tables.has("courses") ? coursesOf(deps, actor) : [],
  ]);

  const { facts, pack, asOf, systems, assessment, answers: answered } = loaded.value;
  const ownFacts = stated === undefined ? facts : { ...facts, org: { ...facts.org, ...stated } };
  const findings = stated === undefined ? assessment : assessFacts(ownFacts, pack, asOf);
  const { shown } = visibleRecords(literacy, eyes === "own" && maySeePeople(actor));
  const { clocks } = deps.knowledge.workProducts;
  return ok({
    assessed: loaded.value,
    organization: organization?.name ?? "",
    facts: ownFacts,
    systems: systems.map(({ id, name, vendor, purpose }) => ({ id, name, vendor, purpose })),
    assessment: findings,
    obligations: pack,
    pack: deps.knowledge.workProducts,
    incidents: incidents.map((incident) => ({
      ...incident,
      deadlines: deadlinesOfIncident(incident, findings.obligations, clocks),
    })),
    literacy: shown,
    courses,
    answers: answers.flatMap(({ question, answer, answeredAt }) =>
      answer === null ? [] : [{ question, answer, on: isoDateOf(answeredAt) }],
    ),
    typed,
    answeredOn: new Map([...answered].map(([fact, { answeredAt }]) => [fact, isoDateOf(answeredAt)])),
    changedOn: new Map(systems.map(({ id, updatedAt }) => [id as string, isoDateOf(updatedAt)])),
  });
}

export function tablesOf({ sections }: Template): TableKind[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => ("table" in block ? [block.table] : [])));
}

/** Courses of groups of five people and more: a document is read by people who may not see smaller ones. */
async function coursesOf(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor): Promise<Course[]> {
  const found = await loadUpskilling(deps, { ...actor, role: "viewer", seesPeople: false });
  if (!found.ok) return [];
  return (found.value.groups ?? []).flatMap(({ title: subject, courses }) =>
    courses.map(({ title, start, finish, hours }) => ({
      title,
      subject,
      start,
      finish,
      hours: Math.round(hours),
    })),
  );
}
