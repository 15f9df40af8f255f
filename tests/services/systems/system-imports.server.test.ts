import { expect, test } from "vitest";
import { createCompute } from "#app/adapters/compute/thread-compute.ts";
import { writeCsv } from "#app/adapters/tables/write-tables.ts";
import type { SystemField } from "#app/domain/compliance/inventory/system-columns.ts";
import type { SystemId } from "#app/domain/kernel/ids.ts";
import { changeSystem, confirmPrefilled } from "#app/services/systems/change-system.server.ts";
import { clearOldLists } from "#app/services/systems/clear-old-lists.server.ts";
import { loadSystem } from "#app/services/systems/load-system.server.ts";
import {
  badSystemRows,
  loadSystemImport,
  systemTemplateSheet,
} from "#app/services/systems/load-system-import.server.ts";
import { saveSystemImport, undoSystemImport } from "#app/services/systems/save-system-import.server.ts";
import {
  discardSystemImport,
  mapSystemImport,
  startSystemImport,
} from "#app/services/systems/start-system-import.server.ts";
import { entries } from "#app/workers/entries.ts";
import { listAuditEntries } from "#db/repositories/governance.server.ts";
import { insertSystem, listSystems } from "#db/repositories/systems.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { aComplianceDesk } from "#tests/builders/compliance-deps.ts";
import { aCell, aWorkbook, aZip } from "#tests/builders/workbooks.ts";

const compute = createCompute({ folder: null, entries });

async function anImportDesk(role: "owner" | "viewer" = "owner") {
  const desk = await aComplianceDesk(role);
  const deps = { ...desk.deps, compute };
  const start = (bytes: string | Uint8Array, fileName = "tools.csv") =>
    startSystemImport(deps, desk.actor, { fileName, bytes: typeof bytes === "string" ? Buffer.from(bytes) : bytes });
  async function started(bytes: string | Uint8Array): Promise<string> {
    const result = await start(bytes);
    if (!result.ok) throw new Error(JSON.stringify(result.failure));
    return result.value.importId;
  }
  async function look(id: string) {
    const view = await loadSystemImport(deps, desk.actor, id);
    if (!view.ok) throw new Error(view.failure.kind);
    return view.value;
  }
  const names = async () => (await listSystems(deps.db, desk.actor.organizationId)).map(({ name }) => name);
  return { ...desk, deps, start, started, look, names, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() };
}

test("a list is looked at, saved in one go with its entries, and taken back", async () => {
  await using desk = await anImportDesk();
  const { deps, actor } = desk;
  const id = await desk.started(
    "Our tools;;\nName;Used for;Where used\nChatGPT;;Germany\nScorer;recruit.screening;US-IL\n;;\nX;Narnia;\n",
  );
  const view = await desk.look(id);
  expect(view.columns.map(({ field }) => field)).toEqual(["name", "system.uses", "system.used_in"]);
  expect(view.report).toEqual({ rows: 3, bad: 1, added: 2, filled: 0, skipped: 0, recognised: 1 });
  expect(view.bad.map(({ line, problems }) => [line, problems.map(({ code }) => code)])).toEqual([
    [6, ["optionUnknown", "nameMissing"]],
  ]);
  expect(await desk.names()).toEqual([]);

  expect((await saveSystemImport(deps, actor, id)).ok).toBe(true);
  expect(await desk.names()).toEqual(["ChatGPT", "Scorer"]);
  expect(await saveSystemImport(deps, actor, id)).toEqual({ ok: false, failure: { kind: "already-saved" } });
  const [gpt] = await listSystems(deps.db, actor.organizationId);
  expect(gpt?.facts).toMatchObject({ "system.used_in": ["EU-DE"], "system.uses": ["general_chat", "office.drafting"] });
  expect(gpt?.prefilled).toContain("system.uses");
  expect(gpt?.prefilled).not.toContain("system.used_in");
  const actions = async () =>
    (await listAuditEntries(deps.db, actor.organizationId, {}, 20)).map(({ action }) => action);
  expect(await actions()).toEqual(["systems.imported", "system.imported", "system.imported", "systems.import-started"]);

  expect(await undoSystemImport(deps, actor, id)).toEqual({ ok: true, value: { kept: 0 } });
  expect(await desk.names()).toEqual([]);
  expect((await actions())[0]).toBe("systems.import-undone");
  expect(await undoSystemImport(deps, actor, id)).toEqual({ ok: false, failure: { kind: "not-saved" } });
});

test("a first row that begins like a header is a row", async () => {
  await using desk = await anImportDesk();
  const rows = ["Application tracker,Vendor One,yes", "Tool number 2,Vendor Two,yes"];
  const view = await desk.look(await desk.started(["Name,Vendor,Personal data", ...rows].join("\n")));
  expect([view.report?.added, view.remarks]).toEqual([2, []]);
});

test("taking back leaves what somebody changed since, and is over after 30 days", async () => {
  await using desk = await anImportDesk();
  const { deps, actor } = desk;
  const id = await desk.started("Name\nOne tool\nTwo tool\n");
  await saveSystemImport(deps, actor, id);
  const [one] = await listSystems(deps.db, actor.organizationId);
  await changeSystem(deps, actor, { id: one?.id as SystemId, version: 1, name: "One tool, ours" });
  desk.clock.now = new Date("2027-02-01T00:00:00Z");
  expect(await undoSystemImport(deps, actor, id)).toEqual({ ok: false, failure: { kind: "too-late" } });
  desk.clock.now = new Date("2026-12-01T00:00:00Z");
  expect(await undoSystemImport(deps, actor, id)).toEqual({ ok: true, value: { kept: 1 } });
  expect(await desk.names()).toEqual(["One tool, ours"]);
});

test("rows go when nothing can be taken back any more; what a list came to stays", async () => {
  await using desk = await anImportDesk();
  const { deps, actor } = desk;
  const saved = await desk.started("Name,Used for\nOne tool,\nX,Narnia\n");
  await saveSystemImport(deps, actor, saved);
  const waiting = await desk.started("Name\nOther tool\n");
  const day = 86_400_000;
  const begun = desk.clock.now.getTime();
  desk.clock.now = new Date(begun + 30 * day - 1);
  expect(await clearOldLists(deps)).toBe(0);
  desk.clock.now = new Date(begun + 30 * day);
  expect(await clearOldLists(deps)).toBe(2);
  expect(await desk.look(saved)).toMatchObject({
    status: "done",
    cleared: true,
    columns: [],
    report: { added: 1, bad: 1 },
  });
  expect(await loadSystemImport(deps, actor, waiting)).toEqual({ ok: false, failure: { kind: "not-found" } });
  expect(await desk.names()).toEqual(["One tool"]);
  expect(await clearOldLists(deps)).toBe(0);
});

test("fills in what a system lacks, and gives it back", async () => {
  await using desk = await anImportDesk();
  const { deps, actor } = desk;
  const draft = { name: "Scorer", vendor: null, purpose: "Scores", catalogueId: null, facts: {} };
  await insertSystem(deps.db, actor.organizationId, "s-1" as SystemId, draft, deps.now());
  const id = await desk.started("Name,Vendor,Purpose,Influence\nscorer,Acme,Other,material\n");
  expect(await saveSystemImport(deps, actor, id)).toEqual({ ok: false, failure: { kind: "nothing-to-save" } });
  const columns: SystemField[] = ["name", "vendor", "purpose", "system.influence"];
  await mapSystemImport(deps, actor, { importId: id, settings: { columns, existing: "fill" } });
  expect((await saveSystemImport(deps, actor, id)).ok).toBe(true);
  const now = async () => (await listSystems(deps.db, actor.organizationId))[0];
  expect(await now()).toMatchObject({
    name: "Scorer",
    vendor: "Acme",
    purpose: "Scores",
    facts: { "system.influence": "material" },
  });
  await undoSystemImport(deps, actor, id);
  expect(await now()).toMatchObject({ name: "Scorer", vendor: null, facts: {} });
});

const zeros = Buffer.alloc(64);
test.each<[string, string | Uint8Array, string]>([
  ["nothing", "", "table-empty"],
  ["headers alone", "Name,Vendor\n", "table-empty"],
  [
    "a picture",
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), zeros, zeros, Buffer.from([1, 2, 3, 0, 0, 9])]),
    "table-not-readable",
  ],
  ["broken quotes", 'Name\n"open\nnever closed', "table-not-readable"],
  ["an archive that is no workbook", aZip([{ name: "a.txt", text: "x" }]), "table-not-readable"],
  ["too many rows", `Name\n${"Tool\n".repeat(1_200)}`, "too-many-rows"],
  ["too many columns", `Name${",x".repeat(200)}\nTool\n`, "too-many-columns"],
  ["too many bytes", `Name\n${"x".repeat(3 * 1024 * 1024)}`, "table-too-large"],
])("refuses %s and keeps nothing", async (_, bytes, kind) => {
  await using desk = await anImportDesk();
  expect(await desk.start(bytes)).toMatchObject({ ok: false, failure: { kind } });
  expect(await listAuditEntries(desk.deps.db, desk.actor.organizationId, {}, 5)).toEqual([]);
});

test("reads workbooks, other letters and ragged rows, and says what it saw", async () => {
  await using desk = await anImportDesk();
  const row = (at: number, ...cells: string[]) =>
    `<row r="${at}">${cells.map((text, c) => aCell(`${"ABC"[c]}${at}`, text)).join("")}</row>`;
  const book = await desk.look(await desk.started(aWorkbook(row(1, "Name", "Vendor") + row(2, "DeepL", "DeepL"))));
  expect(book.rows.map(({ name, template }) => [name, template])).toEqual([["DeepL", "DeepL"]]);

  const latin = await desk.look(await desk.started(Buffer.from("Name;Vendor\nPr\xfcfhelfer;M\xfcller\n", "latin1")));
  expect(latin.rows[0]).toMatchObject({ name: "Prüfhelfer", vendor: "Müller" });
  expect(latin.remarks.map(({ kind }) => kind)).toEqual(["encoding-guessed"]);

  const ragged = await desk.look(await desk.started("Name,Vendor\nOne tool\nTwo tool,B,extra\n"));
  expect(ragged.remarks.map(({ kind }) => kind)).toEqual(["ragged", "ragged"]);
  expect(ragged.report).toMatchObject({ added: 2, bad: 0 });
});

test("the file of rows to correct has their cells and reasons, and nothing a spreadsheet would run", async () => {
  await using desk = await anImportDesk();
  const id = await desk.started('Name,Personal data\n"=HYPERLINK(""http://x"")",maybe\nGood tool,yes\n');
  const sheet = await badSystemRows(desk.deps, desk.actor, id, ({ code, column }) => `${column}: ${code}`);
  if (!sheet.ok) throw new Error(sheet.failure.kind);
  expect(sheet.value.rows).toEqual([['=HYPERLINK("http://x")', "maybe", 2, "Personal data: notYesOrNo"]]);
  expect(writeCsv(sheet.value)).not.toMatch(/(^|[\n,"])=HYPERLINK/);
});

test("the template comes back as it went out: every column known, every row read", async () => {
  await using desk = await anImportDesk();
  const view = await desk.look(await desk.started(writeCsv(systemTemplateSheet(desk.deps))));
  expect(view.columns.filter(({ field }) => field === null)).toEqual([]);
  expect(view.bad).toEqual([]);
  expect(view.report?.added).toBe(2);
});

test("nobody without the right, and nobody of another organization, touches a list", async () => {
  await using desk = await anImportDesk();
  const id = await desk.started("Name\nOne tool\n");
  const other = await anOrganizationRow(desk.deps.db);
  const { actor: stranger } = await aMemberRow(desk.deps.db, other.id, "owner");
  const { actor: viewer } = await aMemberRow(desk.deps.db, desk.actor.organizationId, "viewer");
  expect(await loadSystemImport(desk.deps, stranger, id)).toMatchObject({ failure: { kind: "not-found" } });
  expect(await saveSystemImport(desk.deps, stranger, id)).toMatchObject({ failure: { kind: "not-found" } });
  expect(await saveSystemImport(desk.deps, viewer, id)).toMatchObject({ failure: { kind: "forbidden" } });
  expect(await discardSystemImport(desk.deps, stranger, id)).toMatchObject({ failure: { kind: "already-saved" } });
  expect((await discardSystemImport(desk.deps, desk.actor, id)).ok).toBe(true);
});

test("what the catalogue prefilled is marked until it is confirmed or changed", async () => {
  await using desk = await anImportDesk();
  const { deps, actor } = desk;
  await saveSystemImport(deps, actor, await desk.started("Name\nHireVue\n"));
  const [system] = await listSystems(deps.db, actor.organizationId);
  const id = system?.id as SystemId;
  const open = async () => {
    const view = await loadSystem(deps, actor, id);
    return view.ok ? view.value.catalogue?.open : null;
  };
  const before = (await open()) ?? 0;
  expect(before).toBeGreaterThan(10);
  await changeSystem(deps, actor, { id, version: 1, facts: { "system.profiling": true } });
  expect(await open()).toBe(before - 1);
  expect((await confirmPrefilled(deps, actor, id)).ok).toBe(true);
  expect(await open()).toBe(0);
});
