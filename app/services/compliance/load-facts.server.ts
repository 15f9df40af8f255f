import type { Facts, FactValue } from "#app/domain/compliance/facts.ts";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "#db/client.server.ts";
import { type KeptFact, listFacts } from "#db/repositories/facts.server.ts";
import { type KeptSystem, listSystems } from "#db/repositories/systems.server.ts";

/** The fact under which an organization says that it has no AI system: an empty inventory is an answer, none is a question. */
export const inventoryFact = "systems";

export type LoadedFacts = {
  readonly facts: Facts;
  readonly answers: ReadonlyMap<string, KeptFact>;
  readonly systems: readonly KeptSystem[];
};

/** What an organization has answered about itself and its systems, as the engine wants it. */
export async function loadFacts(db: Database, organizationId: OrganizationId): Promise<LoadedFacts> {
  const [kept, systems] = await Promise.all([listFacts(db, organizationId), listSystems(db, organizationId)]);
  const answers = new Map(kept.map((answer) => [answer.fact, answer]));
  const org: Record<string, FactValue> = {};
  for (const { fact, value } of kept) if (value !== null && fact !== inventoryFact) org[fact] = value;
  const saysNone = (answers.get(inventoryFact)?.value ?? null) !== null;
  const inventory = systems.length === 0 && !saysNone ? null : systems;
  return {
    facts: { org, systems: inventory?.map(({ id, name, facts }) => ({ id, name, facts })) ?? null },
    answers,
    systems,
  };
}
