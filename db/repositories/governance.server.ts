import { and, asc, count, desc, eq, gt, gte, inArray, like, lt } from "drizzle-orm";
import { type Followed, follow, type Link, notFollowed, type Sha256 } from "#app/domain/governance/hash-chain.ts";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "#db/client.server.ts";
import { auditLog, auditPayloads } from "#db/schema/governance.ts";

type Payload = { readonly salt: string; readonly before: unknown; readonly after: unknown };

/** The last entry of the one chain, which the next must follow. Read it inside the transaction that appends. */
export async function findChainHead(db: Database): Promise<{ seq: number; hash: string } | null> {
  const [head] = await db
    .select({ seq: auditLog.seq, hash: auditLog.hash })
    .from(auditLog)
    .orderBy(desc(auditLog.seq))
    .limit(1);
  return head ?? null;
}

/** Entries with what they changed, in the order of the chain. */
export async function insertAuditEntries(
  db: Database,
  entries: readonly { readonly entry: Link; readonly payload: Payload }[],
): Promise<void> {
  const rows = entries.map(({ entry, payload }) => {
    const organizationId = entry.organizationId as OrganizationId | null;
    return { ...entry, id: entry.hash, organizationId, at: new Date(entry.at), payload };
  });
  // SQLite takes at most 32,766 values in one statement.
  for (let from = 0; from < rows.length; from += 1000) {
    const some = rows.slice(from, from + 1000);
    await db.insert(auditLog).values(some.map(({ payload: _, ...row }) => row));
    await db
      .insert(auditPayloads)
      .values(some.map(({ id, organizationId, payload }) => ({ entryId: id, organizationId, ...payload })));
  }
}

/** All entries of an organization with what they changed, oldest first: for a sample, which is small. */
export async function listWholeLog(db: Database, organizationId: OrganizationId) {
  const { at, actor, action, subject, requestId } = auditLog;
  return db
    .select({ at, actor, action, subject, requestId, before: auditPayloads.before, after: auditPayloads.after })
    .from(auditLog)
    .leftJoin(auditPayloads, eq(auditPayloads.entryId, auditLog.id))
    .where(eq(auditLog.organizationId, organizationId))
    .orderBy(asc(auditLog.seq));
}

/** Follows the whole chain in pages of a thousand entries, in constant memory. */
export async function followAuditLog(
  db: Database,
  sha256: Sha256,
  seen: (hash: string) => void = () => {},
): Promise<Followed> {
  let followed = notFollowed;
  let after = 0;
  for (;;) {
    const page = await db.select().from(auditLog).where(gt(auditLog.seq, after)).orderBy(asc(auditLog.seq)).limit(1000);
    for (const row of page) {
      followed = follow(sha256, followed, { ...row, at: row.at.toISOString() });
      seen(row.hash);
      after = row.seq;
    }
    if (page.length === 0) return followed;
  }
}

export type AuditFilter = {
  readonly action?: string;
  readonly actor?: string;
  readonly from?: Date;
  readonly before?: Date;
  /** Entries older than this number, for the next page. */
  readonly below?: number;
};

/** Newest first, with what changed where it was not erased. */
export async function listAuditEntries(
  db: Database,
  organizationId: OrganizationId,
  filter: AuditFilter,
  limit: number,
) {
  const wanted = [eq(auditLog.organizationId, organizationId)];
  if (filter.action) wanted.push(like(auditLog.action, `${filter.action.replaceAll(/[%_]/g, "")}%`));
  if (filter.actor) wanted.push(eq(auditLog.actor, filter.actor));
  if (filter.from) wanted.push(gte(auditLog.at, filter.from));
  if (filter.before) wanted.push(lt(auditLog.at, filter.before));
  if (filter.below !== undefined) wanted.push(lt(auditLog.seq, filter.below));
  return db
    .select({
      id: auditLog.id,
      seq: auditLog.seq,
      at: auditLog.at,
      actor: auditLog.actor,
      action: auditLog.action,
      subject: auditLog.subject,
      requestId: auditLog.requestId,
      hash: auditLog.hash,
      before: auditPayloads.before,
      after: auditPayloads.after,
      erased: auditPayloads.entryId,
    })
    .from(auditLog)
    .leftJoin(auditPayloads, eq(auditPayloads.entryId, auditLog.id))
    .where(and(...wanted))
    .orderBy(desc(auditLog.seq))
    .limit(limit)
    .then((rows) => rows.map(({ erased, ...row }) => ({ ...row, payloadErased: erased === null })));
}

/** What happened to these things, newest first, without what changed. */
export async function listEntriesAbout(
  db: Database,
  organizationId: OrganizationId,
  subjects: readonly string[],
  limit: number,
) {
  return db
    .select({
      seq: auditLog.seq,
      at: auditLog.at,
      actor: auditLog.actor,
      action: auditLog.action,
      subject: auditLog.subject,
    })
    .from(auditLog)
    .where(and(eq(auditLog.organizationId, organizationId), inArray(auditLog.subject, [...subjects])))
    .orderBy(desc(auditLog.seq))
    .limit(limit);
}

/** The newest change of this kind to `subject` whose payload was not erased, or null. */
export async function findLastChange(
  db: Database,
  organizationId: OrganizationId,
  action: string,
  subject: string,
): Promise<{ readonly at: Date; readonly before: unknown; readonly after: unknown } | null> {
  const [row] = await db
    .select({ at: auditLog.at, before: auditPayloads.before, after: auditPayloads.after })
    .from(auditLog)
    .innerJoin(auditPayloads, eq(auditPayloads.entryId, auditLog.id))
    .where(and(eq(auditLog.organizationId, organizationId), eq(auditLog.action, action), eq(auditLog.subject, subject)))
    .orderBy(desc(auditLog.seq))
    .limit(1);
  return row ?? null;
}

/** Who touched each of `subjects` last, and when, by the log. */
export async function findLastDoers(
  db: Database,
  organizationId: OrganizationId,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, { readonly by: string; readonly at: Date }>> {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .select({ subject: auditLog.subject, by: auditLog.actor, at: auditLog.at })
    .from(auditLog)
    .where(and(eq(auditLog.organizationId, organizationId), inArray(auditLog.subject, subjects.slice(0, 500))))
    .orderBy(asc(auditLog.seq));
  return new Map(rows.map(({ subject, by, at }) => [subject, { by, at }]));
}

/** The areas and verbs that occur in an organization's log, for the filter. */
export async function listAuditActions(db: Database, organizationId: OrganizationId): Promise<string[]> {
  const rows = await db
    .selectDistinct({ action: auditLog.action })
    .from(auditLog)
    .where(eq(auditLog.organizationId, organizationId))
    .orderBy(asc(auditLog.action));
  return rows.map((row) => row.action);
}

export async function countAuditEntries(db: Database, organizationId: OrganizationId): Promise<number> {
  const [row] = await db.select({ n: count() }).from(auditLog).where(eq(auditLog.organizationId, organizationId));
  return row?.n ?? 0;
}
