import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { listGrants } from "#db/repositories/practices.server.ts";
import { listMembers } from "#db/repositories/tenancy.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";

/** Names by id of those who belong here or act here, and whether anybody but `actor` may review evidence. */
export async function peopleHere(deps: Pick<Deps, "db">, { organizationId, userId }: Actor) {
  const people = [...(await listMembers(deps.db, organizationId)), ...(await listGrants(deps.db, organizationId))];
  return {
    names: new Map<string, string>(people.map((person) => [person.userId, person.name])),
    secondPerson: people.some((person) => person.userId !== userId && mayDo(person.role, "evidence:review")),
  };
}
