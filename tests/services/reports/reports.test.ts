import { expect, test } from "vitest";
import type { AssessmentId, ReportId, RoleId } from "#app/domain/kernel/ids.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Deps } from "#app/services/deps.ts";
import { loadDashboard } from "#app/services/reports/load-dashboard.server.ts";
import { loadReport, loadReportPdf, loadReports } from "#app/services/reports/load-reports.server.ts";
import { renderReport } from "#app/services/reports/render-report.server.ts";
import { requestReport } from "#app/services/reports/request-report.server.ts";
import { searchOrganization } from "#app/services/reports/search-organization.server.ts";
import type { Database } from "#db/client.server.ts";
import { assessments } from "#db/schema/assessments.ts";
import { jobs } from "#db/schema/jobs.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { anAnswer } from "#tests/builders/readiness.ts";
import { aCompliance, aDuty, anExposedRole, anExposure, aReadiness } from "#tests/builders/report-inputs.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";

const paper: Deps["documents"] = {
  reportPdf: async ({ report }) => ({
    ok: true,
    value: { bytes: Buffer.from(`%PDF of ${report.organization}`), type: "application/pdf", tagged: true },
  }),
  close: async () => {},
};
const quiet = { signal: new AbortController().signal, progress: async () => {} };

/** An owner of an organization for which exposure, duties and readiness are stored. */
async function assessed(db: Database): Promise<Actor> {
  const organization = await anOrganizationRow(db);
  const { actor } = await aMemberRow(db, organization.id);
  const roles = [anExposedRole(), anExposedRole({ id: "r2" as RoleId, title: "Managing director", headcount: 1 })];
  const results = [
    ["readiness", aReadiness(4, [anAnswer("outcomes.a", 1)])],
    ["exposure", anExposure(roles)],
    ["compliance", aCompliance([aDuty()])],
  ] as const;
  for (const [kind, result] of results) {
    await db.insert(assessments).values({
      id: `${kind}-of-${organization.id}` as AssessmentId,
      organizationId: organization.id,
      kind,
      asOf: result.asOf,
      knowledgeVersion: "test",
      inputHash: "x",
      input: {},
      result,
      createdAt: new Date("2026-11-22T09:00:00Z"),
      createdBy: actor.userId,
    });
  }
  return actor;
}

test("the overview reads what is stored and nothing of another organization", async () => {
  await using fresh = await freshDatabase();
  const actor = await assessed(fresh.db);
  const empty = await anOrganizationRow(fresh.db);
  const { actor: other } = await aMemberRow(fresh.db, empty.id);
  const deps = await testDeps(fresh.db);
  const own = await loadDashboard(deps, actor);
  expect(own.ok && own.value.headline).toEqual({
    code: "notYetBlocked",
    values: { decision: "start a pilot", blockers: "no baseline" },
  });
  const foreign = await loadDashboard(deps, other);
  expect(foreign.ok && [foreign.value.headline.code, foreign.value.sources]).toEqual(["nothingYet", []]);
});

test("small groups are on the overview of who may see persons, and in no report", async () => {
  await using fresh = await freshDatabase();
  const actor = { ...(await assessed(fresh.db)), seesPeople: true };
  const deps = await testDeps(fresh.db);
  const seen = await loadDashboard(deps, actor);
  const unseen = await loadDashboard(deps, { ...actor, seesPeople: false });
  expect([seen, unseen].map((one) => one.ok && one.value.exposure?.hidden)).toEqual([0, 1]);
  const made = await requestReport(deps, actor);
  const report = made.ok ? await loadReport(deps, actor, made.value) : null;
  expect(report?.ok && report.value.report.exposure?.hidden).toBe(1);
});

test("a report is kept, printed once, and found with its file by its own organization alone", async () => {
  await using fresh = await freshDatabase();
  const actor = await assessed(fresh.db);
  const deps = await testDeps(fresh.db, { documents: paper });
  const made = await requestReport(deps, actor);
  if (!made.ok) throw new Error(made.failure.kind);
  const reportId = made.value;
  const queued = await fresh.db.select().from(jobs);
  expect(queued.map(({ kind, payload }) => [kind, payload])).toEqual([
    ["reports.render", { organizationId: actor.organizationId, reportId }],
  ]);
  expect(await loadReportPdf(deps, actor, reportId)).toEqual({ ok: false, failure: { kind: "not-found" } });

  const payload = { organizationId: actor.organizationId, reportId };
  expect((await renderReport(deps, payload, quiet)).ok).toBe(true);
  expect((await renderReport(deps, payload, quiet)).ok).toBe(true);
  const pdf = await loadReportPdf(deps, actor, reportId);
  expect(pdf.ok && Buffer.from(pdf.value.bytes).toString()).toMatch(/^%PDF of Acme/);
  const list = await loadReports(deps, actor);
  expect(list.ok && list.value.map(({ status }) => status)).toEqual(["ready"]);

  const { actor: other } = await aMemberRow(fresh.db, (await anOrganizationRow(fresh.db)).id);
  expect(await loadReport(deps, other, reportId)).toEqual({ ok: false, failure: { kind: "not-found" } });
  expect(await loadReportPdf(deps, other, reportId)).toEqual({ ok: false, failure: { kind: "not-found" } });
});

test("a report does not change when later results are stored", async () => {
  await using fresh = await freshDatabase();
  const actor = await assessed(fresh.db);
  const deps = await testDeps(fresh.db);
  const made = await requestReport(deps, actor);
  await fresh.db
    .update(assessments)
    .set({ createdAt: new Date("2026-11-22T09:30:00Z"), result: aReadiness(5) as never });
  const kept = made.ok ? await loadReport(deps, actor, made.value) : null;
  expect(kept?.ok && kept.value.report.headline.code).toBe("notYetBlocked");
});

test("a printing that fails says why, and the page stays readable", async () => {
  await using fresh = await freshDatabase();
  const actor = await assessed(fresh.db);
  const deps = await testDeps(fresh.db);
  const made = await requestReport(deps, actor);
  if (!made.ok) throw new Error(made.failure.kind);
  const printed = await renderReport(deps, { organizationId: actor.organizationId, reportId: made.value }, quiet);
  expect(printed).toMatchObject({ ok: false, failure: { kind: "document-failed", retry: false } });
  const kept = await loadReport(deps, actor, made.value);
  expect(kept.ok && [kept.value.status, kept.value.failure]).toEqual(["failed", "no paper in this test"]);
});

test("nothing assessed gives no report, and a viewer makes none", async () => {
  await using fresh = await freshDatabase();
  const { actor } = await aMemberRow(fresh.db, (await anOrganizationRow(fresh.db)).id);
  const deps = await testDeps(fresh.db);
  expect(await requestReport(deps, actor)).toEqual({ ok: false, failure: { kind: "nothing-assessed" } });
  expect(await requestReport(deps, { ...actor, role: "viewer" })).toEqual({
    ok: false,
    failure: { kind: "forbidden" },
  });
  expect(await loadReports(deps, { ...actor, role: "respondent" })).toEqual({
    ok: false,
    failure: { kind: "forbidden" },
  });
});

test("a report that is gone is not printed again and again", async () => {
  await using fresh = await freshDatabase();
  const actor = await assessed(fresh.db);
  const deps = await testDeps(fresh.db, { documents: paper });
  const gone = { organizationId: actor.organizationId, reportId: "gone" as ReportId };
  expect(await renderReport(deps, gone, quiet)).toEqual({ ok: false, failure: { kind: "not-found", retry: false } });
});

test("the search finds duties by every word of the query and nothing for an empty one", async () => {
  await using fresh = await freshDatabase();
  const actor = await assessed(fresh.db);
  const deps = await testDeps(fresh.db);
  const found = await searchOrganization(deps, actor, { query: " OVERSIGHT  art. " });
  expect(found.ok && found.value.map(({ kind, title }) => [kind, title])).toEqual([
    ["duty", "Give oversight to trained people"],
  ]);
  expect(await searchOrganization(deps, actor, { query: "oversight nonsense" })).toEqual({ ok: true, value: [] });
  expect(await searchOrganization(deps, actor, { query: "  " })).toEqual({ ok: true, value: [] });
});
