import type { FileId, ReportId } from "#app/domain/kernel/ids.ts";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import { mayDo } from "#app/domain/tenancy/may-do.ts";
import { readFileBytes } from "#db/repositories/files.server.ts";
import { findReport, findReportStatus, listReports } from "#db/repositories/reports.server.ts";
import type { Actor } from "../actor.ts";
import type { Deps } from "../deps.ts";
import { type StoredReport, storedReport } from "./stored-report.ts";

type Forbidden = { readonly kind: "forbidden" };
type NotFound = { readonly kind: "not-found" };

/** The reports of the organization, newest first. */
export async function loadReports(
  deps: Pick<Deps, "db">,
  actor: Actor,
): Promise<Result<readonly StoredReport[], Forbidden>> {
  if (!mayDo(actor.role, "report:read")) return fail({ kind: "forbidden" });
  return ok((await listReports(deps.db, actor.organizationId)).map(storedReport));
}

export async function loadReport(
  deps: Pick<Deps, "db">,
  actor: Actor,
  id: ReportId,
): Promise<Result<StoredReport, Forbidden | NotFound>> {
  if (!mayDo(actor.role, "report:read")) return fail({ kind: "forbidden" });
  const row = await findReport(deps.db, actor.organizationId, id);
  return row === null ? fail({ kind: "not-found" }) : ok(storedReport(row));
}

/** Whether a report is printed: what its page asks for while it waits. */
export async function loadReportStatus(
  deps: Pick<Deps, "db">,
  actor: Actor,
  id: ReportId,
): Promise<Result<StoredReport["status"], NotFound>> {
  const allowed = mayDo(actor.role, "report:read");
  const status = allowed ? await findReportStatus(deps.db, actor.organizationId, id) : null;
  return status === null ? fail({ kind: "not-found" }) : ok(status);
}

/** The printed report; not found while it is being printed. */
export async function loadReportPdf(
  deps: Pick<Deps, "db">,
  actor: Actor,
  id: ReportId,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, Forbidden | NotFound>> {
  if (!mayDo(actor.role, "report:read")) return fail({ kind: "forbidden" });
  const row = await findReport(deps.db, actor.organizationId, id);
  if (row === null || row.pdf === null) return fail({ kind: "not-found" });
  const bytes = await readFileBytes(deps.db, actor.organizationId, row.pdf as FileId);
  return bytes === null ? fail({ kind: "not-found" }) : ok({ name: `readiness-report-${row.asOf}.pdf`, bytes });
}
