import { expect, test } from "vitest";
import { createCompute } from "#app/adapters/compute/thread-compute.ts";
import { tables } from "#app/adapters/tables/tables.ts";
import { foldEvents } from "#app/domain/billing/fold-events.ts";
import { pricePlans } from "#app/knowledge/price-plans/index.ts";
import type { Knowledge } from "#app/services/knowledge.ts";
import { addRoles } from "#app/services/workforce/add-roles.server.ts";
import { importRoles } from "#app/services/workforce/import-roles.server.ts";
import { importRolesJob } from "#app/services/workforce/import-roles-job.server.ts";
import { loadImport } from "#app/services/workforce/load-import.server.ts";
import { mapImport } from "#app/services/workforce/map-import.server.ts";
import { startImport } from "#app/services/workforce/start-import.server.ts";
import { writeBadRows } from "#app/services/workforce/write-roster.server.ts";
import { entries } from "#app/workers/entries.ts";
import { saveBillingState } from "#db/repositories/billing.server.ts";
import { findRoleImport } from "#db/repositories/role-imports.server.ts";
import { listRoles } from "#db/repositories/workforce.server.ts";
import { subscriptions } from "#db/schema/billing.ts";
import { jobs } from "#db/schema/jobs.ts";
import { files } from "#db/schema/reports.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { aCsv, aRoleDraft } from "#tests/builders/a-roster.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { aSubscriptionChange } from "#tests/builders/billing.ts";
import { aCell, aWorkbook } from "#tests/builders/workbooks.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";

const noon = new Date("2026-11-22T12:00:00Z");
const compute = createCompute({ folder: null, entries });
const knowledge = { pricePlans, occupations: { model: { hoursPerYear: 1_800 } } } as unknown as Knowledge;
const context = { signal: new AbortController().signal, progress: async () => {} };

async function aHouse() {
  const fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, id, "editor");
  const other = await anOrganizationRow(fresh.db);
  const { actor: stranger } = await aMemberRow(fresh.db, other.id, "owner");
  let count = 0;
  const deps = { db: fresh.db, knowledge, tables, compute, now: () => noon, newId: () => `id-${++count}` };
  return { deps, actor, stranger, organizationId: id, [Symbol.asyncDispose]: () => fresh[Symbol.asyncDispose]() };
}

type House = Awaited<ReturnType<typeof aHouse>>;

async function started(house: House, bytes: Uint8Array, fileName = "roster.csv"): Promise<string> {
  const result = await startImport(house.deps, house.actor, { fileName, bytes });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.importId;
}

async function view(house: House, importId: string) {
  const loaded = await loadImport(house.deps, house.actor, importId);
  if (!loaded.ok) throw new Error(loaded.failure.kind);
  return loaded.value;
}

const roster = aCsv(
  "Job title,Headcount,Salary,Country",
  "Clerk,4,41500,DE",
  "Driver,-3,39000,DE",
  "Packer,2,,Atlantis",
  "Loader,6,,",
);

test("an uploaded roster is looked at before anything is saved", async () => {
  await using house = await aHouse();
  const shown = await view(house, await started(house, roster));
  expect(shown.settings.mapping).toEqual({
    title: "Job title",
    headcount: "Headcount",
    annualPay: "Salary",
    country: "Country",
  });
  expect(shown.report).toMatchObject({ rows: 4, badRows: 2, roles: 2, people: 10, added: 2 });
  expect(shown.bad.map(({ line, problems }) => [line, problems[0]?.code])).toEqual([
    [3, "notAboveZero"],
    [4, "countryUnknown"],
  ]);
  expect(await listRoles(house.deps.db, house.organizationId)).toEqual([]);
});

test("saving keeps the good rows, and the bad ones can be had back with their reasons", async () => {
  await using house = await aHouse();
  const importId = await started(house, roster);
  expect(await importRoles(house.deps, house.actor, importId)).toEqual({ ok: true, value: "saved" });
  const titles = (await listRoles(house.deps.db, house.organizationId)).map(({ title }) => title);
  expect(titles).toEqual(["Clerk", "Loader"]);
  const back = await writeBadRows(house.deps, house.actor, importId, ({ code }) => code);
  expect(back.ok && back.value).toContain("Driver,'-3,39000,DE,3,notAboveZero");
  expect(back.ok && back.value).toContain("Packer,2,,Atlantis,4,countryUnknown");
  expect(await importRoles(house.deps, house.actor, importId)).toMatchObject({ failure: { kind: "already-saved" } });
});

test("another mapping is another reading of the same file", async () => {
  await using house = await aHouse();
  const importId = await started(house, aCsv("A,B", "Clerk,4", "Driver,9"));
  expect((await view(house, importId)).report).toBeNull();
  const settings = { mapping: { title: "A", headcount: "B" }, mode: "update", currency: null, country: "DE" } as const;
  expect(await mapImport(house.deps, house.actor, { importId, settings })).toEqual({ ok: true, value: undefined });
  expect((await view(house, importId)).report).toMatchObject({ badRows: 0, people: 13 });
  const without = { ...settings, mapping: { headcount: "B" } };
  expect(await mapImport(house.deps, house.actor, { importId, settings: without })).toMatchObject({
    failure: { kind: "title-not-mapped" },
  });
});

test("the next file with the same columns is read as the last one was", async () => {
  await using house = await aHouse();
  const file = aCsv("A,B", "Clerk,4");
  const settings = {
    mapping: { title: "A", headcount: "B" },
    mode: "update",
    currency: "USD",
    country: "US-IL",
  } as const;
  const importId = await started(house, file);
  await mapImport(house.deps, house.actor, { importId, settings });
  await importRoles(house.deps, house.actor, importId);
  expect((await view(house, await started(house, file))).settings).toMatchObject({
    mapping: settings.mapping,
    currency: "USD",
    country: "US-IL",
  });
});

test("a replacement removes what the file does not name, and an update does not", async () => {
  await using house = await aHouse();
  await addRoles(house.deps, house.actor, [aRoleDraft({ title: "Old role" })]);
  const importId = await started(house, aCsv("title,headcount", "Clerk,4"));
  const mapping = { title: "title", headcount: "headcount" };
  await mapImport(house.deps, house.actor, {
    importId,
    settings: { mapping, mode: "replace", currency: null, country: null },
  });
  expect((await view(house, importId)).report).toMatchObject({ added: 1, removed: 1 });
  await importRoles(house.deps, house.actor, importId);
  expect((await listRoles(house.deps.db, house.organizationId)).map(({ title }) => title)).toEqual(["Clerk"]);
});

test("more rows than a page waits for are saved by a job, once, however often it runs", async () => {
  await using house = await aHouse();
  const rows = Array.from({ length: 2_400 }, (_, at) => `Role ${at % 50},1`);
  const importId = await started(house, aCsv("title,headcount", ...rows));
  const { organizationId } = house;
  expect(await importRoles(house.deps, house.actor, importId)).toMatchObject({ failure: { kind: "being-read" } });
  await importRolesJob(house.deps, { organizationId, importId, requestedBy: "user-1" }, context);
  expect((await view(house, importId)).report).toMatchObject({ rows: 2_400, roles: 50, added: 50 });
  expect(await importRoles(house.deps, house.actor, importId)).toEqual({ ok: true, value: "queued" });
  expect(await importRoles(house.deps, house.actor, importId)).toMatchObject({ failure: { kind: "already-saved" } });
  const queued = await house.deps.db.select().from(jobs);
  expect(queued.map(({ kind }) => kind)).toEqual(["workforce.import", "workforce.import"]);
  for (let run = 0; run < 2; run++) {
    expect(
      await importRolesJob(house.deps, { organizationId, importId, requestedBy: "user-1" }, context),
    ).toMatchObject({ ok: true });
  }
  const roles = await listRoles(house.deps.db, organizationId);
  expect([roles.length, roles.reduce((sum, { headcount }) => sum + headcount, 0)]).toEqual([50, 2_400]);
});

test("an import that the plan has no room for says so before and saves nothing", async () => {
  await using house = await aHouse();
  const many = aCsv("title,headcount", ...Array.from({ length: 61 }, (_, at) => `Role ${at},1`));
  const importId = await started(house, many);
  expect((await view(house, importId)).over).toEqual({ limit: 60, used: 0 });
  expect(await importRoles(house.deps, house.actor, importId)).toMatchObject({ failure: { kind: "over-limit" } });
  expect(await listRoles(house.deps.db, house.organizationId)).toEqual([]);
  await saveBillingState(house.deps.db, house.organizationId, foldEvents([aSubscriptionChange()]), "cus_1", noon);
  expect(await importRoles(house.deps, house.actor, importId)).toEqual({ ok: true, value: "saved" });
});

test("a large import whose room went while it waited fails for good, saves nothing, and can be tried again", async () => {
  await using house = await aHouse();
  const { organizationId, deps } = house;
  const payload = { organizationId, requestedBy: "user-1" };
  await saveBillingState(deps.db, organizationId, foldEvents([aSubscriptionChange()]), "cus_1", noon);
  const rows = Array.from({ length: 2_100 }, (_, at) => `Role ${at % 80},1`);
  const importId = await started(house, aCsv("title,headcount", ...rows));
  await importRolesJob(deps, { ...payload, importId }, context);
  expect(await importRoles(deps, house.actor, importId)).toEqual({ ok: true, value: "queued" });
  await deps.db.delete(subscriptions);
  const failed = await importRolesJob(deps, { ...payload, importId }, context);
  expect(failed).toEqual({ ok: false, failure: { kind: "over-limit", retry: false } });
  expect((await findRoleImport(deps.db, organizationId, importId))?.status).toBe("failed");
  expect(await listRoles(deps.db, organizationId)).toEqual([]);
  await saveBillingState(deps.db, organizationId, foldEvents([aSubscriptionChange()]), "cus_1", noon);
  expect(await importRoles(deps, house.actor, importId)).toEqual({ ok: true, value: "queued" });
});

test("what is no table is refused with the reason, and no file is kept", async () => {
  await using house = await aHouse();
  const binary = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);
  const bomb = aWorkbook(`<row r="1">${aCell("XFD1", "far")}</row>`);
  for (const [bytes, kind] of [
    [binary, "table-not-readable"],
    [new Uint8Array(), "table-empty"],
    [bomb, "too-many-columns"],
  ] as const) {
    expect(await startImport(house.deps, house.actor, { fileName: "x", bytes })).toMatchObject({ failure: { kind } });
  }
  expect(await house.deps.db.select().from(files)).toEqual([]);
});

test("a workbook is imported like a CSV", async () => {
  await using house = await aHouse();
  const sheet = {
    name: "Roles",
    headers: ["Title", "People"],
    rows: [
      ["Clerk", 4],
      ["=1+1 clerk", 2],
    ],
  };
  const importId = await started(house, await tables.writeXlsx([sheet]), "roster.xlsx");
  await importRoles(house.deps, house.actor, importId);
  expect((await listRoles(house.deps.db, house.organizationId)).map(({ title }) => title)).toEqual([
    "=1+1 clerk",
    "Clerk",
  ]);
});

test("an import of another organization is not found by any step", async () => {
  await using house = await aHouse();
  const importId = await started(house, roster);
  const { deps, stranger } = house;
  const settings = { mapping: { title: "Job title" }, mode: "replace", currency: null, country: null } as const;
  const results = [
    await loadImport(deps, stranger, importId),
    await mapImport(deps, stranger, { importId, settings }),
    await importRoles(deps, stranger, importId),
    await writeBadRows(deps, stranger, importId, ({ code }) => code),
  ];
  for (const result of results) expect(result).toEqual({ ok: false, failure: { kind: "not-found" } });
});
