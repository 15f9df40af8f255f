import { and, asc, desc, eq, getTableColumns, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Estimate } from "#app/domain/kernel/estimate.ts";
import type { AuditId, OrganizationId } from "#app/domain/kernel/ids.ts";
import type { CrawledPage } from "#app/domain/visibility/crawled-page.ts";
import type { VisibilityAudit } from "#app/domain/visibility/visibility-audit.ts";
import type { Database } from "../client.server.ts";
import { auditFiles, auditPages, audits } from "../schema/visibility.ts";

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
  return row === undefined ? null : asRow(row);
}

/** Audits of the first days told what they found across pages as bare sentences, which nothing can be compared with. */
function asRow(row: AuditColumns): AuditRow {
  const read = row as AuditRow;
  if (read.result?.findings?.some((each) => typeof each === "string") !== true) return read;
  return { ...read, result: { ...read.result, findings: [] } };
}

/**
 * The audit of the organization's own site whose figures hold, with its result: the newest finished one that read a page, because
 * one that was let in nowhere takes nothing back; where none did, the newest finished one.
 */
export async function findLatestAudit(db: Database, organizationId: OrganizationId): Promise<AuditRow | null> {
  return newestFinished(db, organizationId);
}

/** The finished audit of the same site before another one that read a page, with its result. */
export async function findAuditBefore(
  db: Database,
  organizationId: OrganizationId,
  { homepage, createdAt, id }: Pick<AuditRow, "homepage" | "createdAt" | "id">,
): Promise<AuditRow | null> {
  const before = sql`(${audits.createdAt}, ${audits.id}) < (${createdAt.getTime()}, ${id})`;
  return newestFinished(db, organizationId, and(eq(audits.homepage, homepage), gt(audits.pagesRead, 0), before));
}

/** The home page of the newest finished audit of the organization's own site. */
export async function findLatestHomepage(db: Database, organizationId: OrganizationId): Promise<string | null> {
  const [row] = await db
    .select({ homepage: audits.homepage })
    .from(audits)
    .where(finishedOf(organizationId))
    .orderBy(desc(audits.createdAt), desc(audits.id))
    .limit(1);
  return row?.homepage ?? null;
}

/** The audit whose figures hold comes first. */
export const figuresFirst = sql`${audits.pagesRead} > 0 DESC, ${audits.createdAt} DESC, ${audits.id} DESC`;

/** Results are large: only the one that is asked for is read. */
async function newestFinished(
  db: Database,
  organizationId: OrganizationId,
  which?: ReturnType<typeof and>,
): Promise<AuditRow | null> {
  const newest = db
    .select({ id: audits.id })
    .from(audits)
    .where(and(finishedOf(organizationId), which))
    .orderBy(figuresFirst)
    .limit(1);
  const [row] = await db
    .select()
    .from(audits)
    .where(and(eq(audits.organizationId, organizationId), eq(audits.id, newest)));
  return row === undefined ? null : asRow(row);
}

function finishedOf(organizationId: OrganizationId): ReturnType<typeof and> {
  return and(eq(audits.organizationId, organizationId), eq(audits.status, "done"), isNull(audits.competitorId));
}

/** Audits of the organization's own site newest first, without their results. */
export async function listAudits(db: Database, organizationId: OrganizationId, most = 20): Promise<AuditEntry[]> {
  return listEntries(db, and(eq(audits.organizationId, organizationId), isNull(audits.competitorId)), most);
}

/** Audits that wait or run, of whatever site. */
export async function listOpenAudits(db: Database, organizationId: OrganizationId): Promise<AuditEntry[]> {
  const open = inArray(audits.status, ["queued", "running"]);
  return listEntries(db, and(eq(audits.organizationId, organizationId), open), 20);
}

/** The newest audit of each competitor, with its result where it has one, and the one whose figures hold (`findLatestAudit`). */
export async function listCompetitorAudits(db: Database, organizationId: OrganizationId): Promise<AuditRow[]> {
  const newest = (done: boolean) => sql`(
    SELECT a.id FROM audits a WHERE a.organization_id = ${organizationId} AND a.competitor_id = ${audits.competitorId}
    ${done ? sql`AND a.status = 'done' ORDER BY a.pages_read > 0 DESC,` : sql`ORDER BY`} a.created_at DESC, a.id DESC LIMIT 1)`;
  const rows = await db
    .select()
    .from(audits)
    .where(
      and(
        eq(audits.organizationId, organizationId),
        sql`${audits.competitorId} IS NOT NULL AND ${audits.id} IN (${newest(false)}, ${newest(true)})`,
      ),
    )
    .orderBy(desc(audits.createdAt), desc(audits.id));
  return rows.map(asRow);
}

async function listEntries(db: Database, which: ReturnType<typeof and>, most: number): Promise<AuditEntry[]> {
  const { result: _result, ...columns } = getTableColumns(audits);
  const rows = await db
    .select(columns)
    .from(audits)
    .where(which)
    .orderBy(desc(audits.createdAt), desc(audits.id))
    .limit(most);
  return rows as AuditEntry[];
}

type AuditChange = Partial<
  Pick<AuditColumns, "status" | "progress" | "failure" | "finishedAt" | "result" | "pagesRead">
>;

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
    .orderBy(asc(auditPages.fetchedAt), sql`rowid`);
  return rows.map((row) => row.page as CrawledPage);
}

/** What a list shows of a page that was read. */
export type AuditPageLine = Pick<CrawledPage, "url" | "state" | "detail"> & {
  readonly title: string | null;
  readonly score: Estimate | null;
};

/** Pages of an audit in the order in which they were read, as lines of a list, with how many there are. */
export async function listAuditPageLines(
  db: Database,
  organizationId: OrganizationId,
  auditId: AuditId,
  { from, most }: { readonly from: number; readonly most: number },
): Promise<{ readonly lines: AuditPageLine[]; readonly total: number }> {
  const rows = await db
    .select({
      line: sql<string>`json_object(
        'url', json_extract(${auditPages.page}, '$.url'), 'state', json_extract(${auditPages.page}, '$.state'),
        'detail', json_extract(${auditPages.page}, '$.detail'), 'title', json_extract(${auditPages.page}, '$.audit.facts.title'),
        'score', json_extract(${auditPages.page}, '$.audit.score'))`,
      total: sql<number>`count(*) OVER ()`,
    })
    .from(auditPages)
    .where(and(eq(auditPages.organizationId, organizationId), eq(auditPages.auditId, auditId)))
    .orderBy(asc(auditPages.fetchedAt), sql`rowid`)
    .limit(most)
    .offset(from);
  return { lines: rows.map(({ line }) => JSON.parse(line) as AuditPageLine), total: rows[0]?.total ?? 0 };
}

/** Keeps the files that a crawl rests on; what was kept before is replaced. */
export async function saveAuditFiles(
  db: Database,
  organizationId: OrganizationId,
  auditId: AuditId,
  files: unknown,
): Promise<void> {
  await db
    .insert(auditFiles)
    .values({ auditId, organizationId, files })
    .onConflictDoUpdate({ target: auditFiles.auditId, set: { files } });
}

/** What `saveAuditFiles` kept, or null. */
export async function findAuditFiles(db: Database, organizationId: OrganizationId, auditId: AuditId): Promise<unknown> {
  const [row] = await db
    .select({ files: auditFiles.files })
    .from(auditFiles)
    .where(and(eq(auditFiles.organizationId, organizationId), eq(auditFiles.auditId, auditId)));
  return row?.files ?? null;
}

/** Drops what `saveAuditFiles` kept: an audit that is done says all that is told of them. */
export async function deleteAuditFiles(db: Database, organizationId: OrganizationId, auditId: AuditId): Promise<void> {
  await db
    .delete(auditFiles)
    .where(and(eq(auditFiles.organizationId, organizationId), eq(auditFiles.auditId, auditId)));
}

/** Some pages of an audit by their addresses. */
export async function listAuditPagesAt(
  db: Database,
  organizationId: OrganizationId,
  auditId: AuditId,
  urls: readonly string[],
): Promise<CrawledPage[]> {
  const rows = await db
    .select({ page: auditPages.page })
    .from(auditPages)
    .where(
      and(
        eq(auditPages.organizationId, organizationId),
        eq(auditPages.auditId, auditId),
        // A page is kept by the address that was asked for, and named by the one that answered.
        sql`(${auditPages.url} IN (SELECT value FROM json_each(${JSON.stringify(urls)}))
          OR json_extract(${auditPages.page}, '$.audit.url') IN (SELECT value FROM json_each(${JSON.stringify(urls)})))`,
      ),
    );
  return rows.map((row) => row.page as CrawledPage);
}

export async function findAuditPage(
  db: Database,
  organizationId: OrganizationId,
  auditId: AuditId,
  url: string,
): Promise<CrawledPage | null> {
  return (await listAuditPagesAt(db, organizationId, auditId, [url]))[0] ?? null;
}
