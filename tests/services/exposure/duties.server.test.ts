import { expect, test } from "vitest";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import type { StatedTask } from "#app/domain/workforce/role.ts";
import { loadDuties } from "#app/services/exposure/load-duties.server.ts";
import { restoreDuties, saveDuties } from "#app/services/exposure/save-duties.server.ts";
import { editRole } from "#app/services/workforce/edit-role.server.ts";
import type { Database } from "#db/client.server.ts";
import { listAuditEntries } from "#db/repositories/governance.server.ts";
import { findRole, insertRoles } from "#db/repositories/workforce.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";

const at = new Date("2026-11-20T09:00:00Z");
const duties: readonly StatedTask[] = [
  { text: "Match supplier invoices with purchase orders", timeShare: 0.5 },
  { text: "Answer suppliers who ask when they are paid", timeShare: 0.2, activity: "none" },
];

async function aCompany(db: Database) {
  const { id } = await anOrganizationRow(db);
  const owner = await aMemberRow(db, id);
  const viewer = await aMemberRow(db, id, "viewer");
  const drafts = [
    { title: "Accounts payable clerk", headcount: 12 },
    { title: "Dispatcher", headcount: 9 },
    { title: "Managing director", headcount: 1 },
  ];
  const given = drafts.map((draft, number) => ({ id: `${id}-${number}` as RoleId, draft }));
  await insertRoles(db, id, given, at);
  const [clerk, dispatcher, director] = given.map((role) => role.id) as [RoleId, RoleId, RoleId];
  return { id, owner: owner.actor, viewer: viewer.actor, clerk, dispatcher, director };
}

test("duties are kept with the activity a person chose, written into the log, and say what they changed", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { id, owner, clerk } = await aCompany(fresh.db);
  expect(await saveDuties(deps, owner, { roleId: clerk, version: 1, tasks: duties })).toMatchObject({ ok: true });
  expect((await findRole(fresh.db, id, clerk))?.role.tasks).toEqual(duties);
  const [entry] = await listAuditEntries(fresh.db, id, {}, 1);
  expect(entry).toMatchObject({ action: "exposure.state-duties", before: [], after: duties });
  const loaded = await loadDuties(deps, owner, clerk, null);
  const value = loaded.ok ? loaded.value : null;
  expect(value).toMatchObject({ version: 2, undoable: true, view: { says: "rest-usual" } });
  expect(value?.compared?.moved.length).toBeGreaterThan(0);
});

test("a draft is compared with what is saved and changes nothing", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { id, owner, clerk } = await aCompany(fresh.db);
  const draft = await loadDuties(deps, owner, clerk, duties);
  expect(draft.ok && draft.value.compared?.moved.length).toBeGreaterThan(0);
  expect(draft.ok && draft.value.view.duties[0]?.neighbours.length).toBeGreaterThan(0);
  expect((await findRole(fresh.db, id, clerk))?.role.tasks).toBeUndefined();
});

test("refuses who may only read, a role of somebody else, and a version that is no longer there", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const ours = await aCompany(fresh.db);
  const theirs = await aCompany(fresh.db);
  const command = { roleId: ours.clerk, version: 1, tasks: duties };
  const refused = (kind: string) => ({ ok: false, failure: { kind } });
  expect(await saveDuties(deps, ours.viewer, command)).toEqual(refused("forbidden"));
  expect(await saveDuties(deps, ours.owner, { ...command, roleId: theirs.clerk })).toEqual(refused("not-found"));
  expect(await loadDuties(deps, ours.owner, theirs.clerk, null)).toEqual(refused("not-found"));
  expect(await saveDuties(deps, ours.owner, { ...command, version: 7 })).toEqual(refused("conflict"));
  expect((await findRole(fresh.db, ours.id, ours.clerk))?.role.tasks).toBeUndefined();
});

test("duties of a role of one person, and of the role that would give it away, are not shown to who may not see persons", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { viewer, director, dispatcher, clerk } = await aCompany(fresh.db);
  for (const role of [director, dispatcher])
    expect(await loadDuties(deps, viewer, role, null)).toEqual({ ok: false, failure: { kind: "small" } });
  expect(await loadDuties(deps, viewer, clerk, null)).toMatchObject({ ok: true, value: { mayEdit: false } });
});

test("the earlier duties come back, once more brings the later ones, and not after a change elsewhere", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { id, owner, clerk } = await aCompany(fresh.db);
  const tasks = async () => (await findRole(fresh.db, id, clerk))?.role.tasks ?? [];
  const nothing = { ok: false, failure: { kind: "nothing-to-restore" } };
  expect(await restoreDuties(deps, owner, { roleId: clerk, version: 1 })).toEqual(nothing);
  await saveDuties(deps, owner, { roleId: clerk, version: 1, tasks: duties });
  expect(await restoreDuties(deps, owner, { roleId: clerk, version: 1 })).toMatchObject({
    failure: { kind: "conflict" },
  });
  expect(await restoreDuties(deps, owner, { roleId: clerk, version: 2 })).toMatchObject({ ok: true });
  expect(await tasks()).toEqual([]);
  await restoreDuties(deps, owner, { roleId: clerk, version: 3 });
  expect(await tasks()).toEqual(duties);
  const draft = { title: "Accounts payable clerk", headcount: 12, tasks: [{ text: "Pay invoices" }] };
  await editRole(deps, owner, { roleId: clerk, version: 4, draft });
  expect(await restoreDuties(deps, owner, { roleId: clerk, version: 5 })).toEqual(nothing);
});

test("the roster's form, which knows words alone, keeps the activity chosen for words that stayed", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { id, owner, clerk } = await aCompany(fresh.db);
  await saveDuties(deps, owner, { roleId: clerk, version: 1, tasks: duties });
  const tasks = duties.map(({ text }) => ({ text, timeShare: 0.4 }));
  const draft = { title: "Accounts payable clerk", headcount: 13, tasks };
  expect(await editRole(deps, owner, { roleId: clerk, version: 2, draft })).toMatchObject({ ok: true });
  expect((await findRole(fresh.db, id, clerk))?.role.tasks).toEqual([tasks[0], { ...tasks[1], activity: "none" }]);
});
