import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { type TitleChange, titleBatches, titleChoices } from "../schema/workforce.ts";

export type { TitleChange };

export type TitleBatch = typeof titleBatches.$inferSelect;

/** The occupation that a person chose, by title in its normalised form. */
export async function listTitleChoices(
  db: Database,
  organizationId: OrganizationId,
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ title: titleChoices.title, onet: titleChoices.onet })
    .from(titleChoices)
    .where(eq(titleChoices.organizationId, organizationId));
  return new Map(rows.map(({ title, onet }) => [title, onet]));
}

/** Puts choices and takes back those whose `after` is null, all in two statements. */
export async function saveTitleChanges(
  db: Database,
  organizationId: OrganizationId,
  changes: readonly TitleChange[],
  by: { readonly userId: string; readonly at: Date },
): Promise<void> {
  const given = JSON.stringify(changes);
  await db.run(sql`
    DELETE FROM title_choices WHERE organization_id = ${organizationId}
      AND title IN (SELECT value ->> '$.title' FROM json_each(${given}))`);
  await db.run(sql`
    INSERT INTO title_choices (organization_id, title, onet, chosen_by, chosen_at)
    SELECT ${organizationId}, value ->> '$.title', value ->> '$.after', ${by.userId}, ${by.at.getTime()}
    FROM json_each(${given}) WHERE value ->> '$.after' IS NOT NULL`);
}

export async function insertTitleBatch(db: Database, row: Omit<TitleBatch, "undoneAt">): Promise<void> {
  await db.insert(titleBatches).values(row);
}

/** The newest batch that was not undone, or null. */
export async function findLastTitleBatch(db: Database, organizationId: OrganizationId): Promise<TitleBatch | null> {
  const [row] = await db
    .select()
    .from(titleBatches)
    .where(and(eq(titleBatches.organizationId, organizationId), isNull(titleBatches.undoneAt)))
    .orderBy(desc(titleBatches.madeAt), desc(sql`rowid`))
    .limit(1);
  return row ?? null;
}

export async function markTitleBatchUndone(
  db: Database,
  organizationId: OrganizationId,
  id: string,
  at: Date,
): Promise<boolean> {
  const rows = await db
    .update(titleBatches)
    .set({ undoneAt: at })
    .where(and(eq(titleBatches.organizationId, organizationId), eq(titleBatches.id, id), isNull(titleBatches.undoneAt)))
    .returning({ id: titleBatches.id });
  return rows.length === 1;
}
