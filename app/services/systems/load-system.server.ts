import { worseOf } from "#app/domain/compliance/evidence/control-state.ts";
import { ownPlaces, questionView } from "#app/domain/compliance/question-view.ts";
import { shownValue } from "#app/domain/compliance/reasons.ts";
import type { SystemId } from "#app/domain/kernel/ids.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { listEntriesAbout } from "#db/repositories/governance.server.ts";
import { listIncidents } from "#db/repositories/registers.server.ts";
import { findSystem, type KeptSystem } from "#db/repositories/systems.server.ts";
import { listReportsOfSystem } from "#db/repositories/tool-reports.server.ts";
import { listVendorAnswers } from "#db/repositories/work-products.server.ts";
import type { Actor } from "../actor.ts";
import type { Assessed } from "../compliance/load-assessed.server.ts";
import { rowOf } from "../compliance/load-obligations.server.ts";
import type { Deps } from "../deps.ts";
import { loadStandings, type Standings } from "../evidence/load-standings.server.ts";
import { peopleHere } from "../evidence/people-here.server.ts";
import { classViews } from "./load-class-views.ts";
import { dutyCounts, openQuestions } from "./load-systems.server.ts";

const shownEntries = 30;

/**
 * One system with all that is known of it: its class under each law and why, its questions and duties, and the record of it.
 * `unfolded` names the class, as `law.class`, whose whole rule is wanted.
 */
export async function loadSystem(
  deps: Pick<Deps, "db" | "knowledge" | "now">,
  actor: Actor,
  id: SystemId,
  unfolded: string | null = null,
) {
  const loaded = await loadStandings(deps, actor, {});
  if (!loaded.ok) return loaded;
  const system = await findSystem(deps.db, actor.organizationId, id);
  if (system === null) return fail({ kind: "not-found" as const });
  const { assessed } = loaded.value;
  const { name, vendor, purpose, catalogueId, version, facts, prefilled, deletedAt, updatedAt } = system;
  const classes = classViews(deps, assessed, system, unfolded);
  const template = deps.knowledge.systemCatalogue.systems.find((one) => one.id === catalogueId);
  return ok({
    id: id as string,
    asOf: assessed.asOf,
    mayEdit: assessed.mayEdit,
    name,
    vendor,
    purpose,
    version,
    removed: deletedAt !== null,
    savedAt: updatedAt.toISOString(),
    catalogue:
      template === undefined
        ? null
        : {
            name: template.name,
            check: template.check,
            asOf: template.asOf,
            open: prefilled.filter((fact) => fact in facts).length,
          },
    ...dutyCounts(id, assessed),
    ...questionsOf(assessed, system, classes.askedByExit),
    laws: classes.laws,
    exit: classes.exit,
    duties: assessed.assessment.obligations
      .filter(({ perSystem }) => perSystem.some((one) => one.system === id))
      .map((duty) => rowOf(duty, assessed)),
    controls: controlsOf(id, loaded.value),
    ...(await recordOf(deps, actor, id)),
  });
}

/**
 * The questions about a system: open ones by how much they decide, answered ones with what was answered, and those that decide nothing
 * so far. Every question could be asked again; their forms are many, so whoever shows them asks for one.
 */
function questionsOf(assessed: Assessed, { id, facts, version, prefilled }: KeptSystem, elsewhere: readonly string[]) {
  const { pack } = assessed;
  const places = ownPlaces(assessed.facts.org);
  const open = new Map(openQuestions(id, assessed).map((question) => [question.fact, question]));
  const asked = pack.facts.filter((one) => one.id.startsWith("system.") && !elsewhere.includes(one.id));
  const views = asked.map((definition) => ({
    ...questionView(
      definition,
      [{ subject: id, name: null, value: facts[definition.id] ?? null, version }],
      pack,
      places,
    ),
    decides: open.get(definition.id)?.decides ?? 0,
    open: open.has(definition.id),
    answered: (facts[definition.id] ?? null) !== null,
    prefilled: prefilled.includes(definition.id),
  }));
  const rank = new Map([...open.keys()].map((fact, at) => [fact, at]));
  return {
    open: views.filter((view) => view.open).sort((a, b) => (rank.get(a.fact) ?? 0) - (rank.get(b.fact) ?? 0)),
    answered: asked.flatMap((definition) => {
      const given = facts[definition.id] ?? null;
      if (given === null || open.has(definition.id)) return [];
      const { id: fact, label } = definition;
      return [{ fact, label, given: shownValue(given, definition), prefilled: prefilled.includes(fact) }];
    }),
    again: views.filter((view) => view.answered && !view.open),
    others: views.filter((view) => !view.answered && !view.open),
  };
}

/** The controls that this system's duties ask for, with what the evidence shows for those duties; what needs most first. */
function controlsOf(id: string, { standings }: Standings) {
  const weight = { missing: 0, expired: 1, "needs-judgement": 2, present: 3 } as const;
  return standings
    .flatMap(({ control, evidence, serves }) => {
      const own = serves.filter(({ duty }) => duty.perSystem.some((one) => one.system === id));
      if (own.length === 0) return [];
      const about = evidence.filter(({ system }) => system === null || system === id).length;
      const state = own.map(({ shown }) => shown.state).reduce(worseOf, "present");
      return [{ id: control.id, title: control.title, state, duties: own.length, evidence: about }];
    })
    .sort((a, b) => weight[a.state] - weight[b.state] || b.duties - a.duties);
}

/** Incidents, answers of the vendor, and who changed what. */
async function recordOf(deps: Pick<Deps, "db" | "knowledge">, actor: Actor, id: SystemId) {
  const { organizationId } = actor;
  const [incidents, answers, entries, reports, { names }] = await Promise.all([
    listIncidents(deps.db, organizationId),
    listVendorAnswers(deps.db, organizationId, id),
    listEntriesAbout(deps.db, organizationId, [`system:${id}`], shownEntries),
    listReportsOfSystem(deps.db, organizationId, id),
    peopleHere(deps, actor),
  ]);
  const kinds = deps.knowledge.systemCatalogue.dataKinds;
  const questions = new Map(deps.knowledge.workProducts.vendorQuestions.map((one) => [one.id, one.question]));
  return {
    incidents: incidents
      .filter(({ systemId }) => systemId === id)
      .map((one) => ({ id: one.id, title: one.title, noticedAt: one.noticedAt, closed: one.closedAt !== null })),
    vendorAnswers: answers.flatMap(({ question, answer }) =>
      answer === null ? [] : [{ question: questions.get(question) ?? question, answer: answer.slice(0, 400) }],
    ),
    vendorQuestions: questions.size,
    reported: {
      count: reports.length,
      purposes: [...new Set(reports.map(({ purpose }) => purpose))].slice(0, 20),
      data: kinds.flatMap(({ id: kind, label }) => (reports.some(({ data }) => data.includes(kind)) ? [label] : [])),
    },
    history: entries.map(({ seq, at, actor: by, action }) => ({
      seq,
      at: at.toISOString(),
      action,
      who: names.get(by) ?? null,
    })),
  };
}
