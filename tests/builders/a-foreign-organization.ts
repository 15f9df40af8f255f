import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from "drizzle-orm/sqlite-core";
import type { PracticeId } from "#app/domain/kernel/ids.ts";
import type { Database } from "#db/client.server.ts";
import { ownedTables } from "#db/repositories/organization-rows.server.ts";
import { user } from "#db/schema/accounts.ts";
import { organizations, practiceMembers, practices } from "#db/schema/tenancy.ts";
import { aPersonRow } from "./a-person.ts";
import { anOrganizationRow } from "./an-organization.ts";

/** In every text of the foreign organization but its ids. Nobody else may ever be sent it. */
export const canary = "canary-7f3a";

type Known = { readonly organizationId: string; readonly userId: string; readonly practiceId: string };

function parentOf(table: SQLiteTable, column: SQLiteColumn): string | null {
  for (const key of getTableConfig(table).foreignKeys) {
    const { columns, foreignTable } = key.reference();
    if (columns[0] === column) return getTableConfig(foreignTable).name;
  }
  return null;
}

function stored(table: SQLiteTable, column: SQLiteColumn, known: Known): unknown {
  const { name } = getTableConfig(table);
  const parent = parentOf(table, column);
  if (column.name === "organization_id" || parent === "organizations") return known.organizationId;
  if (parent === "user" || column.name === "user_id") return known.userId;
  if (parent === "practices") return known.practiceId;
  if (column.name === "id" || column.name === "entry_id") return `foreign-${name}`;
  if (parent !== null) return `foreign-${parent}`;
  if (column.enumValues?.[0] !== undefined) return column.enumValues[0];
  if (column.dataType === "json") return JSON.stringify({ secret: canary });
  if (column.dataType === "buffer") return Buffer.from(canary);
  if (column.name === "deleted_at" || column.name === "revoked_at" || column.name === "accepted_at") return null;
  // Hashes are shown and chained on: the log is one for all organizations.
  if (column.name.endsWith("hash")) return `${name} ${column.name}`;
  return column.getSQLType() === "text" ? `${canary} ${name} ${column.name}` : 1;
}

/**
 * An organization of somebody else with one row in every table that an organization may own, found from the schema. Its
 * rows' ids are `foreign-<table>`.
 */
export async function aForeignOrganization(db: Database) {
  const owner = await aPersonRow(db, { name: canary, email: `${canary}@example.com` });
  const practice = {
    id: "foreign-practices" as PracticeId,
    slug: "their-practice",
    name: canary,
    createdAt: new Date(0),
  };
  await db.insert(practices).values(practice);
  await db.insert(practiceMembers).values({ practiceId: practice.id, userId: owner.userId, role: "owner" });
  const organization = await anOrganizationRow(db, {
    slug: "their-organization",
    name: canary,
    website: `https://${canary}.example`,
  });
  const known = { organizationId: organization.id, userId: owner.userId, practiceId: practice.id };
  const ids: string[] = [];
  for (const { table, name } of ownedTables) {
    const columns = Object.values(getTableColumns(table)) as SQLiteColumn[];
    const names = sql.join(
      columns.map((column) => sql.identifier(column.name)),
      sql`, `,
    );
    const values = sql.join(
      columns.map((column) => sql`${stored(table, column, known)}`),
      sql`, `,
    );
    await db.run(sql`INSERT INTO ${sql.identifier(name)} (${names}) VALUES (${values})`);
    if (columns.some((column) => column.name === "id")) ids.push(`foreign-${name}`);
  }
  return { organization, owner, practice, ids };
}

/** Every row of an organization, of the practices and of the foreign owner, as one text to compare, without some tables. */
export async function everyRowOf(
  db: Database,
  organizationId: string,
  except: readonly string[] = [],
): Promise<string> {
  const ofIt = sql`organization_id = ${organizationId}`;
  // One statement: asked for table by table, most of the time would go into the asking.
  const parts = [
    rowsWhere(organizations, sql`id = ${organizationId}`),
    rowsWhere(practices, sql`true`),
    rowsWhere(practiceMembers, sql`true`),
    rowsWhere(user, sql`email LIKE ${`${canary}%`}`),
    ...ownedTables.filter(({ name }) => !except.includes(name)).map(({ table }) => rowsWhere(table, ofIt)),
  ];
  return JSON.stringify(await db.all(sql.join(parts, sql` UNION ALL `)));
}

function rowsWhere(table: SQLiteTable, which: SQL): SQL {
  const { name } = getTableConfig(table);
  const values = Object.values(getTableColumns(table) as Record<string, SQLiteColumn>).map(
    (column) => sql`quote(${sql.identifier(column.name)})`,
  );
  return sql`SELECT * FROM (
    SELECT ${name} AS "table", json_array(${sql.join(values, sql`, `)}) AS "row"
    FROM ${sql.identifier(name)} WHERE ${which} ORDER BY rowid)`;
}
