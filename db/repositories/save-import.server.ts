import { setImmediate as nextTurn } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { OrganizationId, RoleId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { countImportRoles } from "./import-roles.server.ts";

/**
 * Saving and undoing a run of an import's entries, `from` up to but not including `to`: a few statements that never leave the database, so
 * that a run takes milliseconds. Call each in a transaction.
 */
type Run = {
  readonly organizationId: OrganizationId;
  readonly importId: string;
  readonly from: number;
  readonly to: number;
};

function entries({ organizationId, importId, from, to }: Run) {
  return sql`import_id = ${importId} AND organization_id = ${organizationId} AND seq >= ${from} AND seq < ${to}`;
}

const columns = [
  ["title", "title"],
  ["headcount", "headcount"],
  ["annual_pay", "annualPay"],
  ["currency", "currency"],
  ["country", "country"],
  ["site", "site"],
  ["department", "department"],
  ["level", "level"],
  ["hours_per_year", "hoursPerYear"],
  ["context", "context"],
] as const;

const names = sql.raw(columns.map(([column]) => column).join(", "));
const valuesOf = (json: string) =>
  sql.raw(
    [
      ...columns.map(([, field]) => `${json} ->> '$.${field}'`),
      `coalesce(${json} -> '$.tasks', '[]')`,
      `coalesce(${json} -> '$.gates', '{}')`,
    ].join(", "),
  );
const assignments = (json: string) =>
  sql.raw(
    [
      ...columns.map(([column, field]) => `${column} = ${json} ->> '$.${field}'`),
      `tasks = coalesce(${json} -> '$.tasks', '[]')`,
      `gates = coalesce(${json} -> '$.gates', '{}')`,
    ].join(", "),
  );

/** Entries whose role somebody changed or removed since the comparison: they have to be compared anew before they are saved. */
export async function listOvertaken(
  db: Database,
  run: Run,
): Promise<readonly { readonly seq: number; readonly roleId: RoleId }[]> {
  return db.all(sql`
    SELECT e.seq AS seq, e.role_id AS roleId FROM import_roles e
    LEFT JOIN roles r ON r.id = e.role_id AND r.organization_id = e.organization_id
    WHERE e.import_id = ${run.importId} AND e.organization_id = ${run.organizationId}
      AND e.seq >= ${run.from} AND e.seq < ${run.to} AND e.kind <> 'add'
      AND (r.id IS NULL OR r.version <> e.version_before OR r.deleted_at IS NOT NULL)`);
}

export async function saveEntries(db: Database, run: Run, at: Date): Promise<void> {
  const now = at.getTime();
  await db.run(sql`
    INSERT INTO roles (id, organization_id, ${names}, tasks, gates, created_at, updated_at, version)
    SELECT role_id, organization_id, ${valuesOf("draft")}, ${now}, ${now}, 1
    FROM import_roles WHERE ${entries(run)} AND kind = 'add'`);
  await db.run(sql`
    UPDATE roles SET ${assignments("e.after")}, updated_at = ${now}, version = version + 1
    FROM import_roles e
    WHERE e.import_id = ${run.importId} AND e.seq >= ${run.from} AND e.seq < ${run.to} AND e.kind = 'change'
      AND roles.id = e.role_id AND roles.organization_id = ${run.organizationId}`);
  await db.run(sql`
    UPDATE roles SET deleted_at = ${now}, version = version + 1
    WHERE organization_id = ${run.organizationId} AND deleted_at IS NULL
      AND id IN (SELECT role_id FROM import_roles WHERE ${entries(run)} AND kind = 'remove')`);
  await db.run(sql`
    UPDATE import_roles SET version_after = CASE kind WHEN 'add' THEN 1 WHEN 'same' THEN NULL ELSE version_before + 1 END
    WHERE ${entries(run)}`);
}

const untouched = sql`EXISTS (
  SELECT 1 FROM roles r WHERE r.id = e.role_id AND r.organization_id = e.organization_id
    AND r.version = e.version_after AND (r.deleted_at IS NULL) = (e.kind <> 'remove'))`;

const lookedAtOnce = 1_000;
const namedTitles = 5;

/** Roles of the import that somebody changed since it was saved: how many, and some of their titles. Looks in turns. */
export async function findTouched(
  db: Database,
  organizationId: OrganizationId,
  importId: string,
): Promise<{ readonly count: number; readonly titles: readonly string[] }> {
  const { end } = await countImportRoles(db, organizationId, importId);
  const titles: string[] = [];
  let count = 0;
  for (let from = 0; from < end; from += lookedAtOnce) {
    const found = await db.all<{ title: string }>(sql`
      SELECT e.title AS title FROM import_roles e
      WHERE e.import_id = ${importId} AND e.organization_id = ${organizationId}
        AND e.seq >= ${from} AND e.seq < ${from + lookedAtOnce}
        AND e.version_after IS NOT NULL AND NOT ${untouched}
      ORDER BY e.seq`);
    count += found.length;
    titles.push(...found.slice(0, namedTitles - titles.length).map(({ title }) => title));
    await nextTurn();
  }
  return { count, titles };
}

/** Brings back what stood before, as far as nobody touched it since. A role that the import added leaves no trace. */
export async function undoEntries(db: Database, run: Run, at: Date): Promise<void> {
  await db.run(sql`
    DELETE FROM roles WHERE organization_id = ${run.organizationId} AND id IN (
      SELECT e.role_id FROM import_roles e
      WHERE e.import_id = ${run.importId} AND e.seq >= ${run.from} AND e.seq < ${run.to} AND e.kind = 'add' AND ${untouched})`);
  await db.run(sql`
    UPDATE roles SET ${assignments("e.before")}, updated_at = ${at.getTime()}, version = version + 1
    FROM import_roles e
    WHERE e.import_id = ${run.importId} AND e.seq >= ${run.from} AND e.seq < ${run.to} AND e.kind = 'change'
      AND roles.id = e.role_id AND roles.organization_id = ${run.organizationId}
      AND roles.version = e.version_after AND roles.deleted_at IS NULL`);
  await db.run(sql`
    UPDATE roles SET deleted_at = NULL, version = version + 1
    FROM import_roles e
    WHERE e.import_id = ${run.importId} AND e.seq >= ${run.from} AND e.seq < ${run.to} AND e.kind = 'remove'
      AND roles.id = e.role_id AND roles.organization_id = ${run.organizationId}
      AND roles.version = e.version_after AND roles.deleted_at IS NOT NULL`);
  await db.run(sql`UPDATE import_roles SET version_after = NULL WHERE ${entries(run)}`);
}
