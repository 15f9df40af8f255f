import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { ComplianceAssessment } from "#app/domain/compliance/findings.ts";
import type { ExposureAssessment } from "#app/domain/exposure/exposure-assessment.ts";
import type { FileId, OrganizationId, ReportId } from "#app/domain/kernel/ids.ts";
import type { Plan, PlanDiff } from "#app/domain/planning/plan.ts";
import type { ReadinessAssessment } from "#app/domain/readiness/assessment.ts";
import type { StoredPlan } from "#app/domain/reports/report-inputs.ts";
import type { VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import type { Database } from "../client.server.ts";
import { assessments } from "../schema/assessments.ts";
import { systems } from "../schema/compliance.ts";
import { planVersions } from "../schema/plans.ts";
import { reports } from "../schema/reports.ts";
import { organizations } from "../schema/tenancy.ts";
import { audits } from "../schema/visibility.ts";

type AssessmentKind = "exposure" | "compliance" | "readiness";

/** The newest results of one kind, newest first. */
async function newest(
  db: Database,
  organizationId: OrganizationId,
  kind: AssessmentKind,
  most: number,
): Promise<unknown[]> {
  const rows = await db
    .select({ result: assessments.result })
    .from(assessments)
    .where(and(eq(assessments.organizationId, organizationId), eq(assessments.kind, kind)))
    .orderBy(desc(assessments.createdAt), desc(assessments.id))
    .limit(most);
  return rows.map(({ result }) => result);
}

export type StoredResults = {
  readonly organization: string;
  readonly exposure: ExposureAssessment | null;
  readonly compliance: ComplianceAssessment | null;
  readonly readiness: ReadinessAssessment | null;
  readonly earlierReadiness: ReadinessAssessment | null;
  readonly visibility: VisibilityAudit | null;
  readonly plan: StoredPlan | null;
  readonly changed: StoredPlan | null;
  readonly systemNames: Readonly<Record<string, string>>;
};

/** The newest stored result of every part, for a view over all of them. Their shape was checked when they were made. */
export async function findStoredResults(db: Database, organizationId: OrganizationId): Promise<StoredResults> {
  const [named, exposure, compliance, readiness, audited, plans, listed] = await Promise.all([
    db.select({ name: organizations.name }).from(organizations).where(eq(organizations.id, organizationId)),
    newest(db, organizationId, "exposure", 1),
    newest(db, organizationId, "compliance", 1),
    newest(db, organizationId, "readiness", 2),
    db
      .select({ result: audits.result })
      .from(audits)
      .where(and(eq(audits.organizationId, organizationId), eq(audits.status, "done"), isNotNull(audits.result)))
      .orderBy(desc(audits.createdAt), desc(audits.id))
      .limit(1),
    livingPlans(db, organizationId),
    db
      .select({ id: systems.id, name: systems.name })
      .from(systems)
      .where(and(eq(systems.organizationId, organizationId), isNull(systems.deletedAt))),
  ]);
  return {
    organization: named[0]?.name ?? "",
    exposure: (exposure[0] ?? null) as ExposureAssessment | null,
    compliance: (compliance[0] ?? null) as ComplianceAssessment | null,
    readiness: (readiness[0] ?? null) as ReadinessAssessment | null,
    earlierReadiness: (readiness[1] ?? null) as ReadinessAssessment | null,
    visibility: (audited[0]?.result ?? null) as VisibilityAudit | null,
    plan:
      plans.find(({ status }) => status === "approved") ?? plans.find(({ status }) => status === "proposed") ?? null,
    // The first version adds everything; what changed begins with the second.
    changed: plans.find(({ number, diff }) => number > 1 && diff !== null) ?? null,
    systemNames: Object.fromEntries(listed.map(({ id, name }) => [id, name])),
  };
}

/** The newest approved and the newest proposed version, newest first. */
async function livingPlans(db: Database, organizationId: OrganizationId): Promise<StoredPlan[]> {
  const rows = await db
    .select({
      number: planVersions.number,
      status: planVersions.status,
      because: planVersions.because,
      plan: planVersions.plan,
      diff: planVersions.diff,
    })
    .from(planVersions)
    .where(and(eq(planVersions.organizationId, organizationId), inArray(planVersions.status, ["approved", "proposed"])))
    .orderBy(desc(planVersions.number))
    .limit(3);
  return rows.map((row) => ({ ...row, plan: row.plan as Plan, diff: row.diff as PlanDiff | null }));
}

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
