import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  or,
  sql,
} from "drizzle-orm";
import type { LastLook } from "#app/domain/compliance/look-again.ts";
import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import type { Database } from "../client.server.ts";
import { prepared } from "../prepared.server.ts";
import { dutyChanges, dutyLooks } from "../schema/radar.ts";
import { organizations } from "../schema/tenancy.ts";

export type KeptLook = LastLook & { readonly inputHash: string; readonly lookedAt: Date; readonly number: number };
export type KeptChange = typeof dutyChanges.$inferSelect;

export async function findLook(db: Database, organizationId: OrganizationId): Promise<KeptLook | null> {
  const [row] = await db.select().from(dutyLooks).where(eq(dutyLooks.organizationId, organizationId)).limit(1);
  return row ?? null;
}

export type LookHead = Pick<KeptLook, "asOf" | "packVersion" | "inputHash" | "lookedAt">;

/** The last look without what it saw. */
export async function findLookHead(db: Database, organizationId: OrganizationId): Promise<LookHead | null> {
  const { asOf, packVersion, inputHash, lookedAt } = dutyLooks;
  const [row] = await db
    .select({ asOf, packVersion, inputHash, lookedAt })
    .from(dutyLooks)
    .where(eq(dutyLooks.organizationId, organizationId))
    .limit(1);
  return row ?? null;
}

/** Keeps a look in the place of number `look.number - 1`; false when another was faster. */
export async function keepLook(db: Database, organizationId: OrganizationId, look: KeptLook): Promise<boolean> {
  if (look.number === 1) {
    const added = await db
      .insert(dutyLooks)
      .values({ ...look, organizationId })
      .onConflictDoNothing()
      .returning({ number: dutyLooks.number });
    return added.length === 1;
  }
  const changed = await db
    .update(dutyLooks)
    .set(look)
    .where(and(eq(dutyLooks.organizationId, organizationId), eq(dutyLooks.number, look.number - 1)))
    .returning({ number: dutyLooks.number });
  return changed.length === 1;
}

/** Rows of one statement: SQLite takes at most 32,766 values. */
const atOnce = 500;

export async function insertChanges(
  db: Database,
  organizationId: OrganizationId,
  rows: readonly Omit<KeptChange, "organizationId" | "notedBy" | "notedAt">[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += atOnce) {
    await db.insert(dutyChanges).values(rows.slice(at, at + atOnce).map((row) => ({ ...row, organizationId })));
  }
}

/** What was found since a moment, newest first; at most `limit`. With `sure`, only of duties that apply or did. */
export async function listChanges(
  db: Database,
  organizationId: OrganizationId,
  since: Date,
  { limit, sure = false }: { readonly limit: number; readonly sure?: boolean },
): Promise<KeptChange[]> {
  return db
    .select()
    .from(dutyChanges)
    .where(
      and(
        eq(dutyChanges.organizationId, organizationId),
        gt(dutyChanges.foundAt, since),
        sure ? eq(dutyChanges.sure, true) : undefined,
      ),
    )
    .orderBy(desc(dutyChanges.foundAt), desc(dutyChanges.sure), asc(dutyChanges.id))
    .limit(limit);
}

/** Duties that only may apply and changed since a moment. */
export async function countOpenChanges(db: Database, organizationId: OrganizationId, since: Date): Promise<number> {
  const [row] = await db
    .select({ duties: countDistinct(dutyChanges.duty) })
    .from(dutyChanges)
    .where(
      and(eq(dutyChanges.organizationId, organizationId), gt(dutyChanges.foundAt, since), eq(dutyChanges.sure, false)),
    );
  return row?.duties ?? 0;
}

const unnoted = prepared((db) =>
  db
    .select({ changes: count() })
    .from(dutyChanges)
    .where(
      and(
        eq(dutyChanges.organizationId, sql.placeholder("organizationId")),
        eq(dutyChanges.sure, true),
        isNull(dutyChanges.notedAt),
      ),
    )
    .prepare(),
);

/** Changes of duties that apply which nobody has taken note of. */
export async function countUnnoted(db: Database, organizationId: OrganizationId): Promise<number> {
  return (await unnoted(db).get({ organizationId }))?.changes ?? 0;
}

/** Marks changes as taken note of, or with null takes that back. Answers the ids that moved. */
export async function noteChanges(
  db: Database,
  organizationId: OrganizationId,
  ids: readonly string[],
  note: { readonly by: UserId; readonly at: Date } | null,
): Promise<string[]> {
  const moved: string[] = [];
  for (let at = 0; at < ids.length; at += atOnce) {
    const rows = await db
      .update(dutyChanges)
      .set({ notedBy: note?.by ?? null, notedAt: note?.at ?? null })
      .where(
        and(
          eq(dutyChanges.organizationId, organizationId),
          inArray(dutyChanges.id, ids.slice(at, at + atOnce)),
          note === null ? isNotNull(dutyChanges.notedAt) : isNull(dutyChanges.notedAt),
        ),
      )
      .returning({ id: dutyChanges.id });
    moved.push(...rows.map(({ id }) => id));
  }
  return moved.sort();
}

/** Organizations whose last look was at another day or pack, by id; those never looked at come too. */
export async function listNotLookedAt(
  db: Database,
  to: { readonly today: IsoDate; readonly packVersion: string; readonly now: Date },
  after: string,
  limit: number,
): Promise<OrganizationId[]> {
  const rows = await db
    .select({ id: organizations.id })
    .from(organizations)
    .leftJoin(dutyLooks, eq(dutyLooks.organizationId, organizations.id))
    .where(
      and(
        gt(organizations.id, after as OrganizationId),
        ne(organizations.kind, "template"),
        isNull(organizations.deletedAt),
        or(isNull(organizations.expiresAt), gte(organizations.expiresAt, to.now)),
        or(isNull(dutyLooks.asOf), lt(dutyLooks.asOf, to.today), ne(dutyLooks.packVersion, to.packVersion)),
      ),
    )
    .orderBy(asc(organizations.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
