import { and, asc, count, desc, eq, gte, isNotNull, isNull, lt, lte, ne, or, sql } from "drizzle-orm";
import type { Evidence } from "#app/domain/compliance/evidence/evidence.ts";
import type { EvidenceId, FileId, OrganizationId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Database } from "../client.server.ts";
import { user } from "../schema/accounts.ts";
import { controls, evidence } from "../schema/evidence.ts";
import { files } from "../schema/reports.ts";
import { organizations } from "../schema/tenancy.ts";
import { deleteFile } from "./files.server.ts";

export type KeptControl = typeof controls.$inferSelect;
export type KeptEvidence = typeof evidence.$inferSelect;

/** As the domain reads it. */
export function evidenceOf({ id, control, systemId, validFrom, expires, review, serves }: KeptEvidence): Evidence {
  return { id, control, system: systemId, validFrom, expires, review, serves };
}

/** The controls that somebody has described. */
export async function listControls(db: Database, organizationId: OrganizationId): Promise<KeptControl[]> {
  return db.select().from(controls).where(eq(controls.organizationId, organizationId)).orderBy(asc(controls.control));
}

export async function findControl(
  db: Database,
  organizationId: OrganizationId,
  control: string,
): Promise<KeptControl | null> {
  const [row] = await db
    .select()
    .from(controls)
    .where(and(eq(controls.organizationId, organizationId), eq(controls.control, control)));
  return row ?? null;
}

export type ControlWords = Pick<KeptControl, "owner" | "how" | "note" | "changedBy" | "changedAt">;

/** Keeps what is said of a control that still has `version` (0: nothing yet); false when somebody was faster. */
export async function saveControl(
  db: Database,
  organizationId: OrganizationId,
  control: string,
  words: ControlWords,
  version: number,
): Promise<boolean> {
  if (version === 0) {
    const made = await db
      .insert(controls)
      .values({ ...words, organizationId, control })
      .onConflictDoNothing()
      .returning({ control: controls.control });
    return made.length === 1;
  }
  const changed = await db
    .update(controls)
    .set({ ...words, version: version + 1 })
    .where(
      and(eq(controls.organizationId, organizationId), eq(controls.control, control), eq(controls.version, version)),
    )
    .returning({ control: controls.control });
  return changed.length === 1;
}

/** All evidence that was not removed, oldest first. */
export async function listEvidence(db: Database, organizationId: OrganizationId): Promise<KeptEvidence[]> {
  return db
    .select()
    .from(evidence)
    .where(and(eq(evidence.organizationId, organizationId), isNull(evidence.removedAt)))
    .orderBy(asc(evidence.addedAt), asc(evidence.id));
}

/** Evidence of one control, newest first, what was removed since `since` too. */
export async function listEvidenceOfControl(
  db: Database,
  organizationId: OrganizationId,
  control: string,
  since: Date,
): Promise<KeptEvidence[]> {
  return db
    .select()
    .from(evidence)
    .where(
      and(
        eq(evidence.organizationId, organizationId),
        eq(evidence.control, control),
        or(isNull(evidence.removedAt), gte(evidence.removedAt, since)),
      ),
    )
    .orderBy(desc(evidence.addedAt), asc(evidence.id));
}

export async function findEvidence(
  db: Database,
  organizationId: OrganizationId,
  id: EvidenceId,
): Promise<KeptEvidence | null> {
  const [row] = await db
    .select()
    .from(evidence)
    .where(and(eq(evidence.id, id), eq(evidence.organizationId, organizationId)));
  return row ?? null;
}

/** Evidence with the same content that was not removed. */
export async function listEvidenceByHash(
  db: Database,
  organizationId: OrganizationId,
  sha256: string,
): Promise<KeptEvidence[]> {
  return db
    .select()
    .from(evidence)
    .where(and(eq(evidence.organizationId, organizationId), eq(evidence.sha256, sha256), isNull(evidence.removedAt)))
    .orderBy(asc(evidence.addedAt));
}

/** How many pieces there are and how many bytes of files stand behind them, removed ones too. */
export async function measureEvidence(
  db: Database,
  organizationId: OrganizationId,
): Promise<{ readonly pieces: number; readonly bytes: number }> {
  const [row] = await db.select({ pieces: count() }).from(evidence).where(eq(evidence.organizationId, organizationId));
  const [kept] = await db
    .select({ bytes: sql<number>`coalesce(sum(${files.size}), 0)` })
    .from(files)
    .where(
      and(
        eq(files.organizationId, organizationId),
        sql`${files.id} IN (SELECT file_id FROM evidence WHERE organization_id = ${organizationId})`,
      ),
    );
  return { pieces: row?.pieces ?? 0, bytes: kept?.bytes ?? 0 };
}

export async function insertEvidence(db: Database, row: typeof evidence.$inferInsert): Promise<void> {
  await db.insert(evidence).values(row);
}

export type EvidenceChange = Partial<
  Pick<KeptEvidence, "review" | "reviewedBy" | "reviewedAt" | "reviewNote" | "serves" | "removedBy" | "removedAt">
>;

/** Changes evidence that still has `version`; false when somebody was faster. */
export async function updateEvidence(
  db: Database,
  organizationId: OrganizationId,
  id: EvidenceId,
  change: EvidenceChange,
  version: number,
): Promise<boolean> {
  const changed = await db
    .update(evidence)
    .set({ ...change, version: version + 1 })
    .where(and(eq(evidence.id, id), eq(evidence.organizationId, organizationId), eq(evidence.version, version)))
    .returning({ id: evidence.id });
  return changed.length === 1;
}

/** Puts one person in another's place: what a visitor did before they signed up is theirs, and not for them to review. */
export async function passEvidenceOn(
  tx: Database,
  organizationId: OrganizationId,
  from: string,
  to: string,
): Promise<void> {
  const ofThem = (column: typeof evidence.addedBy | typeof evidence.reviewedBy) =>
    and(eq(evidence.organizationId, organizationId), eq(column, from));
  await tx.update(evidence).set({ addedBy: to }).where(ofThem(evidence.addedBy));
  await tx.update(evidence).set({ reviewedBy: to }).where(ofThem(evidence.reviewedBy));
}

/** Whether a file is evidence of the organization, and what it is called there. */
export async function findEvidenceFile(db: Database, organizationId: OrganizationId, id: EvidenceId) {
  const [row] = await db
    .select({
      fileId: evidence.fileId,
      name: files.name,
      type: files.type,
      size: files.size,
      removedAt: evidence.removedAt,
    })
    .from(evidence)
    .innerJoin(files, and(eq(files.id, evidence.fileId), eq(files.organizationId, evidence.organizationId)))
    .where(and(eq(evidence.id, id), eq(evidence.organizationId, organizationId)));
  return row === undefined ? null : { ...row, fileId: row.fileId as FileId };
}

const living = and(ne(organizations.kind, "template"), isNull(organizations.deletedAt));

/** Of all organizations: evidence whose last day is before `today` and whose end stands in no log yet. For the daily job only. */
export async function listEnded(db: Database, today: IsoDate, limit: number): Promise<KeptEvidence[]> {
  const rows = await db
    .select({ evidence })
    .from(evidence)
    .innerJoin(organizations, eq(organizations.id, evidence.organizationId))
    .where(and(lt(evidence.expires, today), isNull(evidence.endedAt), isNull(evidence.removedAt), living))
    .orderBy(asc(evidence.expires), asc(evidence.id))
    .limit(limit);
  return rows.map((row) => row.evidence);
}

/** Of all organizations: evidence that ends by `until` and whose adder, still known at a confirmed address, was not told. For the daily job only. */
export async function listEnding(db: Database, today: IsoDate, until: IsoDate, limit: number) {
  return db
    .select({
      id: evidence.id,
      organizationId: evidence.organizationId,
      name: evidence.name,
      control: evidence.control,
      expires: evidence.expires,
      organization: organizations.name,
      slug: organizations.slug,
      to: user.email,
      person: user.name,
    })
    .from(evidence)
    .innerJoin(organizations, eq(organizations.id, evidence.organizationId))
    .innerJoin(user, eq(user.id, evidence.addedBy))
    .where(
      and(
        gte(evidence.expires, today),
        lte(evidence.expires, until),
        isNotNull(evidence.expires),
        isNull(evidence.remindedAt),
        isNull(evidence.removedAt),
        living,
        eq(user.emailVerified, true),
        sql`(EXISTS (SELECT 1 FROM memberships m WHERE m.organization_id = ${evidence.organizationId} AND m.user_id = ${user.id})
          OR EXISTS (SELECT 1 FROM grants g WHERE g.organization_id = ${evidence.organizationId} AND g.user_id = ${user.id}))`,
      ),
    )
    .orderBy(asc(evidence.organizationId), asc(user.id), asc(evidence.expires), asc(evidence.id))
    .limit(limit);
}

/** Marks what the daily job has done; false when it was done before. */
export async function markEvidence(
  db: Database,
  organizationId: OrganizationId,
  id: EvidenceId,
  change: { readonly endedAt: Date } | { readonly remindedAt: Date },
): Promise<boolean> {
  const still = "endedAt" in change ? isNull(evidence.endedAt) : isNull(evidence.remindedAt);
  const changed = await db
    .update(evidence)
    .set(change)
    .where(and(eq(evidence.id, id), eq(evidence.organizationId, organizationId), still))
    .returning({ id: evidence.id });
  return changed.length === 1;
}

/** Of all organizations: evidence removed before `before`. For the daily job only. */
export async function listRemovedEvidence(db: Database, before: Date, limit: number): Promise<KeptEvidence[]> {
  return db
    .select()
    .from(evidence)
    .where(and(isNotNull(evidence.removedAt), lt(evidence.removedAt, before)))
    .orderBy(asc(evidence.removedAt), asc(evidence.id))
    .limit(limit);
}

/** Deletes evidence for good, and its file where no other evidence rests on it. Call it in a transaction. */
export async function deleteEvidence(tx: Database, { id, organizationId, fileId }: KeptEvidence): Promise<void> {
  await tx.delete(evidence).where(and(eq(evidence.id, id), eq(evidence.organizationId, organizationId)));
  if (fileId === null) return;
  const [other] = await tx
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.fileId, fileId), eq(evidence.organizationId, organizationId)))
    .limit(1);
  if (other === undefined) await deleteFile(tx, organizationId, fileId);
}
