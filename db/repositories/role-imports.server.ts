import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { ImportSettings } from "#app/domain/workforce/import-mapping.ts";
import type { BadRow } from "#app/domain/workforce/read-roster.ts";
import type { Database } from "../client.server.ts";
import { files } from "../schema/reports.ts";
import { importBadRows, importRoles, roleImports } from "../schema/workforce.ts";

export type RoleImport = typeof roleImports.$inferSelect;

export async function insertRoleImport(db: Database, row: typeof roleImports.$inferInsert): Promise<void> {
  await db.insert(roleImports).values(row);
}

function one(organizationId: OrganizationId, id: string) {
  return and(eq(roleImports.id, id), eq(roleImports.organizationId, organizationId));
}

export async function findRoleImport(
  db: Database,
  organizationId: OrganizationId,
  id: string,
): Promise<RoleImport | null> {
  const [row] = await db.select().from(roleImports).where(one(organizationId, id));
  return row ?? null;
}

/** Imports, newest first, without what is only needed to carry one out. */
export async function listRoleImports(db: Database, organizationId: OrganizationId, limit: number) {
  return db
    .select({
      id: roleImports.id,
      fileName: roleImports.fileName,
      status: roleImports.status,
      rows: roleImports.rows,
      report: roleImports.report,
      createdAt: roleImports.createdAt,
      createdBy: roleImports.createdBy,
      savedAt: roleImports.savedAt,
      undoneAt: roleImports.undoneAt,
    })
    .from(roleImports)
    .where(eq(roleImports.organizationId, organizationId))
    .orderBy(desc(roleImports.createdAt), desc(roleImports.id))
    .limit(limit);
}

/** The settings of the newest import that was carried out, to start the next one with; null when there is none. */
export async function findLastImportSettings(
  db: Database,
  organizationId: OrganizationId,
): Promise<ImportSettings | null> {
  const [row] = await db
    .select({ settings: roleImports.settings })
    .from(roleImports)
    .where(and(eq(roleImports.organizationId, organizationId), eq(roleImports.status, "done")))
    .orderBy(desc(roleImports.createdAt))
    .limit(1);
  return row?.settings ?? null;
}

/** Changes an import that is still in one of the states `from`; false when it is not, so that each step is done once. */
export async function moveImport(
  db: Database,
  organizationId: OrganizationId,
  id: string,
  from: readonly RoleImport["status"][],
  to: Partial<Omit<RoleImport, "id" | "organizationId">>,
): Promise<boolean> {
  const moved = await db
    .update(roleImports)
    .set(to)
    .where(and(one(organizationId, id), inArray(roleImports.status, [...from])))
    .returning({ id: roleImports.id });
  return moved.length === 1;
}

/** Whether somebody asked the job to stop, or the import is not in `status` any more. */
export async function isToStop(
  db: Database,
  organizationId: OrganizationId,
  id: string,
  status: RoleImport["status"],
): Promise<boolean> {
  const [row] = await db
    .select({ asked: roleImports.cancelAsked, status: roleImports.status })
    .from(roleImports)
    .where(one(organizationId, id));
  return row === undefined || row.asked || row.status !== status;
}

export async function insertBadRows(
  db: Database,
  organizationId: OrganizationId,
  importId: string,
  from: number,
  rows: readonly BadRow[],
): Promise<void> {
  await db.run(sql`
    INSERT INTO import_bad_rows (import_id, organization_id, seq, line, cells, problems)
    SELECT ${importId}, ${organizationId}, ${from} + key, value ->> '$.line', value -> '$.cells', value -> '$.problems'
    FROM json_each(${JSON.stringify(rows)})`);
}

/** Bad rows in the order of the file, from the `offset`-th. */
export async function listBadRows(
  db: Database,
  organizationId: OrganizationId,
  importId: string,
  offset: number,
  limit: number,
): Promise<readonly BadRow[]> {
  return db
    .select({ line: importBadRows.line, cells: importBadRows.cells, problems: importBadRows.problems })
    .from(importBadRows)
    .where(
      and(
        eq(importBadRows.importId, importId),
        eq(importBadRows.organizationId, organizationId),
        gt(importBadRows.seq, offset - 1),
      ),
    )
    .orderBy(importBadRows.seq)
    .limit(limit);
}

const clearedAtOnce = 1_000;

/** Takes away some of what an import has read; false when nothing is left. Call it until then, with a pause between. */
export async function clearSomeOfImport(
  db: Database,
  organizationId: OrganizationId,
  importId: string,
): Promise<boolean> {
  let cleared = 0;
  for (const table of [importRoles, importBadRows]) {
    const gone = await db.run(sql`
      DELETE FROM ${table} WHERE import_id = ${importId} AND organization_id = ${organizationId}
      AND seq IN (SELECT seq FROM ${table} WHERE import_id = ${importId} ORDER BY seq LIMIT ${clearedAtOnce})`);
    cleared += gone.rowsAffected;
  }
  return cleared > 0;
}

export type OutdatedImport = Pick<RoleImport, "id" | "organizationId" | "fileId" | "fileName">;

/** Imports of all organizations that wait for no job, ended or were begun before `before`, and whose files are still kept. */
export async function listOutdatedImports(
  db: Database,
  before: Date,
  limit: number,
): Promise<readonly OutdatedImport[]> {
  return db
    .select({
      id: roleImports.id,
      organizationId: roleImports.organizationId,
      fileId: roleImports.fileId,
      fileName: roleImports.fileName,
    })
    .from(roleImports)
    .innerJoin(files, and(eq(files.id, roleImports.fileId), eq(files.organizationId, roleImports.organizationId)))
    .where(
      and(
        inArray(roleImports.status, ["mapping", "failed", "done", "undone"]),
        sql`coalesce(${roleImports.undoneAt}, ${roleImports.savedAt}, ${roleImports.createdAt}) <= ${before.getTime()}`,
      ),
    )
    .orderBy(roleImports.createdAt)
    .limit(limit);
}

/** Takes away an import that nobody saved; any other stays. */
export async function deleteUnsavedImport(db: Database, organizationId: OrganizationId, id: string): Promise<void> {
  await db.delete(roleImports).where(and(one(organizationId, id), inArray(roleImports.status, ["mapping", "failed"])));
}
