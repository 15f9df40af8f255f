import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { AssessmentId, AuditId } from "#app/domain/kernel/ids.ts";
import { handlers } from "#app/jobs/handlers.server.ts";
import { maxAttempts } from "#app/jobs/retry-delay.ts";
import { runNextJob } from "#app/jobs/run-next-job.server.ts";
import type { Deps } from "#app/services/deps.ts";
import { loadReport } from "#app/services/reports/load-reports.server.ts";
import { requestReport } from "#app/services/reports/request-report.server.ts";
import { requestSiteAudit } from "#app/services/visibility/request-site-audit.server.ts";
import { mapImport } from "#app/services/workforce/map-import.server.ts";
import { startImport } from "#app/services/workforce/start-import.server.ts";
import { findRoleImport } from "#db/repositories/role-imports.server.ts";
import { findAudit } from "#db/repositories/visibility.server.ts";
import { assessments } from "#db/schema/assessments.ts";
import { jobs } from "#db/schema/jobs.ts";
import { aMemberRow } from "#tests/builders/a-person.ts";
import { aCsv } from "#tests/builders/a-roster.ts";
import { anOrganizationRow } from "#tests/builders/an-organization.ts";
import { aReadiness } from "#tests/builders/report-inputs.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import { testDeps } from "#tests/fakes/test-deps.ts";

/** Lets the one job there is fail until it is given up. */
async function untilGivenUp(deps: Deps): Promise<void> {
  await deps.db.update(jobs).set({ status: "queued", attempts: maxAttempts - 1 });
  expect(await runNextJob(deps, handlers, { worker: "w" })).toBe("dead");
}

const broken = () => Promise.reject(new Error("a fault of ours"));

test("an audit whose job was given up is failed, and another can be asked for", async () => {
  await using fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, id, "owner");
  const deps = await testDeps(fresh.db, {
    newId: randomUUID,
    sites: { get: broken, inspect: broken, txtRecords: broken, render: broken },
  });
  const command = { homepage: "https://www.kestrelfreight.example/" };
  const first = await requestSiteAudit(deps, actor, command);
  if (!first.ok) throw new Error(first.failure.kind);
  await untilGivenUp(deps);
  expect(await findAudit(fresh.db, id, first.value as AuditId)).toMatchObject({
    status: "failed",
    failure: expect.stringContaining("A fault on our side"),
  });
  expect((await requestSiteAudit(deps, actor, command)).ok).toBe(true);
});

test("an import whose job was given up can be tried again", async () => {
  await using fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, id, "owner");
  const deps = await testDeps(fresh.db);
  const rows = Array.from({ length: 2_100 }, (_, at) => `Role ${at % 9},1`);
  const started = await startImport(deps, actor, { fileName: "r.csv", bytes: aCsv("title,headcount", ...rows) });
  if (!started.ok) throw new Error(started.failure.kind);
  const { importId } = started.value;
  await untilGivenUp({ ...deps, compute: { run: broken, close: async () => undefined } });
  const failed = await findRoleImport(fresh.db, id, importId);
  expect(failed?.status).toBe("failed");
  await mapImport(deps, actor, {
    importId,
    settings: failed?.settings ?? { mapping: {}, mode: "update", currency: null, country: null },
  });
  expect((await findRoleImport(fresh.db, id, importId))?.status).toBe("reading");
});

test("a report whose job was given up says that it was not printed, and stays readable", async () => {
  await using fresh = await freshDatabase();
  const { id } = await anOrganizationRow(fresh.db);
  const { actor } = await aMemberRow(fresh.db, id, "owner");
  const deps = await testDeps(fresh.db, { documents: { reportPdf: broken, close: async () => undefined } });
  const result = aReadiness(4);
  await fresh.db.insert(assessments).values({
    ...{
      id: "readiness-1" as AssessmentId,
      organizationId: id,
      kind: "readiness",
      asOf: result.asOf,
      input: {},
      result,
    },
    ...{ knowledgeVersion: "test", inputHash: "x", createdAt: deps.now(), createdBy: actor.userId },
  });
  const made = await requestReport(deps, actor);
  if (!made.ok) throw new Error(made.failure.kind);
  await untilGivenUp(deps);
  expect(await loadReport(deps, actor, made.value)).toMatchObject({
    value: { status: "failed", failure: expect.stringContaining("A fault on our side"), report: { asOf: result.asOf } },
  });
});
