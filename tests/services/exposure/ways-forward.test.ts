import { expect, test } from "vitest";
import type { OrganizationId, RoleId } from "#app/domain/kernel/ids.ts";
import { loadPlannedWays } from "#app/services/exposure/load-planned-ways.server.ts";
import { loadWay } from "#app/services/exposure/load-way.server.ts";
import { loadWaysForward } from "#app/services/exposure/load-ways-forward.server.ts";
import { dropWay, planWay } from "#app/services/exposure/plan-way.server.ts";
import { runExposureAssessment } from "#app/services/exposure/run-exposure-assessment.server.ts";
import { waysSheet } from "#app/services/exposure/ways-sheet.ts";
import type { Database } from "#db/client.server.ts";
import { listAuditEntries } from "#db/repositories/governance.server.ts";
import { findPlanSettings } from "#db/repositories/plans.server.ts";
import { listPlannedWays } from "#db/repositories/ways.server.ts";
import { insertRoles } from "#db/repositories/workforce.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";

const at = new Date("2026-11-20T09:00:00Z");
const payroll = "payroll" as RoleId;
const few = "few" as RoleId;
const office = "office" as RoleId;

/** An organization with a role of seven, one of two, and one that ways lead to. */
async function aCompany(db: Database) {
  const { id } = await anOrganizationRow(db);
  const owner = await aMemberRow(db, id, "owner");
  const viewer = await aMemberRow(db, id, "viewer");
  await insertRoles(
    db,
    id,
    [
      { id: payroll, draft: { title: "Payroll clerk", headcount: 7, annualPay: 40_000, currency: "EUR" } },
      { id: few, draft: { title: "Customer service representative", headcount: 2 } },
      { id: office, draft: { title: "Office clerk", headcount: 3, annualPay: 30_000, currency: "EUR" } },
      { id: "many" as RoleId, draft: { title: "Truck driver", headcount: 40 } },
    ],
    at,
  );
  return { id: id as OrganizationId, owner: owner.actor, viewer: viewer.actor };
}

test("nothing is shown before exposure was assessed, then the roles with most exposed hours and their ways", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { owner } = await aCompany(fresh.db);
  expect(await loadWaysForward(deps, owner)).toEqual({ ok: true, value: null });
  await runExposureAssessment(deps, owner, {});
  const all = await loadWaysForward(deps, owner);
  if (!all.ok || all.value === null) throw new Error("no ways");
  expect(all.value.lines.map(({ role }) => role.id)).toContain(payroll);
  expect(all.value.hidden).toBe(0);
  const toOffice = await loadWay(deps, owner, { roleId: payroll, onet: "43-9061.00" });
  const own = toOffice.ok ? toOffice.value.way.own : null;
  expect(own).toMatchObject({ roles: [{ title: "Office clerk" }], heads: 3 });
  expect(own?.payChange).toBeCloseTo(-0.25, 6);
  const sheet = waysSheet(all.value);
  expect(sheet.rows.length).toBe(all.value.lines.reduce((sum, { ways }) => sum + ways.length, 0));
  for (const row of sheet.rows) expect(row).toHaveLength(sheet.headers.length);
});

test("who may not see persons gets no small role, no people in one, and no skill of fewer than five", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { owner, viewer } = await aCompany(fresh.db);
  await runExposureAssessment(deps, owner, {});
  const seen = await loadWaysForward(deps, viewer);
  if (!seen.ok || seen.value === null) throw new Error("no ways");
  expect(seen.value.hidden).toBe(2);
  expect(seen.value.lines.map(({ role }) => role.id)).not.toContain(few);
  for (const { people } of seen.value.skills) expect(people).toBeGreaterThanOrEqual(5);
  const toOffice = await loadWay(deps, viewer, { roleId: payroll, onet: "43-9061.00" });
  expect(toOffice.ok && toOffice.value.way.own).toEqual({
    roles: [{ id: office, title: "Office clerk" }],
    heads: null,
    payChange: null,
  });
  expect(await loadWay(deps, viewer, { roleId: few, onet: "43-3071.00" })).toMatchObject({
    failure: { kind: "small" },
  });
  expect((await loadWay(deps, owner, { roleId: few, onet: "43-3071.00" })).ok).toBe(true);
});

test("a way is planned once, keeps its course in the next plan, is on the log, and is taken back with it", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { id, owner, viewer } = await aCompany(fresh.db);
  await runExposureAssessment(deps, owner, {});
  const way = { roleId: payroll, onet: "43-9061.00" };
  expect(await planWay(deps, viewer, way)).toEqual({ ok: false, failure: { kind: "forbidden" } });
  expect(await planWay(deps, owner, { ...way, onet: "11-1011.00" })).toMatchObject({ failure: { kind: "not-found" } });

  expect(await planWay(deps, owner, way)).toEqual({ ok: true, value: { pinned: true } });
  expect(await planWay(deps, owner, way)).toEqual({ ok: true, value: { pinned: true } });
  expect(await listPlannedWays(fresh.db, id)).toMatchObject([way]);
  const pins = async () => (await findPlanSettings(fresh.db, id))?.settings.pins ?? [];
  expect(await pins()).toEqual([{ action: "training.reskill~finance", keep: "in" }]);
  const page = await loadWay(deps, owner, way);
  expect(page.ok && page.value).toMatchObject({
    plannedOn: "2026-11-22",
    course: { candidate: "training.reskill~finance", family: "accounts and finance" },
  });

  expect(await dropWay(deps, owner, way)).toEqual({ ok: true, value: null });
  expect(await dropWay(deps, owner, way)).toMatchObject({ failure: { kind: "not-found" } });
  expect(await pins()).toEqual([]);
  const actions = (await listAuditEntries(fresh.db, id, {}, 50)).map(({ action }) => action);
  expect(actions.filter((action) => action.startsWith("exposure.")).toSorted()).toEqual([
    "exposure.assess",
    "exposure.drop-way",
    "exposure.plan-way",
  ]);
});

test("each skill to add names the courses that touch it, and none where none does", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { owner } = await aCompany(fresh.db);
  await runExposureAssessment(deps, owner, {});
  const all = await loadWaysForward(deps, owner);
  const ways = all.ok ? (all.value?.lines.find(({ role }) => role.id === payroll)?.ways ?? []) : [];
  expect(ways.length).toBeGreaterThan(0);
  for (const { onet } of ways) {
    const page = await loadWay(deps, owner, { roleId: payroll, onet });
    const skills = page.ok ? (page.value.skills ?? []) : [];
    for (const { skill, courses } of skills)
      for (const { id } of courses)
        expect(deps.knowledge.interventions.skills.touches[id.split("~")[0] ?? ""]).toContain(skill);
    expect(skills.find(({ skill }) => skill === "managing materials")?.courses ?? []).toEqual([]);
  }
});

test("planned ways are listed with skills, courses and the course of the plan, as a person may see them", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { owner, viewer } = await aCompany(fresh.db);
  expect(await loadPlannedWays(deps, owner)).toEqual({ ways: [], hidden: 0, mayDrop: true });
  await runExposureAssessment(deps, owner, {});
  await planWay(deps, owner, { roleId: payroll, onet: "43-9061.00" });
  const fewWay = await loadWaysForward(deps, owner);
  const [of2] = fewWay.ok ? (fewWay.value?.lines.find(({ role }) => role.id === few)?.ways ?? []) : [];
  if (of2 === undefined) throw new Error("no way from the small role");
  await planWay(deps, owner, { roleId: few, onet: of2.onet });

  const seen = await loadPlannedWays(deps, owner);
  expect(seen).toMatchObject({ hidden: 0, mayDrop: true });
  expect(seen.ways.map(({ roleId, onet, stands }) => ({ roleId, onet, stands }))).toEqual([
    { roleId: few, onet: of2.onet, stands: true },
    { roleId: payroll, onet: "43-9061.00", stands: true },
  ]);
  expect(seen.ways[1]).toMatchObject({ role: "Payroll clerk", people: 7, plannedOn: "2026-11-22" });
  expect(seen.ways[1]?.course).toMatchObject({ candidate: "training.reskill~finance" });
  const page = await loadWay(deps, owner, { roleId: payroll, onet: "43-9061.00" });
  expect(seen.ways[1]?.skills).toEqual(page.ok ? page.value.skills : null);

  const less = await loadPlannedWays(deps, viewer);
  expect(less).toMatchObject({ hidden: 1, mayDrop: false });
  expect(less.ways.map(({ roleId }) => roleId)).toEqual([payroll]);
});
