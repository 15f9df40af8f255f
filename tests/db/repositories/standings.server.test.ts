import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { FactValue } from "#app/domain/compliance/facts.ts";
import type { OrganizationId, RoleId, SystemId } from "#app/domain/kernel/ids.ts";
import type { Database } from "#db/client.server.ts";
import { findComplianceStanding } from "#db/repositories/compliance.server.ts";
import { deleteTitleChoice, findExposureStanding, putTitleChoice } from "#db/repositories/exposure.server.ts";
import { keepFact } from "#db/repositories/facts.server.ts";
import { insertSystem, markSystemRemoved, updateSystem } from "#db/repositories/systems.server.ts";
import {
  insertRoles,
  overwriteRoles,
  removeRoles,
  restoreRole,
  updateRole,
} from "#db/repositories/workforce.server.ts";
import { organizations } from "#db/schema/tenancy.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

const at = new Date("2026-11-22T09:00:00Z");
const long = new Date("2026-01-01T00:00:00Z");

type Change = (db: Database, organizationId: OrganizationId) => Promise<unknown>;

/** The stamps before and after each change, and of an organization that none of it is about. */
async function stampsOver(changes: readonly Change[], stampOf: (db: Database, id: OrganizationId) => Promise<string>) {
  await using fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const other = await anOrganizationRow(fresh.db);
  const stamps = [await stampOf(fresh.db, id)];
  const others = [await stampOf(fresh.db, other.id)];
  for (const change of changes) {
    await change(fresh.db, id);
    stamps.push(await stampOf(fresh.db, id));
    others.push(await stampOf(fresh.db, other.id));
  }
  return { stamps, others };
}

test("every change of an answer or a system gives a stamp of duties that never was, also one that is undone", async () => {
  const answer =
    (value: FactValue | null, version: number): Change =>
    (db, id) =>
      keepFact(db, id, { fact: "org.sells_in", value, answeredBy: "x", answeredAt: at }, version);
  const system = "system-1" as SystemId;
  const draft = { name: "Ranker", vendor: null, purpose: null, catalogueId: null, facts: { "system.uses": ["a"] } };
  const changes: readonly Change[] = [
    answer(["DE"], 0),
    answer(["FR"], 1),
    answer(["DE"], 2),
    answer(null, 3),
    (db, id) => insertSystem(db, id, system, draft, at),
    (db, id) => updateSystem(db, id, system, { ...draft, facts: {} }, 1, at),
    (db, id) => updateSystem(db, id, system, draft, 2, at),
    (db, id) => updateSystem(db, id, system, { ...draft, name: "Sorter" }, 3, at),
    (db, id) => markSystemRemoved(db, id, system, { removedAt: at }),
    (db, id) => markSystemRemoved(db, id, system, { removedAt: null, since: long }),
  ];
  const { stamps, others } = await stampsOver(changes, async (db, id) => (await findComplianceStanding(db, id)).stamp);
  expect(new Set(stamps).size).toBe(1 + changes.length);
  expect(new Set(others).size).toBe(1);
});

test("every change of a role, a choice of title or the currency gives a stamp of exposure that never was", async () => {
  const role = "role-1" as RoleId;
  const draft = { title: "Night guard", headcount: 4 };
  const choose =
    (onet: string, chosenAt: Date): Change =>
    (db, id) =>
      putTitleChoice(db, id, { title: "night guard", onet, chosenBy: "x", chosenAt });
  const changes: readonly Change[] = [
    (db, id) => insertRoles(db, id, [{ id: role, draft }], at),
    (db, id) => updateRole(db, id, { id: role, ...draft, headcount: 5 }, 1, at),
    (db, id) => updateRole(db, id, { id: role, ...draft }, 2, at),
    (db, id) => overwriteRoles(db, id, [{ id: role, ...draft, site: "Kiel" }], at),
    (db, id) => removeRoles(db, id, [role], at),
    (db, id) => restoreRole(db, id, role, long),
    choose("33-9032.00", at),
    choose("33-3051.00", new Date(at.getTime() + 1)),
    choose("33-9032.00", new Date(at.getTime() + 2)),
    (db, id) => db.update(organizations).set({ currency: "CHF" }).where(eq(organizations.id, id)),
    (db, id) => deleteTitleChoice(db, id, "night guard"),
  ];
  const { stamps, others } = await stampsOver(changes, async (db, id) => (await findExposureStanding(db, id)).stamp);
  expect(new Set(stamps).size).toBe(1 + changes.length);
  expect(new Set(others).size).toBe(1);
});
