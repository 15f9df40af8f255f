import type { Actor } from "#app/services/actor.ts";
import { assignDuties } from "#app/services/compliance/assign-duties.server.ts";
import { loadAssessed } from "#app/services/compliance/load-assessed.server.ts";
import { lookAtDuties } from "#app/services/compliance/look-at-duties.server.ts";
import { noteChanges } from "#app/services/compliance/note-changes.server.ts";
import { saveFacts } from "#app/services/compliance/save-facts.server.ts";
import type { Deps } from "#app/services/deps.ts";
import { changeSystem } from "#app/services/systems/change-system.server.ts";
import { listChanges } from "#db/repositories/radar.server.ts";
import { factsSince, systemFactsSince } from "./organization.ts";
import { counsel, it, ownersOfLaws } from "./people.ts";
import { type Happening, must, systemNamed, writtenBy } from "./seeding.server.ts";

/** Who answers for which duties, and what changed in them since: some of it seen by counsel, the last of it by nobody. */
export function dutiesFollowed(actor: Actor): Happening[] {
  const look: Happening["happen"] = (deps) => lookAtDuties(deps, actor.organizationId);
  return [
    { daysAgo: 97, happen: look },
    { daysAgo: 89, happen: (deps) => giveDuties(deps, actor) },
    ...systemFactsSince.map(
      ({ system, facts, daysAgo }): Happening => ({
        daysAgo,
        happen: async (deps) => {
          const id = await systemNamed(deps, actor, system);
          must(system, await changeSystem(deps, writtenBy(actor, it), { id, version: 1, facts }));
          await look(deps);
        },
      }),
    ),
    { daysAgo: 10, happen: (deps) => noteAll(deps, actor) },
    {
      daysAgo: 9,
      happen: async (deps) => {
        const given = Object.entries(factsSince).map(([fact, value]) => ({ fact, value, version: 0 }));
        must("facts since", await saveFacts(deps, writtenBy(actor, counsel), given));
        await look(deps);
      },
    },
    { daysAgo: 0, happen: look },
  ];
}

async function giveDuties(deps: Deps, actor: Actor): Promise<void> {
  const { assessment } = must("duties", await loadAssessed(deps, actor, {}));
  const binding = assessment.obligations.filter(({ applies }) => applies === "yes");
  for (const { owner, laws } of ownersOfLaws) {
    const duties = binding.filter(({ instrument }) => laws.includes(instrument)).map(({ id }) => id);
    if (duties.length === 0) continue;
    const command = { duties, owner: owner.userId, seenAt: deps.now() };
    must(`duties of ${owner.name}`, await assignDuties(deps, writtenBy(actor, counsel), command));
  }
}

async function noteAll(deps: Deps, actor: Actor): Promise<void> {
  const found = await listChanges(deps.db, actor.organizationId, new Date(0), { limit: 100, sure: true });
  const changes = found.map(({ id }) => id);
  must("changes noted", await noteChanges(deps, writtenBy(actor, counsel), { changes, noted: true }));
}
