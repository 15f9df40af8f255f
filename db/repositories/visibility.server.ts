import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { AuditId, OrganizationId } from "#app/domain/kernel/ids.ts";
import type { CrawledPage } from "#app/domain/visibility/audit-site.ts";
import type { VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import type { Database } from "../client.server.ts";
import { auditPages, audits } from "../schema/visibility.ts";

type AuditColumns = typeof audits.$inferSelect;

/** How far a crawl is, and what it is doing, in words. */
export type AuditProgress = { readonly done: number; readonly planned: number; readonly now: string };
export type AuditRow = Omit<AuditColumns, "progress" | "result"> & {
  readonly progress: AuditProgress | null;
  readonly result: VisibilityAudit | null;
};
/** An audit without its result: what a list needs. */
export type AuditEntry = Omit<AuditRow, "result">;

export async function insertAudit(
  db: Database,
  organizationId: OrganizationId,
  audit: Omit<typeof audits.$inferInsert, "organizationId">,
): Promise<void> {
  await db.insert(audits).values({ ...audit, organizationId });
}

export async function findAudit(db: Database, organizationId: OrganizationId, id: AuditId): Promise<AuditRow | null> {
  const [row] = await db
    .select()
    .from(audits)
    .where(and(eq(audits.organizationId, organizationId), eq(audits.id, id)));
  return (row as AuditRow | undefined) ?? null;
}

/** The newest finished audit, with its result. */
export async function findLatestAudit(db: Database, organizationId: OrganizationId): Promise<AuditRow | null> {
  const [row] = await db
    .select()
    .from(audits)
    .where(and(eq(audits.organizationId, organizationId), eq(audits.status, "done")))
    .orderBy(desc(audits.createdAt), desc(audits.id))
    .limit(1);
  return (row as AuditRow | undefined) ?? null;
}

/** Audits newest first, without their results. */
export async function listAudits(db: Database, organizationId: OrganizationId, most = 20): Promise<AuditEntry[]> {
  const { result: _result, ...columns } = columnsOf();
  const rows = await db
    .select(columns)
    .from(audits)
    .where(eq(audits.organizationId, organizationId))
    .orderBy(desc(audits.createdAt), desc(audits.id))
    .limit(most);
  return rows as AuditEntry[];
}

function columnsOf() {
  const { id, organizationId, homepage, pageLimit, status, progress, failure, asOf, knowledgeVersion, result } = audits;
  const { createdAt, createdBy, finishedAt } = audits;
  return {
    id,
    organizationId,
    homepage,
    pageLimit,
    status,
    progress,
    failure,
    asOf,
    knowledgeVersion,
    result,
    createdAt,
    createdBy,
    finishedAt,
  };
}

type AuditChange = Partial<Pick<AuditColumns, "status" | "progress" | "failure" | "finishedAt" | "result">>;

/** Changes an audit that is not finished; false when it was finished or cancelled meanwhile. */
export async function updateOpenAudit(
  db: Database,
  organizationId: OrganizationId,
  id: AuditId,
  change: AuditChange,
): Promise<boolean> {
  const rows = await db
    .update(audits)
    .set(change)
    .where(
      and(eq(audits.organizationId, organizationId), eq(audits.id, id), inArray(audits.status, ["queued", "running"])),
    )
    .returning({ id: audits.id });
  return rows.length > 0;
}

/** Keeps a page as it was read; a page that is there already stays. */
export async function insertAuditPage(
  db: Database,
  organizationId: OrganizationId,
  auditId: AuditId,
  page: CrawledPage,
  fetchedAt: Date,
): Promise<void> {
  await db
    .insert(auditPages)
    .values({ auditId, organizationId, url: page.url, status: page.status, page, fetchedAt })
    .onConflictDoNothing();
}

/** The pages of an audit in the order in which they were read. */
export async function listAuditPages(
  db: Database,
  organizationId: OrganizationId,
  auditId: AuditId,
): Promise<CrawledPage[]> {
  const rows = await db
    .select({ page: auditPages.page })
    .from(auditPages)
    .where(and(eq(auditPages.organizationId, organizationId), eq(auditPages.auditId, auditId)))
    .orderBy(asc(auditPages.fetchedAt));
  return rows.map((row) => row.page as CrawledPage);
}

export async function findAuditPage(
  db: Database,
  organizationId: OrganizationId,
  auditId: AuditId,
  url: string,
): Promise<CrawledPage | null> {
  const [row] = await db
    .select({ page: auditPages.page })
    .from(auditPages)
    .where(
      and(eq(auditPages.organizationId, organizationId), eq(auditPages.auditId, auditId), eq(auditPages.url, url)),
    );
  return (row?.page as CrawledPage | undefined) ?? null;
}
