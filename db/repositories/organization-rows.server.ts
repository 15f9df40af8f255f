import { getTableColumns, getTableName, is, type SQL, sql } from "drizzle-orm";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import * as assessments from "../schema/assessments.ts";
import * as billing from "../schema/billing.ts";
import * as compliance from "../schema/compliance.ts";
import * as evidence from "../schema/evidence.ts";
import * as governance from "../schema/governance.ts";
import * as inventory from "../schema/inventory.ts";
import * as jobs from "../schema/jobs.ts";
import * as opinions from "../schema/opinions.ts";
import * as outcomes from "../schema/outcomes.ts";
import * as plans from "../schema/plans.ts";
import * as probes from "../schema/probes.ts";
import * as radar from "../schema/radar.ts";
import * as readiness from "../schema/readiness.ts";
import * as reports from "../schema/reports.ts";
import * as scenarios from "../schema/scenarios.ts";
import * as tenancy from "../schema/tenancy.ts";
import * as visibility from "../schema/visibility.ts";
import * as ways from "../schema/ways.ts";
import * as workProducts from "../schema/work-products.ts";
import * as workforce from "../schema/workforce.ts";

const areas = [
  tenancy,
  workforce,
  compliance,
  inventory,
  evidence,
  radar,
  assessments,
  scenarios,
  readiness,
  visibility,
  probes,
  plans,
  outcomes,
  reports,
  billing,
  jobs,
  ways,
  opinions,
  workProducts,
  governance,
];

/**
 * What does not follow the rule that an organization's rows are copied with a demonstration, exported and erased.
 * The log's entries stay after erasure: they hold ids and hashes; what they changed goes with `audit_payloads`.
 */
const exceptions: Readonly<
  Record<string, { readonly copied?: false; readonly erased?: false; readonly withheld?: readonly string[] }>
> = {
  memberships: { copied: false },
  grants: { copied: false },
  invitations: { copied: false, withheld: ["token_hash"] },
  calendar_feeds: { copied: false, withheld: ["token_hash"] },
  tool_links: { copied: false, withheld: ["token_hash"] },
  system_imports: { copied: false },
  duty_readers: { copied: false },
  subscriptions: { copied: false },
  stripe_events: { copied: false },
  usage: { copied: false },
  jobs: { copied: false },
  assessment_parts: { copied: false },
  import_roles: { copied: false },
  import_bad_rows: { copied: false },
  audit_log: { copied: false, erased: false },
  audit_payloads: { copied: false },
};

type Owned = {
  readonly table: SQLiteTable;
  readonly name: string;
  readonly columns: readonly string[];
  readonly json: ReadonlySet<string>;
  readonly parents: readonly string[];
};

function owned(table: SQLiteTable): Owned {
  const { name, foreignKeys } = getTableConfig(table);
  const columns = Object.values(getTableColumns(table));
  return {
    table,
    name,
    columns: columns.map((column) => column.name),
    json: new Set(columns.filter((column) => column.dataType === "custom").map((column) => column.name)),
    parents: foreignKeys.map((key) => getTableName(key.reference().foreignTable)),
  };
}

/** Every table with an `organization_id`, parents before children. Found from the schema, so that a new table is not forgotten. */
export const ownedTables: readonly Owned[] = inOrder(
  areas
    .flatMap((area): unknown[] => Object.values(area))
    .filter((value): value is SQLiteTable => is(value, SQLiteTable))
    .map(owned)
    .filter((table) => table.columns.includes("organization_id")),
);

function inOrder(tables: readonly Owned[]): Owned[] {
  const left = [...tables];
  const ordered: Owned[] = [];
  while (left.length > 0) {
    const at = left.findIndex(
      (table) => !table.parents.some((parent) => left.some((other) => other !== table && other.name === parent)),
    );
    ordered.push(...left.splice(Math.max(at, 0), 1));
  }
  return ordered;
}

type Row = Record<string, unknown>;

function names(columns: readonly string[]): SQL {
  return sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
}

function rowsOf(
  db: Database,
  organizationId: OrganizationId,
  table: Owned,
  from: number,
  most: number,
): Promise<Row[]> {
  return db.all<Row>(
    sql`SELECT ${names(table.columns)} FROM ${sql.identifier(table.name)} WHERE organization_id = ${organizationId} ORDER BY rowid LIMIT ${most} OFFSET ${from}`,
  );
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Copies what belongs to `from` into `to`, which exists and is empty. Every id of a row is new, and so is each place that
 * names it: columns, and UUIDs inside JSON. Answers what gives any value the new ids. Call it in a transaction.
 */
export async function copyOrganizationRows(
  tx: Database,
  from: OrganizationId,
  to: OrganizationId,
  newId: () => string,
): Promise<(value: unknown) => unknown> {
  const renamed = new Map<string, string>([[from, to]]);
  const copies: { table: Owned; rows: Row[] }[] = [];
  for (const table of ownedTables) {
    if (exceptions[table.name]?.copied === false) continue;
    const rows = await rowsOf(tx, from, table, 0, -1);
    if (table.columns.includes("id")) for (const row of rows) renamed.set(String(row.id), newId());
    copies.push({ table, rows });
  }
  const rename = (value: unknown) =>
    typeof value === "string" ? (renamed.get(value) ?? value.replaceAll(uuid, (id) => renamed.get(id) ?? id)) : value;
  for (const { table, rows } of copies) {
    // SQLite takes at most 32,766 values in one statement.
    const atOnce = Math.max(1, Math.floor(30_000 / table.columns.length));
    for (let at = 0; at < rows.length; at += atOnce) {
      const values = rows.slice(at, at + atOnce).map(
        (row) =>
          sql`(${sql.join(
            table.columns.map((column) => sql`${rename(row[column])}`),
            sql`, `,
          )})`,
      );
      await tx.run(
        sql`INSERT INTO ${sql.identifier(table.name)} (${names(table.columns)}) VALUES ${sql.join(values, sql`, `)}`,
      );
    }
  }
  return rename;
}

function readable(table: Owned, row: Row): Row {
  const withheld = exceptions[table.name]?.withheld ?? [];
  const shown = Object.entries(row).filter(([column]) => !withheld.includes(column));
  return Object.fromEntries(
    shown.map(([column, value]) => {
      if (value instanceof ArrayBuffer) return [column, Buffer.from(value).toString("base64")];
      return [column, typeof value === "string" && table.json.has(column) ? JSON.parse(value) : value];
    }),
  );
}

/** All rows of an organization by table, in pages of 200, secrets left out; moments are milliseconds since 1970 UTC. */
export async function* exportOrganizationRows(
  db: Database,
  organizationId: OrganizationId,
): AsyncGenerator<{ readonly table: string; readonly rows: readonly Row[] }> {
  for (const table of ownedTables) {
    for (let from = 0; ; from += 200) {
      const rows = await rowsOf(db, organizationId, table, from, 200);
      if (rows.length === 0 && from > 0) break;
      yield { table: table.name, rows: rows.map((row) => readable(table, row)) };
      if (rows.length < 200) break;
    }
  }
}

/** Deletes what belongs to an organization, children first; with `itself`, its own row too. Call it in a transaction. */
export async function deleteOrganizationRows(
  tx: Database,
  organizationId: OrganizationId,
  itself: boolean,
): Promise<void> {
  for (const table of [...ownedTables].reverse()) {
    const rule = exceptions[table.name];
    if (rule?.erased === false || (!itself && rule?.copied === false)) continue;
    await tx.run(sql`DELETE FROM ${sql.identifier(table.name)} WHERE organization_id = ${organizationId}`);
  }
  if (itself) await tx.run(sql`DELETE FROM organizations WHERE id = ${organizationId}`);
}

/** Writes deleted pages over and empties the write-ahead log, so that erased bytes are not left in the file. Through the gate. */
export async function wipeDeleted(db: Database): Promise<void> {
  await db.run(sql`VACUUM`);
  await db.run(sql`PRAGMA wal_checkpoint(TRUNCATE)`);
}
