import { randomUUID } from "node:crypto";
import type { MemberRole } from "#app/domain/tenancy/permissions.ts";
import { controls } from "#app/knowledge/controls/index.ts";
import { riskClasses } from "#app/knowledge/obligations/classes.ts";
import { obligations } from "#app/knowledge/obligations/index.ts";
import { systemCatalogue } from "#app/knowledge/system-catalogue/index.ts";
import { workProducts } from "#app/knowledge/work-products/index.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { type FreshDatabase, freshDatabase } from "#tests/database/fresh-database.ts";
import { aMemberRow } from "./a-person.ts";
import { anOrganizationRow } from "./an-organization.ts";

const knowledge = { obligations, riskClasses, controls, systemCatalogue, workProducts } as Knowledge;

/** An organization with nothing answered, somebody in it, and what the compliance services need. The clock can be set. */
export async function aComplianceDesk(role: MemberRole = "owner") {
  const fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, id, role);
  return deskOn(fresh, actor);
}

function deskOn(fresh: FreshDatabase, actor: Awaited<ReturnType<typeof aMemberRow>>["actor"]) {
  const clock = { now: new Date("2026-11-22T12:00:00Z") };
  return {
    actor,
    clock,
    deps: { db: fresh.db, knowledge, now: () => clock.now, newId: randomUUID, origin: "https://groundwork.test" },
    [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose](),
  };
}
