import { expect, test } from "vitest";
import type { WhatIf } from "#app/domain/exposure/what-if.ts";
import type { RoleId, ScenarioId } from "#app/domain/kernel/ids.ts";
import { nameScenario, removeScenario } from "#app/services/exposure/change-scenario.server.ts";
import {
  compareScenarios,
  loadScenario,
  loadScenarios,
  loadWhatIf,
} from "#app/services/exposure/load-scenarios.server.ts";
import { runExposureAssessment } from "#app/services/exposure/run-exposure-assessment.server.ts";
import { computeScenarioAgain, duplicateScenario, saveScenario } from "#app/services/exposure/save-scenario.server.ts";
import { setGates } from "#app/services/exposure/set-gates.server.ts";
import type { Database } from "#db/client.server.ts";
import { listAuditEntries } from "#db/repositories/governance.server.ts";
import { insertRoles } from "#db/repositories/workforce.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";

const drafts = [
  { title: "Payroll clerk", headcount: 12, annualPay: 40_000, currency: "EUR", department: "Finance" },
  { title: "Accountant", headcount: 9, annualPay: 52_000, currency: "EUR", department: "Finance" },
  { title: "Managing director", headcount: 1, annualPay: 180_000, currency: "EUR", department: "Finance" },
  { title: "Forklift driver", headcount: 30, department: "Warehouse" },
  { title: "Recruiter", headcount: 3, department: "People" },
  { title: "HR manager", headcount: 2, department: "People" },
];

const plain: WhatIf = { gates: [], setting: "central", adoption: {} };
const signed: WhatIf = {
  ...plain,
  gates: [{ gate: "licensedSignOff", on: true, where: { kind: "department", department: "Finance" } }],
};

async function aCompany(db: Database) {
  const deps = await testDeps(db);
  const { id } = await anOrganizationRow(db);
  const { actor } = await aMemberRow(db, id);
  const viewer = (await aMemberRow(db, id, "viewer")).actor;
  const editor = (await aMemberRow(db, id, "editor")).actor;
  const given = drafts.map((draft, at) => ({ id: `${id}-role-${at}` as RoleId, draft }));
  await insertRoles(db, id, given, new Date("2026-11-20T09:00:00Z"));
  await runExposureAssessment(deps, actor, {});
  return { deps, id, actor, viewer, editor, roles: given.map((each) => each.id) };
}

async function saved(result: ReturnType<typeof saveScenario>): Promise<ScenarioId> {
  const done = await result;
  if (!done.ok) throw new Error(done.failure.kind);
  return done.value;
}

test("a scenario is computed exactly, kept with who and what, and written into the log", async () => {
  await using fresh = await freshDatabase();
  const { deps, id, actor, viewer } = await aCompany(fresh.db);
  const kept = await saved(saveScenario(deps, actor, { name: "All signed", whatIf: signed }));
  const before = await saved(saveScenario(deps, actor, { name: "As it is", whatIf: plain }));
  const list = await loadScenarios(deps, actor);
  const shown = list.ok ? list.value.scenarios : [];
  expect(shown.map(({ name, stale }) => [name, stale])).toEqual(
    expect.arrayContaining([
      ["All signed", false],
      ["As it is", false],
    ]),
  );
  const compared = await compareScenarios(deps, actor, [before, kept]);
  const [first, second] = compared.ok ? compared.value : [];
  expect(first?.difference.automatable).toBeNull();
  const { value = 0, low = 0, high = 0 } = second?.difference.automatable ?? {};
  expect(value).toBeLessThan(0);
  expect(low).toBeLessThanOrEqual(value);
  expect(high).toBeLessThanOrEqual(0);
  expect(await saveScenario(deps, viewer, { name: "No", whatIf: plain })).toMatchObject({
    failure: { kind: "forbidden" },
  });
  const entries = await listAuditEntries(fresh.db, id, {}, 50);
  expect(JSON.stringify(entries)).toContain("scenario.save");
});

test("comparing scenarios never tells of a role of few people to who may not see people", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, viewer, editor, roles } = await aCompany(fresh.db);
  const people: WhatIf = {
    ...plain,
    gates: [{ gate: "physicalPresence", on: true, where: { kind: "department", department: "People" } }],
  };
  const director: WhatIf = {
    ...plain,
    gates: [{ gate: "physicalPresence", on: true, where: { kind: "role", role: roles[2] as RoleId } }],
  };
  const ids = [
    await saved(saveScenario(deps, actor, { name: "As it is", whatIf: plain })),
    await saved(saveScenario(deps, actor, { name: "People on the spot", whatIf: people })),
    await saved(saveScenario(deps, actor, { name: "One person", whatIf: director })),
  ];
  const scores = async (who: typeof actor) => {
    const compared = await compareScenarios(deps, who, ids);
    return compared.ok
      ? compared.value.map(({ result }) => JSON.stringify([result.totals, result.timeline.points]))
      : [];
  };
  expect(new Set(await scores(actor)).size).toBe(3);
  expect(new Set(await scores(viewer)).size).toBe(1);
  expect(await saveScenario(deps, editor, { name: "One person", whatIf: director })).toEqual({
    ok: false,
    failure: { kind: "small" },
  });
  const desk = await loadWhatIf(deps, viewer);
  const offered = desk.ok ? (desk.value?.roles.map(({ title }) => title) ?? []) : [];
  expect(offered).toContain("Payroll clerk");
  expect(offered).not.toContain("Managing director");
  const apart = desk.ok ? (desk.value?.base.units.filter(({ fixed }) => fixed) ?? []) : [];
  expect(apart).toHaveLength(1);
});

test("a change of a role makes scenarios out of date; computing again adds a version", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, roles } = await aCompany(fresh.db);
  const id = await saved(saveScenario(deps, actor, { name: "All signed", whatIf: signed }));
  await setGates(deps, actor, { roleId: roles[3] as RoleId, version: 1, gates: { noSystemAccess: true } });
  const stale = await loadScenario(deps, actor, id);
  expect(stale.ok && stale.value.stale).toBe(true);
  expect((await computeScenarioAgain(deps, actor, id)).ok).toBe(true);
  const again = await loadScenario(deps, actor, id);
  expect(again.ok && [again.value.stale, again.value.history.length]).toEqual([false, 2]);
});

test("renames against what was read, copies, removes and brings back, and nothing of another organization", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor, viewer } = await aCompany(fresh.db);
  const theirs = await aCompany(fresh.db);
  const id = await saved(saveScenario(deps, actor, { name: "One", whatIf: plain }));
  expect((await nameScenario(deps, actor, { id, name: "Two", version: 0 })).ok).toBe(true);
  expect(await nameScenario(deps, actor, { id, name: "Three", version: 0 })).toMatchObject({
    failure: { kind: "conflict" },
  });
  expect(await nameScenario(deps, theirs.actor, { id, name: "Theirs", version: 1 })).toMatchObject({
    failure: { kind: "not-found" },
  });
  expect((await duplicateScenario(deps, actor, { id, name: "Copy" })).ok).toBe(true);
  expect((await duplicateScenario(deps, theirs.actor, { id, name: "Copy" })).ok).toBe(false);
  expect((await removeScenario(deps, actor, { id, back: false })).ok).toBe(true);
  expect((await loadScenario(deps, viewer, id)).ok).toBe(false);
  const names = async () => {
    const list = await loadScenarios(deps, actor);
    return list.ok ? list.value.scenarios.map(({ name }) => name).sort() : [];
  };
  expect(await names()).toEqual(["Copy"]);
  expect((await removeScenario(deps, actor, { id, back: true })).ok).toBe(true);
  expect(await names()).toEqual(["Copy", "Two"]);
});

test("says that a department is unknown, and that nothing was assessed", async () => {
  await using fresh = await freshDatabase();
  const { deps, actor } = await aCompany(fresh.db);
  const gone: WhatIf = {
    ...plain,
    gates: [{ gate: "licensedSignOff", on: true, where: { kind: "department", department: "Gone" } }],
  };
  expect(await saveScenario(deps, actor, { name: "Gone", whatIf: gone })).toMatchObject({
    failure: { kind: "unknown-place" },
  });
  const other = await anOrganizationRow(fresh.db);
  const owner = await aMemberRow(fresh.db, other.id);
  expect(await saveScenario(deps, owner.actor, { name: "Early", whatIf: plain })).toMatchObject({
    failure: { kind: "not-assessed" },
  });
});
