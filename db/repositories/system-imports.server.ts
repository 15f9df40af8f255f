import { and, desc, eq, sql } from "drizzle-orm";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { systemImports } from "../schema/inventory.ts";

export type SystemImport = Omit<typeof systemImports.$inferSelect, "organizationId">;

export async function insertSystemImport(
  db: Database,
  organizationId: OrganizationId,
  row: Pick<SystemImport, "id" | "fileName" | "table" | "remarks" | "settings" | "createdBy" | "createdAt">,
): Promise<void> {
  await db.insert(systemImports).values({ ...row, organizationId });
}

export async function findSystemImport(
  db: Database,
  organizationId: OrganizationId,
  id: string,
): Promise<SystemImport | null> {
  const [row] = await db
    .select()
    .from(systemImports)
    .where(and(eq(systemImports.organizationId, organizationId), eq(systemImports.id, id)));
  if (row === undefined) return null;
  const { organizationId: _, ...found } = row;
  return found;
}

/** Earlier lists, newest first, without their rows. */
export async function listSystemImports(db: Database, organizationId: OrganizationId, limit: number) {
  const { id, fileName, status, report, createdAt } = systemImports;
  return db
    .select({ id, fileName, status, report, createdAt })
    .from(systemImports)
    .where(eq(systemImports.organizationId, organizationId))
    .orderBy(desc(createdAt))
    .limit(limit);
}

/** Changes an import that still is in `from`; false when somebody was faster. */
export async function moveSystemImport(
  db: Database,
  organizationId: OrganizationId,
  id: string,
  from: SystemImport["status"],
  to: Partial<Pick<SystemImport, "settings" | "status" | "report" | "saved" | "savedAt" | "undoneAt">>,
): Promise<boolean> {
  const moved = await db
    .update(systemImports)
    .set(to)
    .where(
      and(eq(systemImports.organizationId, organizationId), eq(systemImports.id, id), eq(systemImports.status, from)),
    )
    .returning({ id: systemImports.id });
  return moved.length === 1;
}

/** Lists of all organizations that ended or were begun before `before` and still hold their rows: for the house's own schedule. */
export async function listOutdatedSystemImports(
  db: Database,
  before: Date,
  limit: number,
): Promise<readonly Pick<typeof systemImports.$inferSelect, "id" | "organizationId" | "status">[]> {
  const { id, organizationId, status, undoneAt, savedAt, createdAt, table } = systemImports;
  return db
    .select({ id, organizationId, status })
    .from(systemImports)
    .where(
      and(
        sql`coalesce(${undoneAt}, ${savedAt}, ${createdAt}) <= ${before.getTime()}`,
        sql`json_array_length(${table}, '$.headers') > 0`,
      ),
    )
    .orderBy(createdAt)
    .limit(limit);
}

/** Drops the rows of a list and what it changed; what it came to stays. */
export async function clearSystemImport(db: Database, organizationId: OrganizationId, id: string): Promise<void> {
  await db
    .update(systemImports)
    .set({ table: { headers: [], rows: [], lines: [] }, remarks: [], saved: null })
    .where(and(eq(systemImports.organizationId, organizationId), eq(systemImports.id, id)));
}

/** Forgets a list that nobody saved. */
export async function deleteSystemImport(db: Database, organizationId: OrganizationId, id: string): Promise<boolean> {
  const gone = await db
    .delete(systemImports)
    .where(
      and(
        eq(systemImports.organizationId, organizationId),
        eq(systemImports.id, id),
        eq(systemImports.status, "waiting"),
      ),
    )
    .returning({ id: systemImports.id });
  return gone.length === 1;
}
