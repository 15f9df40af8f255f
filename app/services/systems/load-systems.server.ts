import { groupOfDuty } from "#app/domain/compliance/group-of-duty.ts";
import { ownPlaces, questionView } from "#app/domain/compliance/question-view.ts";
import { type SystemTemplate, searchCatalogue } from "#app/domain/compliance/system-template.ts";
import type { SystemId } from "#app/domain/kernel/ids.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { findSystem, listRemovedSystems } from "#db/repositories/systems.server.ts";
import type { Actor } from "../actor.ts";
import { type Assessed, loadAssessed } from "../compliance/load-assessed.server.ts";
import { rowOf } from "../compliance/load-obligations.server.ts";
import type { Deps } from "../deps.ts";
import { undoSince } from "../undo-since.ts";

/** The inventory with the duties that each system brings about. */
export async function loadSystems(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor) {
  const loaded = await loadAssessed(deps, actor, {});
  if (!loaded.ok) return loaded;
  const removed = await listRemovedSystems(deps.db, actor.organizationId, undoSince(deps.now()));
  const { assessment, systems, facts, pack, mayEdit, asOf } = loaded.value;
  const uses = new Map(
    pack.facts.find(({ id }) => id === "system.uses")?.options?.map((one) => [one.value, one.label]),
  );
  return ok({
    asOf,
    mayEdit,
    answered: facts.systems !== null,
    count: systems.length,
    duties: assessment.obligations.filter(
      ({ applies, state, perSystem }) => applies === "yes" && state === "in_force" && perSystem.length > 0,
    ).length,
    removed: removed.map(({ id, name }) => ({ id: id as string, name })),
    systems: systems.map(({ id, name, vendor, purpose, facts: answers }) => {
      const given = answers["system.uses"];
      return {
        id: id as string,
        name,
        vendor,
        purpose,
        uses: Array.isArray(given) ? (given as string[]).map((use) => uses.get(use) ?? use) : [],
        ...dutyCounts(id, loaded.value),
        openFacts: openQuestions(id, loaded.value).length,
      };
    }),
  });
}

/** One system: its answers, what is still asked about it, and its duties. */
export async function loadSystem(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor, id: SystemId) {
  const loaded = await loadAssessed(deps, actor, {});
  if (!loaded.ok) return loaded;
  const system = await findSystem(deps.db, actor.organizationId, id);
  if (system === null) return fail({ kind: "not-found" as const });
  const { assessment, pack, mayEdit, asOf } = loaded.value;
  const places = ownPlaces(loaded.value.facts.org);
  const { name, vendor, purpose, catalogueId, version, facts, deletedAt, updatedAt } = system;
  const open = new Map(openQuestions(id, loaded.value).map((question) => [question.fact, question]));
  const asked = pack.facts.filter((definition) => definition.id.startsWith("system."));
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
  }));
  const rank = new Map([...open.keys()].map((fact, at) => [fact, at]));
  const template = deps.knowledge.systemCatalogue.systems.find((one) => one.id === catalogueId);
  return ok({
    id: id as string,
    asOf,
    mayEdit,
    name,
    vendor,
    purpose,
    version,
    removed: deletedAt !== null,
    savedAt: updatedAt.toISOString(),
    check: template?.check ?? null,
    ...dutyCounts(id, loaded.value),
    open: views.filter((view) => view.open).sort((a, b) => (rank.get(a.fact) ?? 0) - (rank.get(b.fact) ?? 0)),
    answered: views.filter((view) => view.answered && !view.open),
    others: views.filter((view) => !view.answered && !view.open),
    duties: assessment.obligations
      .filter(({ perSystem }) => perSystem.some((one) => one.system === id))
      .map((duty) => rowOf(duty, loaded.value)),
  });
}

/** The tools of the catalogue that match, for adding one. */
export function findTemplates(deps: Pick<Deps, "knowledge">, asked: string): readonly SystemTemplate[] {
  return searchCatalogue(deps.knowledge.systemCatalogue, asked);
}

function dutyCounts(id: string, { assessment }: Assessed) {
  const own = assessment.obligations.flatMap(({ perSystem, applies, state }) =>
    perSystem.some((one) => one.system === id) ? [{ perSystem, applies, state }] : [],
  );
  const groups = own.map(({ perSystem }) => perSystem.find(({ system }) => system === id)).flatMap((one) => one ?? []);
  const count = (group: string) => groups.filter((one) => groupOfDuty(one) === group).length;
  return { inForce: count("in_force"), upcoming: count("upcoming"), mayApply: count("open") };
}

function openQuestions(id: string, { assessment }: Assessed) {
  return assessment.questions.filter(({ systems = [] }) => systems.includes(id));
}
