import { expect, test } from "vitest";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { pricePlans } from "#app/knowledge/price-plans/index.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { addRole } from "#app/services/workforce/add-role.server.ts";
import { addRoles } from "#app/services/workforce/add-roles.server.ts";
import { editRole } from "#app/services/workforce/edit-role.server.ts";
import { pasteRoles } from "#app/services/workforce/paste-roles.server.ts";
import { putBackRole, removeRole } from "#app/services/workforce/remove-role.server.ts";
import { findRole, listRoles } from "#db/repositories/workforce.server.ts";
import { auditLog } from "#db/schema/governance.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { aRoleDraft } from "#tests/builders/a-roster.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

const noon = new Date("2026-11-22T12:00:00Z");
const knowledge = { pricePlans } as Knowledge;

async function aHouse(now = noon) {
  const fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, id, "editor");
  const { actor: viewer } = await aMemberRow(fresh.db, id, "viewer");
  const other = await anOrganizationRow(fresh.db);
  const { actor: stranger } = await aMemberRow(fresh.db, other.id, "owner");
  let count = 0;
  const deps = { db: fresh.db, knowledge, now: () => now, newId: () => `id-${++count}` };
  return {
    deps,
    actor,
    viewer,
    stranger,
    organizationId: id,
    [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose](),
  };
}

async function added(house: Awaited<ReturnType<typeof aHouse>>, draft = aRoleDraft()): Promise<RoleId> {
  const result = await addRole(house.deps, house.actor, draft);
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

test("an added role is kept with everything that was said, and written to the audit log", async () => {
  await using house = await aHouse();
  const draft = aRoleDraft({
    headcount: 0.5,
    annualPay: 41_500,
    currency: "EUR",
    tasks: [{ text: "Plan routes", timeShare: 0.4 }],
    gates: { highErrorCost: true },
  });
  const id = await added(house, draft);
  expect((await findRole(house.deps.db, house.organizationId, id))?.role).toEqual({ id, ...draft });
  const [entry] = await house.deps.db.select().from(auditLog);
  expect(entry).toMatchObject({ action: "workforce.roles-saved-by-form", subject: `role:${id}` });
});

test("the same role a second time is named instead of being overwritten", async () => {
  await using house = await aHouse();
  const id = await added(house);
  expect(await addRole(house.deps, house.actor, aRoleDraft({ title: " DISPATCHER ", headcount: 1 }))).toEqual({
    ok: false,
    failure: { kind: "same-role", roleId: id },
  });
});

test("who may only read changes nothing, and a stranger finds nothing", async () => {
  await using house = await aHouse();
  const id = await added(house);
  const edit = { roleId: id, version: 1, draft: aRoleDraft({ headcount: 99 }) };
  expect(await addRole(house.deps, house.viewer, aRoleDraft({ title: "Clerk" }))).toMatchObject({
    failure: { kind: "forbidden" },
  });
  expect(await editRole(house.deps, house.viewer, edit)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await removeRole(house.deps, house.viewer, id)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await editRole(house.deps, house.stranger, edit)).toMatchObject({ failure: { kind: "not-found" } });
  expect(await removeRole(house.deps, house.stranger, id)).toMatchObject({ failure: { kind: "not-found" } });
  expect(await putBackRole(house.deps, house.stranger, id)).toMatchObject({ failure: { kind: "not-found" } });
  expect((await listRoles(house.deps.db, house.organizationId)).map(({ headcount }) => headcount)).toEqual([9]);
});

test("of two tabs the later is told what the earlier saved, and nothing is overwritten", async () => {
  await using house = await aHouse();
  const id = await added(house);
  const first = await editRole(house.deps, house.actor, {
    roleId: id,
    version: 1,
    draft: aRoleDraft({ headcount: 12 }),
  });
  const second = await editRole(house.deps, house.actor, {
    roleId: id,
    version: 1,
    draft: aRoleDraft({ headcount: 7 }),
  });
  expect(first).toEqual({ ok: true, value: { version: 2 } });
  expect(second).toMatchObject({ ok: false, failure: { kind: "conflict", version: 2, current: { headcount: 12 } } });
  expect(
    await editRole(house.deps, house.actor, { roleId: id, version: 2, draft: aRoleDraft({ headcount: 7 }) }),
  ).toMatchObject({ ok: true });
});

test("a field that is emptied is not said any more", async () => {
  await using house = await aHouse();
  const id = await added(house, aRoleDraft({ annualPay: 40_000, currency: "EUR" }));
  await editRole(house.deps, house.actor, { roleId: id, version: 1, draft: { title: "Dispatcher", headcount: 9 } });
  expect((await findRole(house.deps.db, house.organizationId, id))?.role).toEqual({
    id,
    title: "Dispatcher",
    headcount: 9,
  });
});

test("a removed role comes back as it was within 30 days and not after", async () => {
  await using house = await aHouse();
  const id = await added(house);
  await removeRole(house.deps, house.actor, id);
  expect(await listRoles(house.deps.db, house.organizationId)).toEqual([]);
  const late = { ...house.deps, now: () => new Date(noon.getTime() + 31 * 86_400_000) };
  expect(await putBackRole(late, house.actor, id)).toMatchObject({ failure: { kind: "not-found" } });
  expect(await putBackRole(house.deps, house.actor, id)).toEqual({ ok: true, value: undefined });
  expect((await listRoles(house.deps.db, house.organizationId)).map(({ title }) => title)).toEqual(["Dispatcher"]);
});

test("a list that the plan has no room for is not saved in part", async () => {
  await using house = await aHouse();
  const drafts = Array.from({ length: 61 }, (_, at) => aRoleDraft({ title: `Role ${at}` }));
  expect(await addRoles(house.deps, house.actor, drafts)).toEqual({
    ok: false,
    failure: { kind: "over-limit", allowance: "roles", limit: 60, used: 0, plan: "Free" },
  });
  expect(await listRoles(house.deps.db, house.organizationId)).toEqual([]);
  expect((await addRoles(house.deps, house.actor, drafts.slice(0, 60))).ok).toBe(true);
});

const paste = { country: "DE", currency: "EUR", skipBad: false };

test("a pasted list is saved whole, and pasting it again changes nothing", async () => {
  await using house = await aHouse();
  const text = "Warehouse operative, 62\n22 x Forklift driver\nHead of HR";
  expect(await pasteRoles(house.deps, house.actor, { ...paste, text })).toMatchObject({
    value: { added: 3, people: 85 },
  });
  expect(await pasteRoles(house.deps, house.actor, { ...paste, text })).toMatchObject({
    value: { added: 0, unchanged: 3 },
  });
});

test("bad lines are named with their number, and nothing is saved until the person decides", async () => {
  await using house = await aHouse();
  const text = `Clerk, -2\nDriver, 3\n${"x".repeat(300)}, 1\n👷👷, 4`;
  const refused = await pasteRoles(house.deps, house.actor, { ...paste, text });
  expect(refused).toMatchObject({
    failure: { kind: "bad-lines", good: 1, bad: [{ line: 1 }, { line: 3 }, { line: 4 }] },
  });
  expect(await listRoles(house.deps.db, house.organizationId)).toEqual([]);
  expect(await pasteRoles(house.deps, house.actor, { ...paste, text, skipBad: true })).toMatchObject({
    value: { added: 1, badRows: 3 },
  });
});

test("an empty paste and one of thousands of lines are refused in plain terms", async () => {
  await using house = await aHouse();
  expect(await pasteRoles(house.deps, house.actor, { ...paste, text: " \n\n" })).toMatchObject({
    failure: { kind: "nothing-pasted" },
  });
  const many = Array.from({ length: 2001 }, (_, at) => `Role ${at}, 1`).join("\n");
  expect(await pasteRoles(house.deps, house.actor, { ...paste, text: many })).toMatchObject({
    failure: { kind: "too-many-lines" },
  });
});
