import { and, eq, ne, sql } from "drizzle-orm";
import type { ImportedFile, TaskStatement } from "#app/domain/exposure/statements.ts";
import type { Database } from "../client.server.ts";
import { referenceSets, referenceStatements } from "../schema/reference.ts";

/** The statements that a deployment has loaded, in words for a page and for who loads them. */
export type StatementSet = {
  readonly load: string;
  readonly version: string;
  readonly licence: string;
  readonly files: readonly ImportedFile[];
  readonly importedAt: Date;
};

export async function findStatementSet(db: Database): Promise<StatementSet | null> {
  const [row] = await db.select().from(referenceSets).where(eq(referenceSets.source, "onet"));
  if (row === undefined) return null;
  const { source: _, ...set } = row;
  return set;
}

/** Every statement of one occupation in the set that holds now. */
export async function listStatements(db: Database, load: string, onet: string): Promise<readonly TaskStatement[]> {
  const rows = await db
    .select()
    .from(referenceStatements)
    .where(and(eq(referenceStatements.load, load), eq(referenceStatements.onet, onet)));
  return rows.map(({ load: _, ...statement }) => statement);
}

/** Writes statements of a set that does not hold yet. A few thousand values fit into one statement of SQL. */
export async function insertStatements(
  db: Database,
  load: string,
  statements: readonly TaskStatement[],
): Promise<void> {
  await db.insert(referenceStatements).values(statements.map((statement) => ({ load, ...statement })));
}

/** Makes a set that is written the one in force. In one transaction with `removeOtherStatements` nobody sees a mixture. */
export async function putStatementSet(db: Database, set: StatementSet): Promise<void> {
  const { load, version, licence, files, importedAt } = set;
  await db
    .insert(referenceSets)
    .values({ source: "onet", ...set })
    .onConflictDoUpdate({ target: referenceSets.source, set: { load, version, licence, files, importedAt } });
}

/** Removes what no set in force names: sets before, and loads that broke off. */
export async function removeOtherStatements(db: Database, load: string): Promise<void> {
  await db.delete(referenceStatements).where(ne(referenceStatements.load, load));
}

/** Takes the set away altogether; returns how many statements went. */
export async function removeStatementSet(db: Database): Promise<number> {
  const [counted] = await db.select({ count: sql<number>`count(*)` }).from(referenceStatements);
  await db.delete(referenceStatements);
  await db.delete(referenceSets).where(eq(referenceSets.source, "onet"));
  return counted?.count ?? 0;
}
