import { expect, test } from "vitest";
import { addRoles } from "#app/services/workforce/add-roles.server.ts";
import { cancelImport } from "#app/services/workforce/cancel-import.server.ts";
import { editRole } from "#app/services/workforce/edit-role.server.ts";
import { importRoles } from "#app/services/workforce/import-roles.server.ts";
import { loadImportChanges } from "#app/services/workforce/load-import-changes.server.ts";
import { undoImport } from "#app/services/workforce/undo-import.server.ts";
import { findRoleImport } from "#db/repositories/role-imports.server.ts";
import { findRole } from "#db/repositories/workforce.server.ts";
import { aCsv, aRoleDraft } from "#tests/builders/a-roster.ts";
import { anImportingHouse, type ImportingHouse } from "./an-importing-house.ts";

const clerk = aRoleDraft({ title: "Clerk", headcount: 4, tasks: [{ text: "Post invoices" }] });
const driver = aRoleDraft({ title: "Driver", headcount: 9 });
const packer = aRoleDraft({ title: "Packer", headcount: 2 });
const file = aCsv(
  "Job title,Headcount,Department,Site,Country",
  "Clerk,6,Operations,Hamburg,DE",
  "Driver,9,Operations,Hamburg,DE",
  "Loader,3,Operations,Hamburg,DE",
);
const mapping = {
  title: "Job title",
  headcount: "Headcount",
  department: "Department",
  site: "Site",
  country: "Country",
};

async function replaced(house: ImportingHouse): Promise<string> {
  await addRoles(house.deps, house.actor, [clerk, driver, packer]);
  const importId = await house.start(file);
  await house.map(importId, mapping, "replace");
  return importId;
}

const all = { kind: null, text: "" };
const page = { offset: 0, limit: 50 };

test("what an import would change is shown field by field before anything is saved", async () => {
  await using house = await anImportingHouse();
  const importId = await replaced(house);
  const before = await house.roles();
  const changes = await loadImportChanges(house.deps, house.actor, importId, all, page);
  if (!changes.ok) throw new Error(changes.failure.kind);
  expect(changes.value.lines.map(({ kind, title, fields }) => [kind, title, fields])).toEqual([
    ["change", "Clerk", [{ field: "headcount", before: 4, after: 6 }]],
    ["same", "Driver", []],
    ["add", "Loader", []],
    ["remove", "Packer", []],
  ]);
  expect(changes.value.report?.heads).toEqual({ added: 3, removed: 2, changed: 2 });
  const removals = await loadImportChanges(house.deps, house.actor, importId, { kind: "remove", text: "pack" }, page);
  expect(removals.ok && [removals.value.total, removals.value.lines[0]?.title]).toEqual([1, "Packer"]);
  expect(await house.roles()).toEqual(before);
});

test("undoing an import brings back exactly the roles that stood before", async () => {
  await using house = await anImportingHouse();
  const importId = await replaced(house);
  const before = await house.roles();
  expect(await importRoles(house.deps, house.actor, importId)).toEqual({ ok: true, value: "saved" });
  const saved = await house.roles();
  expect(saved.map(({ title, headcount }) => [title, headcount])).toEqual([
    ["Clerk", 6],
    ["Driver", 9],
    ["Loader", 3],
  ]);
  expect(saved[0]?.tasks).toEqual(clerk.tasks);
  expect(await undoImport(house.deps, house.actor, { importId, untouchedOnly: false })).toEqual({
    ok: true,
    value: "undone",
  });
  expect(await house.roles()).toEqual(before);
  expect(await undoImport(house.deps, house.actor, { importId, untouchedOnly: false })).toMatchObject({
    failure: { kind: "not-saved" },
  });
});

test("an import with a role that somebody changed since is undone only for the others, when asked", async () => {
  await using house = await anImportingHouse();
  const importId = await replaced(house);
  await importRoles(house.deps, house.actor, importId);
  const loader = (await house.roles()).find(({ title }) => title === "Loader");
  if (loader === undefined) throw new Error("no loader");
  const { id: roleId, ...draft } = loader;
  const version = (await findRole(house.deps.db, house.organizationId, roleId))?.version ?? 0;
  await editRole(house.deps, house.actor, { roleId, version, draft: { ...draft, headcount: 5 } });
  expect(await undoImport(house.deps, house.actor, { importId, untouchedOnly: false })).toEqual({
    ok: false,
    failure: { kind: "changed-since", count: 1, titles: ["Loader"] },
  });
  expect((await house.roles()).length).toBe(3);
  await undoImport(house.deps, house.actor, { importId, untouchedOnly: true });
  expect((await house.roles()).map(({ title, headcount }) => [title, headcount])).toEqual([
    ["Clerk", 4],
    ["Driver", 9],
    ["Loader", 5],
    ["Packer", 2],
  ]);
});

test("an import can be undone for thirty days", async () => {
  await using house = await anImportingHouse();
  const importId = await house.importFile(file);
  house.clock.now = new Date("2026-12-22T12:00:01Z");
  expect((await house.look(importId)).undo).toBeNull();
  expect(await undoImport(house.deps, house.actor, { importId, untouchedOnly: false })).toMatchObject({
    failure: { kind: "too-late" },
  });
});

test("a role that somebody edited between the look and the saving keeps what the file does not say of it", async () => {
  await using house = await anImportingHouse();
  const importId = await replaced(house);
  const role = (await house.roles()).find(({ title }) => title === "Clerk");
  if (role === undefined) throw new Error("no clerk");
  const { id: roleId, ...draft } = role;
  await editRole(house.deps, house.actor, { roleId, version: 1, draft: { ...draft, hoursPerYear: 1_500 } });
  await importRoles(house.deps, house.actor, importId);
  const titles = (await house.roles()).map(({ title, hoursPerYear, headcount }) => [title, hoursPerYear, headcount]);
  expect(titles).toContainEqual(["Clerk", 1_500, 6]);
});

async function aLargeImport(house: ImportingHouse, roles = 900): Promise<string> {
  const rows = Array.from({ length: 2_700 }, (_, at) => `Role ${at % roles},1`);
  const importId = await house.start(aCsv("title,headcount", ...rows));
  await house.job(importId);
  expect(await importRoles(house.deps, house.actor, importId)).toEqual({ ok: true, value: "queued" });
  return importId;
}

/** Time as the database sees it ends the process in the middle: the `turn`-th look at the clock never returns. */
function dyingAt(turn: number, now: () => Date): () => Date {
  let looks = 0;
  return () => {
    if (++looks >= turn) throw new Error("killed");
    return now();
  };
}

test.each([2, 3, 5])(
  "a job that dies after some of its runs goes on where it was and saves each role once (%i)",
  async (turn) => {
    await using house = await anImportingHouse();
    const importId = await aLargeImport(house);
    await expect(house.job(importId, { now: dyingAt(turn, house.deps.now) })).rejects.toThrow("killed");
    const half = (await house.roles()).length;
    expect(half).toBeLessThan(900);
    expect((await findRoleImport(house.deps.db, house.organizationId, importId))?.status).toBe("running");
    expect(await house.job(importId)).toEqual({ ok: true, value: undefined });
    expect(await house.job(importId)).toEqual({ ok: true, value: undefined });
    const roles = await house.roles();
    expect([roles.length, roles.reduce((sum, { headcount }) => sum + headcount, 0)]).toEqual([900, 2_700]);
    expect((await house.look(importId)).report).toMatchObject({ added: 900, people: 2_700 });
  },
);

test("a reading that dies is done again and ends with the same roles", async () => {
  await using house = await anImportingHouse();
  const rows = Array.from({ length: 2_700 }, (_, at) => (at === 50 ? "7,1" : `Role ${at % 900},1`));
  const importId = await house.start(aCsv("title,headcount", ...rows));
  let ids = 0;
  const newId = () => {
    if (++ids > 500) throw new Error("killed");
    return house.deps.newId();
  };
  await expect(house.job(importId, { newId })).rejects.toThrow("killed");
  expect((await house.look(importId)).status).toBe("reading");
  await house.job(importId);
  expect((await house.look(importId)).report).toMatchObject({ rows: 2_700, badRows: 1, roles: 900 });
});

test("an import that is stopped while it saves takes back what it saved", async () => {
  await using house = await anImportingHouse();
  await addRoles(house.deps, house.actor, [aRoleDraft({ title: "Role 3", department: "", site: "", country: "" })]);
  const before = await house.roles();
  const importId = await aLargeImport(house);
  await expect(house.job(importId, { now: dyingAt(4, house.deps.now) })).rejects.toThrow("killed");
  await cancelImport(house.deps, house.actor, importId);
  await house.job(importId);
  expect((await house.look(importId)).status).toBe("mapping");
  expect(await house.roles()).toEqual(before);
  expect(await importRoles(house.deps, house.actor, importId)).toEqual({ ok: true, value: "queued" });
});

test("a large import is undone by a job that may die as well", async () => {
  await using house = await anImportingHouse();
  const rows = Array.from({ length: 2_700 }, (_, at) => `Role ${at},1`);
  const importId = await house.start(aCsv("title,headcount", ...rows));
  await house.job(importId);
  await importRoles(house.deps, house.actor, importId);
  await house.job(importId);
  expect((await house.roles()).length).toBe(2_700);
  expect(await undoImport(house.deps, house.actor, { importId, untouchedOnly: false })).toEqual({
    ok: true,
    value: "queued",
  });
  await expect(house.job(importId, { now: dyingAt(4, house.deps.now) })).rejects.toThrow("killed");
  await house.job(importId);
  expect(await house.roles()).toEqual([]);
  expect((await house.look(importId)).status).toBe("undone");
});
