import { createHash } from "node:crypto";
import type { FileId, OrganizationId, ReportId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { insertFile } from "#db/repositories/files.server.ts";
import { findReport, finishReport } from "#db/repositories/reports.server.ts";
import type { Deps } from "../deps.ts";
import type { JobContext, JobFailure } from "../job-context.ts";
import { storedReport } from "./stored-report.ts";

type Command = { readonly organizationId: OrganizationId; readonly reportId: ReportId };

/** Prints a report and keeps the file. Runs as a job, maybe twice: what is printed already is left alone. */
export async function renderReport(
  deps: Pick<Deps, "db" | "documents" | "now" | "newId">,
  { organizationId, reportId }: Command,
  { signal, progress }: JobContext,
): Promise<Result<ReportId, JobFailure>> {
  const row = await findReport(deps.db, organizationId, reportId);
  if (row === null) return fail({ kind: "not-found", retry: false });
  if (row.status === "ready") return ok(reportId);
  const { report, drafted } = storedReport(row);

  await progress({ doing: "printing" });
  const printed = await deps.documents.reportPdf({ report, drafted });
  if (signal.aborted) return fail({ kind: "stopped", retry: true });

  if (!printed.ok) {
    const { because } = printed.failure;
    await finishReport(deps.db, organizationId, reportId, { status: "failed", failure: because, summary: drafted });
    return fail({ kind: "document-failed", retry: false, because });
  }
  const { bytes, type } = printed.value;
  const file = deps.newId() as FileId;
  await deps.db.transaction(async (tx) => {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const name = `readiness-report-${row.asOf}.pdf`;
    const kept = { id: file, organizationId, name, type, size: bytes.byteLength, sha256 };
    await insertFile(tx, { ...kept, createdAt: deps.now(), createdBy: row.createdBy }, bytes);
    await finishReport(tx, organizationId, reportId, { status: "ready", pdf: file, summary: drafted });
  });
  return ok(reportId);
}
