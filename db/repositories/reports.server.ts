import { and, desc, eq } from "drizzle-orm";
import type { FileId, OrganizationId, ReportId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { reports } from "../schema/reports.ts";

export type ReportRow = typeof reports.$inferSelect;

export async function insertReport(db: Database, row: ReportRow): Promise<void> {
  await db.insert(reports).values(row);
}

export async function findReport(
  db: Database,
  organizationId: OrganizationId,
  id: ReportId,
): Promise<ReportRow | null> {
  const [row] = await db
    .select()
    .from(reports)
    .where(and(eq(reports.organizationId, organizationId), eq(reports.id, id)));
  return row ?? null;
}

export async function findReportStatus(
  db: Database,
  organizationId: OrganizationId,
  id: ReportId,
): Promise<ReportRow["status"] | null> {
  const [row] = await db
    .select({ status: reports.status })
    .from(reports)
    .where(and(eq(reports.organizationId, organizationId), eq(reports.id, id)));
  return row?.status ?? null;
}

/** Newest first, at most 200. */
export async function listReports(db: Database, organizationId: OrganizationId): Promise<ReportRow[]> {
  return db
    .select()
    .from(reports)
    .where(eq(reports.organizationId, organizationId))
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(200);
}

type Printed =
  | { readonly status: "ready"; readonly pdf: FileId; readonly summary: unknown }
  | { readonly status: "failed"; readonly failure: string; readonly summary: unknown };

/** What became of the printing of a report. Its content never changes. */
export async function finishReport(
  db: Database,
  organizationId: OrganizationId,
  id: ReportId,
  printed: Printed,
): Promise<void> {
  await db
    .update(reports)
    .set(printed)
    .where(and(eq(reports.organizationId, organizationId), eq(reports.id, id)));
}

/** Adds the summary that a model drafted to a report that is not printed yet. */
export async function saveDraftedSummary(
  db: Database,
  organizationId: OrganizationId,
  id: ReportId,
  summary: unknown,
): Promise<void> {
  await db
    .update(reports)
    .set({ summary })
    .where(and(eq(reports.organizationId, organizationId), eq(reports.id, id), eq(reports.status, "queued")));
}
