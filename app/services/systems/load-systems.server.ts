import { groupOfDuty } from "#app/domain/compliance/group-of-duty.ts";
import { type SystemTemplate, searchCatalogue } from "#app/domain/compliance/system-template.ts";
import { ok } from "#app/domain/kernel/result.ts";
import { listRemovedSystems } from "#db/repositories/systems.server.ts";
import { countWaitingReports } from "#db/repositories/tool-reports.server.ts";
import type { Actor } from "../actor.ts";
import { type Assessed, loadAssessed } from "../compliance/load-assessed.server.ts";
import type { Deps } from "../deps.ts";
import { undoSince } from "../undo-since.ts";

/** The inventory with the duties that each system brings about. */
export async function loadSystems(deps: Pick<Deps, "db" | "knowledge" | "now">, actor: Actor) {
  const loaded = await loadAssessed(deps, actor, {});
  if (!loaded.ok) return loaded;
  const [removed, reports] = await Promise.all([
    listRemovedSystems(deps.db, actor.organizationId, undoSince(deps.now())),
    countWaitingReports(deps.db, actor.organizationId),
  ]);
  const { assessment, systems, facts, pack, mayEdit, asOf } = loaded.value;
  const uses = new Map(
    pack.facts.find(({ id }) => id === "system.uses")?.options?.map((one) => [one.value, one.label]),
  );
  return ok({
    asOf,
    mayEdit,
    answered: facts.systems !== null,
    /** Reports of staff about tools that nobody has decided. */
    reports,
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

/** The tools of the catalogue that match, for adding one. */
export function findTemplates(deps: Pick<Deps, "knowledge">, asked: string): readonly SystemTemplate[] {
  return searchCatalogue(deps.knowledge.systemCatalogue, asked);
}

/** How many duties a system brings about, by how they stand. */
export function dutyCounts(id: string, { assessment }: Assessed) {
  const own = assessment.obligations.flatMap(({ perSystem, applies, state }) =>
    perSystem.some((one) => one.system === id) ? [{ perSystem, applies, state }] : [],
  );
  const groups = own.map(({ perSystem }) => perSystem.find(({ system }) => system === id)).flatMap((one) => one ?? []);
  const count = (group: string) => groups.filter((one) => groupOfDuty(one) === group).length;
  return { inForce: count("in_force"), upcoming: count("upcoming"), mayApply: count("open") };
}

/** The questions that are open for a system. */
export function openQuestions(id: string, { assessment }: Assessed) {
  return assessment.questions.filter(({ systems = [] }) => systems.includes(id));
}
