import { expect, test } from "vitest";
import { assessExposure } from "#app/domain/exposure/assess-exposure.ts";
import { matcherOf } from "#app/domain/exposure/match-title.ts";
import type { RoleId } from "#app/domain/kernel/ids.ts";
import { assessRoster } from "#app/services/exposure/assess-roster.server.ts";
import { confirmTitle } from "#app/services/exposure/confirm-title.server.ts";
import { loadExposedRole } from "#app/services/exposure/load-exposed-role.server.ts";
import { loadExposureReport } from "#app/services/exposure/load-exposure-report.server.ts";
import { runExposureAssessment } from "#app/services/exposure/run-exposure-assessment.server.ts";
import { setGates } from "#app/services/exposure/set-gates.server.ts";
import type { Database } from "#db/client.server.ts";
import { findExposureAssessment, listExposureAssessments, putTitleChoice } from "#db/repositories/exposure.server.ts";
import { findStoredResults } from "#db/repositories/results.server.ts";
import { findRole, insertRoles } from "#db/repositories/workforce.server.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";

const at = new Date("2026-11-20T09:00:00Z");
const drafts = [
  { title: "Payroll clerk", headcount: 12, annualPay: 40_000, currency: "EUR", department: "Finance" },
  { title: "Dispatcher", headcount: 9, annualPay: 52_000, currency: "USD", department: "Dispatch" },
  { title: "DISPATCHER (m/w/d)", headcount: 6, department: "Dispatch", site: "Hamburg" },
  { title: "Managing director", headcount: 1, annualPay: 180_000, currency: "EUR", department: "Board" },
];

async function aCompany(db: Database) {
  const { id } = await anOrganizationRow(db);
  const { actor } = await aMemberRow(db, id);
  const given = drafts.map((draft, number) => ({ id: `${id}-role-${number}` as RoleId, draft }));
  await insertRoles(db, id, given, at);
  return { id, actor, roles: given.map((each) => each.id) };
}

test("refuses without roles, and to those who may only read", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { id } = await anOrganizationRow(fresh.db);
  const owner = await aMemberRow(fresh.db, id);
  const viewer = await aMemberRow(fresh.db, id, "viewer");
  expect(await runExposureAssessment(deps, owner.actor, {})).toEqual({ ok: false, failure: { kind: "no-roles" } });
  expect(await runExposureAssessment(deps, viewer.actor, {})).toEqual({ ok: false, failure: { kind: "forbidden" } });
});

test("keeps one result until something changes", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { actor, id } = await aCompany(fresh.db);
  const first = await runExposureAssessment(deps, actor, {});
  const again = await runExposureAssessment(deps, actor, {});
  expect(again).toEqual(first);
  await runExposureAssessment(deps, actor, { scenario: "fast" });
  expect(await listExposureAssessments(fresh.db, id, 10)).toHaveLength(2);
});

test("a confirmed title is kept and reused for equal titles, and can be taken back", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { actor, roles, id } = await aCompany(fresh.db);
  const states = async () => {
    await runExposureAssessment(deps, actor, {});
    const [newest] = await listExposureAssessments(fresh.db, id, 1);
    return new Map((newest?.assessment.roles ?? []).map(({ title, state }) => [title, state]));
  };
  expect((await states()).get("Dispatcher")).toBe("unconfirmed");
  const roleId = roles[1] as RoleId;
  expect((await confirmTitle(deps, actor, { roleId, onet: "43-5032.00" })).ok).toBe(true);
  const after = await states();
  expect(after.get("Dispatcher")).toBe("confirmed");
  expect(after.get("DISPATCHER (m/w/d)")).toBe("confirmed");
  await confirmTitle(deps, actor, { roleId, onet: null });
  expect((await states()).get("Dispatcher")).toBe("unconfirmed");
});

test("refuses a code that no occupation has, and a role of another organization", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const ours = await aCompany(fresh.db);
  const theirs = await aCompany(fresh.db);
  const own = { roleId: ours.roles[0] as RoleId, onet: "99-9999.00" };
  expect(await confirmTitle(deps, ours.actor, own)).toEqual({ ok: false, failure: { kind: "unknown-occupation" } });
  const foreign = { roleId: theirs.roles[0] as RoleId, onet: "43-5032.00" };
  expect(await confirmTitle(deps, ours.actor, foreign)).toEqual({ ok: false, failure: { kind: "not-found" } });
  await runExposureAssessment(deps, theirs.actor, {});
  expect(await loadExposedRole(deps, ours.actor, foreign.roleId)).toEqual({
    ok: false,
    failure: { kind: "not-found" },
  });
});

test("gates change the score, and a stale form does not overwrite", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { actor, roles, id } = await aCompany(fresh.db);
  const roleId = roles[0] as RoleId;
  const score = async () => {
    await runExposureAssessment(deps, actor, {});
    const role = await loadExposedRole(deps, actor, roleId);
    return role.ok ? role.value.role.automatable.value : -1;
  };
  const before = await score();
  expect((await setGates(deps, actor, { roleId, version: 1, gates: { licensedSignOff: true } })).ok).toBe(true);
  expect(await score()).toBeLessThan(before);
  expect(await setGates(deps, actor, { roleId, version: 1, gates: {} })).toEqual({
    ok: false,
    failure: { kind: "conflict" },
  });
  expect((await findRole(fresh.db, id, roleId))?.role.gates).toEqual({ licensedSignOff: true });
});

test("who may not see persons gets no figure of a small role, nor one that subtraction would give", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { actor, id, roles } = await aCompany(fresh.db);
  const viewer = await aMemberRow(fresh.db, id, "viewer");
  await runExposureAssessment(deps, actor, {});
  const seen = await loadExposureReport(deps, viewer.actor);
  const lines = seen.ok ? (seen.value.result?.lines ?? []) : [];
  expect(
    lines
      .filter(({ absent }) => absent === "small")
      .map(({ title }) => title)
      .sort(),
  ).toEqual(["DISPATCHER (m/w/d)", "Managing director"]);
  expect(await loadExposedRole(deps, viewer.actor, roles[3] as RoleId)).toEqual({
    ok: false,
    failure: { kind: "small" },
  });
  const owner = await loadExposureReport(deps, actor);
  expect(owner.ok && owner.value.result?.hidden).toBe(0);
});

test("says when the roster has moved on", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { actor, id } = await aCompany(fresh.db);
  await runExposureAssessment(deps, actor, {});
  const stale = async () => {
    const report = await loadExposureReport(deps, actor);
    return report.ok ? report.value.result?.stale : null;
  };
  expect(await stale()).toBe(false);
  await insertRoles(fresh.db, id, [{ id: "later" as RoleId, draft: { title: "Cook", headcount: 8 } }], at);
  expect(await stale()).toBe(true);
});

test("payroll in dollars is shown in the organization's euros", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { actor, id } = await aCompany(fresh.db);
  await runExposureAssessment(deps, actor, {});
  const [newest] = await listExposureAssessments(fresh.db, id, 1);
  const dispatcher = newest?.assessment.roles.find(({ title }) => title === "Dispatcher");
  const rate = deps.knowledge.interventions.rates.perUnit.USD ?? 0;
  expect(dispatcher?.payroll).toBeCloseTo(9 * 52_000 * rate);
});

test("a roster assessed in turns has the figures of one assessed whole, is read back whole, and is kept once", async () => {
  await using fresh = await freshDatabase();
  const deps = await testDeps(fresh.db);
  const { id: organizationId } = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, organizationId);
  const inTurn = ["Accountant", "Dispatcher", "Software developer", "Chief vibes officer"];
  const given = Array.from({ length: 12 }, (_, at) => ({
    id: `role-${at}` as RoleId,
    draft: { title: inTurn[at % inTurn.length] ?? "", headcount: 1 + (at % 9), site: `Site ${at}` },
  }));
  const chosenAt = deps.now();
  await insertRoles(fresh.db, organizationId, given, chosenAt);
  const choice = { title: "dispatcher", onet: "43-5032.00", chosenBy: actor.userId, chosenAt };
  await putTitleChoice(fresh.db, organizationId, choice);

  const id = await assessRoster(deps, actor, "fast");
  const kept = await findExposureAssessment(fresh.db, organizationId, id);
  if (kept === null) throw new Error("the assessment is gone");
  expect(kept.input.roles).toHaveLength(12);
  expect(kept.input.scenario).toBe("fast");
  const { occupations } = deps.knowledge;
  const whole = assessExposure(kept.input, { occupations, titles: matcherOf(deps.knowledge.titles) });
  expect(kept.assessment.totals).toEqual(whole.totals);
  expect(kept.assessment.roles.slice(0, 8)).toEqual(JSON.parse(JSON.stringify(whole.roles.slice(0, 8))));
  expect(kept.assessment.roles.find(({ title }) => title === "Dispatcher")?.state).toBe("confirmed");
  expect((await findStoredResults(fresh.db, organizationId)).exposure?.totals).toEqual(kept.assessment.totals);

  expect(await assessRoster(deps, actor, "fast")).toBe(id);
  expect(await listExposureAssessments(fresh.db, organizationId, 9)).toHaveLength(1);

  const report = async () => {
    const loaded = await loadExposureReport(deps, actor);
    return loaded.ok ? loaded.value.result : null;
  };
  const before = await report();
  expect(before?.lines.map(({ id: role }) => role)).toEqual(kept.assessment.roles.map(({ id: role }) => role));
  expect([before?.stale, before?.scenario]).toEqual([false, "fast"]);
  await insertRoles(fresh.db, organizationId, [{ id: "later" as RoleId, draft: { title: "Cook", headcount: 8 } }], at);
  expect((await report())?.stale).toBe(true);
  expect(await assessRoster(deps, actor, "fast")).not.toBe(id);
  expect((await report())?.stale).toBe(false);
});
