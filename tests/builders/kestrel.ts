import { kestrel } from "#app/demonstration/seed-demonstration.server.ts";
import type { MemberRole } from "#app/domain/tenancy/permissions.ts";
import { enterOrganization } from "#app/services/intake/enter-organization.server.ts";
import { listSystems } from "#db/repositories/systems.server.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";
import { aMemberRow } from "./a-person.ts";
import { anOrganizationRow } from "./an-organization.ts";

/** The demonstration's organization as its people typed it in, with nothing assessed or planned, and somebody in it. */
export async function aKestrelDesk(role: MemberRole = "owner") {
  const fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db, { name: "Kestrel Freight", slug: "kestrel" });
  const owner = await aMemberRow(fresh.db, id, "owner");
  const { actor } = role === "owner" ? owner : await aMemberRow(fresh.db, id, role);
  const clock = { now: new Date("2026-11-28T12:00:00Z") };
  const deps = await testDeps(fresh.db, { now: () => clock.now });
  const entered = await enterOrganization(deps, owner.actor, kestrel);
  if (!entered.ok) throw new Error(JSON.stringify(entered.failure));
  const systems = await listSystems(fresh.db, id);
  const system = (name: string) => {
    const found = systems.find((one) => one.name === name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found.id as string;
  };
  return { actor, owner: owner.actor, clock, deps, system, [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose]() };
}
