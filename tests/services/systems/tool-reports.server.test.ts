import { expect, test } from "vitest";
import type { SystemId } from "#app/domain/kernel/ids.ts";
import { changeSystem } from "#app/services/systems/change-system.server.ts";
import { decideReports, loadToolReports, undoDecision } from "#app/services/systems/sort-tool-reports.server.ts";
import {
  createToolLink,
  loadToolForm,
  reportTool,
  revokeToolLink,
  type ToolReportCommand,
} from "#app/services/systems/tool-link.server.ts";
import { listAuditEntries } from "#db/repositories/governance.server.ts";
import { exportOrganizationRows } from "#db/repositories/organization-rows.server.ts";
import { insertSystem, listSystems } from "#db/repositories/systems.server.ts";
import { insertToolReport } from "#db/repositories/tool-reports.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { aComplianceDesk } from "#tests/builders/compliance-deps.ts";

const said: ToolReportCommand = {
  catalogueId: "chatgpt",
  tool: "",
  purpose: "Drafts to customers",
  data: ["customers"],
  department: "",
};

async function anOpenForm() {
  const desk = await aComplianceDesk();
  const made = await createToolLink(desk.deps, desk.actor, 30);
  if (!made.ok) throw new Error(made.failure.kind);
  const { token } = made.value;
  const report = (over: Partial<ToolReportCommand> = {}) => reportTool(desk.deps, token, { ...said, ...over });
  async function look() {
    const view = await loadToolReports(desk.deps, desk.actor);
    if (!view.ok) throw new Error(view.failure.kind);
    return view.value;
  }
  return { ...desk, token, report, look, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() };
}

test("the form shows the organization's name and nothing else of it, and closes when it should", async () => {
  await using desk = await anOpenForm();
  const form = await loadToolForm(desk.deps, desk.token);
  expect(form.ok && Object.keys(form.value).sort()).toEqual(["dataKinds", "organization", "tools"]);
  expect((await loadToolForm(desk.deps, `${desk.token}x`)).ok).toBe(false);
  expect((await loadToolForm(desk.deps, "' OR 1=1 --")).ok).toBe(false);
  desk.clock.now = new Date("2026-12-22T12:00:01Z");
  expect((await loadToolForm(desk.deps, desk.token)).ok).toBe(false);
  expect(await desk.report()).toEqual({ ok: false, failure: { kind: "not-found" } });
});

test("a new address ends the old one, closing ends both, and only an owner may", async () => {
  await using desk = await anOpenForm();
  const { deps, actor } = desk;
  const renewed = await createToolLink(deps, actor, 14);
  expect((await loadToolForm(deps, desk.token)).ok).toBe(false);
  expect(renewed.ok && (await loadToolForm(deps, renewed.value.token)).ok).toBe(true);
  expect((await revokeToolLink(deps, actor)).ok).toBe(true);
  expect(renewed.ok && (await loadToolForm(deps, renewed.value.token)).ok).toBe(false);
  const { actor: editor } = await aMemberRow(deps.db, actor.organizationId, "editor");
  expect(await createToolLink(deps, editor, 30)).toEqual({ ok: false, failure: { kind: "forbidden" } });
  expect(await createToolLink(deps, actor, 3_650)).toEqual({ ok: false, failure: { kind: "days-unknown" } });
  const actions = (await listAuditEntries(deps.db, actor.organizationId, {}, 9)).map(({ action }) => action);
  expect(actions).toEqual(["tools.close-form", "tools.open-form", "tools.open-form"]);
});

test("a report is kept without who or when but the day, and the secret only as a hash", async () => {
  await using desk = await anOpenForm();
  expect((await desk.report({ department: " Legal " })).ok).toBe(true);
  const rows: unknown[] = [];
  for await (const { table, rows: some } of exportOrganizationRows(desk.deps.db, desk.actor.organizationId)) {
    if (table === "tool_reports" || table === "tool_links") rows.push(...some);
  }
  expect(JSON.stringify(rows)).not.toContain(desk.token);
  expect(rows).toContainEqual(
    expect.objectContaining({
      tool: "ChatGPT (business plans)",
      received_on: "2026-11-22",
      department: "Legal",
      decided_by: null,
    }),
  );
  expect(Object.keys(rows.find((row) => "tool" in (row as object)) as object).sort()).toEqual([
    "catalogue_id",
    "data",
    "decided_at",
    "decided_by",
    "department",
    "id",
    "organization_id",
    "purpose",
    "reason",
    "received_on",
    "state",
    "system_id",
    "tool",
    "version",
  ]);
});

test.each<[string, Partial<ToolReportCommand>, string]>([
  ["no tool", { catalogueId: null, tool: "  " }, "tool"],
  ["a tool that is nowhere", { catalogueId: "nowhere", tool: "" }, "tool"],
  ["signs for a name", { catalogueId: null, tool: "!!!" }, "tool"],
  ["a name without end", { catalogueId: null, tool: "x".repeat(121) }, "tool"],
  ["no purpose", { purpose: " " }, "purpose"],
  ["a purpose without end", { purpose: "x".repeat(501) }, "purpose"],
  ["a department without end", { department: "x".repeat(81) }, "department"],
])("refuses %s", async (_, over, field) => {
  await using desk = await anOpenForm();
  expect(await desk.report(over)).toMatchObject({
    ok: false,
    failure: { kind: "invalid", errors: { [field]: expect.any(String) } },
  });
  expect((await desk.look()).waiting).toBe(0);
});

test("kinds of data that nobody knows and control characters are left out", async () => {
  await using desk = await anOpenForm();
  await desk.report({ catalogueId: null, tool: "Tyre\u0000\nSnap", data: ["staff", "<b>", "staff"] });
  expect((await desk.look()).groups[0]).toMatchObject({ tool: "Tyre Snap", data: ["Data about colleagues"] });
});

test("takes no more reports when a thousand wait", async () => {
  await using desk = await anOpenForm();
  const one = {
    id: "r-1",
    tool: "T",
    catalogueId: null,
    purpose: "p",
    data: [],
    department: null,
    receivedOn: "2026-11-22" as never,
  };
  const { db } = desk.deps;
  expect(await insertToolReport(db, desk.actor.organizationId, one, 1)).toBe(true);
  expect(await insertToolReport(db, desk.actor.organizationId, { ...one, id: "r-2" }, 1)).toBe(false);
});

test("a system is made of reports, prefilled and unconfirmed, and goes again when that is undone", async () => {
  await using desk = await anOpenForm();
  const { deps, actor } = desk;
  await desk.report();
  await desk.report({ purpose: "Translations", data: ["sensitive"] });
  const [group] = (await desk.look()).groups;
  const decided = await decideReports(deps, actor, { ids: group?.ids ?? [], decision: { kind: "add" } });
  expect(decided.ok).toBe(true);
  const [system] = await listSystems(deps.db, actor.organizationId);
  expect(system).toMatchObject({ name: "ChatGPT (business plans)", vendor: "OpenAI", catalogueId: "chatgpt" });
  expect(system?.purpose).toContain("Translations");
  expect(system?.facts).toMatchObject({ "system.personal_data": true, "system.special_category_data": true });
  expect(system?.prefilled).toContain("system.special_category_data");
  const after = await desk.look();
  expect([after.waiting, after.decided.map(({ state, ids }) => [state, ids.length])]).toEqual([0, [["added", 2]]]);
  expect(await decideReports(deps, actor, { ids: group?.ids ?? [], decision: { kind: "add" } })).toEqual({
    ok: false,
    failure: { kind: "decided-before" },
  });

  expect((await undoDecision(deps, actor, after.decided[0]?.ids ?? [])).ok).toBe(true);
  expect((await desk.look()).waiting).toBe(2);
  expect(await listSystems(deps.db, actor.organizationId)).toEqual([]);
});

test("reports are put to a system that is there, or aside with a reason", async () => {
  await using desk = await anOpenForm();
  const { deps, actor } = desk;
  const draft = { name: "ChatGPT", vendor: null, purpose: null, catalogueId: null, facts: {} };
  await insertSystem(deps.db, actor.organizationId, "s-1" as SystemId, draft, deps.now());
  await desk.report();
  await desk.report({ catalogueId: null, tool: "TyreSnap" });
  const view = await desk.look();
  const ids = (tool: string) => view.groups.find((group) => group.tool.startsWith(tool))?.ids ?? [];
  expect(view.groups.find(({ tool }) => tool.startsWith("ChatGPT"))?.existing).toBe("s-1");
  const merge = (system: string) =>
    decideReports(deps, actor, { ids: ids("ChatGPT"), decision: { kind: "merge", system } });
  expect(await merge("nowhere")).toEqual({ ok: false, failure: { kind: "not-found" } });
  expect((await merge("s-1")).ok).toBe(true);
  const aside = (reason: string) =>
    decideReports(deps, actor, { ids: ids("TyreSnap"), decision: { kind: "dismiss", reason } });
  expect(await aside(" ")).toEqual({ ok: false, failure: { kind: "reason-missing" } });
  expect((await aside("No AI in it")).ok).toBe(true);
  expect((await desk.look()).decided.map(({ state, reason }) => [state, reason]).sort()).toEqual([
    ["dismissed", "No AI in it"],
    ["merged", null],
  ]);
  const { actor: viewer } = await aMemberRow(deps.db, actor.organizationId, "viewer");
  expect(await loadToolReports(deps, viewer)).toEqual({ ok: false, failure: { kind: "forbidden" } });
});

test("a system that somebody changed stays when the decision is undone", async () => {
  await using desk = await anOpenForm();
  const { deps, actor } = desk;
  await desk.report();
  const ids = (await desk.look()).groups[0]?.ids ?? [];
  await decideReports(deps, actor, { ids, decision: { kind: "add" } });
  const [system] = await listSystems(deps.db, actor.organizationId);
  await changeSystem(deps, actor, { id: system?.id as SystemId, version: 1, name: "Our assistant" });
  await undoDecision(deps, actor, ids);
  expect((await listSystems(deps.db, actor.organizationId)).map(({ name }) => name)).toEqual(["Our assistant"]);
});
