import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { OrganizationId, RoleId } from "#app/domain/kernel/ids.ts";
import type { ImportReport } from "#app/domain/workforce/import-report.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import type { RoleDraft } from "#app/domain/workforce/role-draft.ts";
import type { Database } from "../client.server.ts";
import { importRoles } from "../schema/workforce.ts";

/** The roles of one import, `import_roles`: read into, compared, saved and undone in runs of entries, each short enough for one statement. */

export type ImportKind = (typeof importRoles.$inferSelect)["kind"];

export type NewImportRole = {
  readonly roleId: RoleId;
  readonly draft: RoleDraft;
  readonly rows: number;
  readonly lines: readonly number[];
};

/** Keeps roles as the file gives them, from entry `from` on; what they mean for the roster is worked out later. */
export async function insertImportRoles(
  db: Database,
  organizationId: OrganizationId,
  importId: string,
  from: number,
  roles: readonly NewImportRole[],
): Promise<void> {
  await db.run(sql`
    INSERT INTO import_roles
      (import_id, organization_id, seq, kind, role_id, title, draft, heads, heads_before, rows, lines)
    SELECT ${importId}, ${organizationId}, ${from} + key, 'add', value ->> '$.roleId', value ->> '$.draft.title',
      value -> '$.draft', value ->> '$.draft.headcount', 0, value ->> '$.rows', value -> '$.lines'
    FROM json_each(${JSON.stringify(roles)})`);
}

export async function listImportDrafts(
  db: Database,
  organizationId: OrganizationId,
  importId: string,
  from: number,
  limit: number,
): Promise<readonly { readonly seq: number; readonly draft: RoleDraft }[]> {
  const rows = await db
    .select({ seq: importRoles.seq, draft: importRoles.draft })
    .from(importRoles)
    .where(
      and(
        eq(importRoles.importId, importId),
        eq(importRoles.organizationId, organizationId),
        sql`${importRoles.seq} >= ${from}`,
        sql`${importRoles.draft} IS NOT NULL`,
      ),
    )
    .orderBy(asc(importRoles.seq))
    .limit(limit);
  return rows.flatMap(({ seq, draft }) => (draft === null ? [] : [{ seq, draft }]));
}

export type Compared = {
  readonly seq: number;
  readonly kind: ImportKind;
  readonly roleId: RoleId;
  readonly before?: Role;
  readonly after?: Role;
  readonly versionBefore?: number;
};

/** Keeps what entries mean for the roster. An added role keeps the id it was given when it was read. */
export async function saveComparison(
  db: Database,
  organizationId: OrganizationId,
  importId: string,
  compared: readonly Compared[],
): Promise<void> {
  // An insertion that always meets its entry finds each by its key; an update joined with the list would look at all for each.
  await db.run(sql`
    INSERT INTO import_roles
      (import_id, organization_id, seq, kind, role_id, title, before, after, heads, heads_before, rows, lines, version_before)
    SELECT ${importId}, ${organizationId}, value ->> '$.seq', value ->> '$.kind', value ->> '$.roleId', '',
      value -> '$.before', value -> '$.after', 0, coalesce(value ->> '$.before.headcount', 0), 0, '[]',
      value ->> '$.versionBefore'
    FROM json_each(${JSON.stringify(compared)}) WHERE true
    ON CONFLICT (import_id, seq) DO UPDATE SET
      kind = excluded.kind,
      role_id = excluded.role_id,
      before = excluded.before,
      after = excluded.after,
      heads_before = excluded.heads_before,
      version_before = excluded.version_before,
      version_after = NULL
    WHERE import_roles.organization_id = excluded.organization_id`);
}

/** Takes out the entries of roles that the file does not name. */
export async function clearRemovals(db: Database, organizationId: OrganizationId, importId: string): Promise<void> {
  await db.run(sql`
    DELETE FROM import_roles
    WHERE import_id = ${importId} AND organization_id = ${organizationId} AND draft IS NULL`);
}

/** Adds entries for roles that the file does not name and that saving therefore removes. */
export async function insertRemovals(
  db: Database,
  organizationId: OrganizationId,
  importId: string,
  from: number,
  removed: readonly { readonly role: Role; readonly version: number }[],
): Promise<void> {
  await db.run(sql`
    INSERT INTO import_roles
      (import_id, organization_id, seq, kind, role_id, title, before, heads, heads_before, rows, lines, version_before)
    SELECT ${importId}, ${organizationId}, ${from} + key, 'remove', value ->> '$.role.id', value ->> '$.role.title',
      value -> '$.role', 0, value ->> '$.role.headcount', 0, '[]', value ->> '$.version'
    FROM json_each(${JSON.stringify(removed)})`);
}

/** Entries there are, and one more than the last one's number. */
export async function countImportRoles(
  db: Database,
  organizationId: OrganizationId,
  importId: string,
): Promise<{ readonly count: number; readonly end: number }> {
  const [row] = await db
    .select({ count: sql<number>`count(*)`, end: sql<number>`coalesce(max(${importRoles.seq}) + 1, 0)` })
    .from(importRoles)
    .where(mine(organizationId, importId));
  return row ?? { count: 0, end: 0 };
}

function mine(organizationId: OrganizationId, importId: string): SQL | undefined {
  return and(eq(importRoles.importId, importId), eq(importRoles.organizationId, organizationId));
}

type Sums = Omit<ImportReport, "rows" | "badRows">;

/** What the entries come to. */
export async function sumImportRoles(db: Database, organizationId: OrganizationId, importId: string): Promise<Sums> {
  const rows = await db
    .select({
      kind: importRoles.kind,
      count: sql<number>`count(*)`,
      heads: sql<number>`total(${importRoles.heads})`,
      before: sql<number>`total(${importRoles.headsBefore})`,
    })
    .from(importRoles)
    .where(mine(organizationId, importId))
    .groupBy(importRoles.kind);
  const of = (kind: ImportKind) => rows.find((row) => row.kind === kind) ?? { count: 0, heads: 0, before: 0 };
  const [add, change, same, remove] = [of("add"), of("change"), of("same"), of("remove")];
  return {
    roles: add.count + change.count + same.count,
    people: add.heads + change.heads + same.heads,
    added: add.count,
    changed: change.count,
    unchanged: same.count,
    removed: remove.count,
    heads: { added: add.heads, removed: remove.before, changed: change.heads - change.before },
  };
}

export type ImportRole = Pick<
  typeof importRoles.$inferSelect,
  "seq" | "kind" | "title" | "draft" | "before" | "after" | "heads" | "headsBefore" | "rows" | "lines"
>;

export type ImportRoleFilter = { readonly kind: ImportKind | null; readonly text: string };

/** Entries of a kind, or of all, whose title or department has `text`, the largest first; and how many there are. */
export async function listImportRoles(
  db: Database,
  organizationId: OrganizationId,
  importId: string,
  { kind, text }: ImportRoleFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: readonly ImportRole[]; readonly total: number }> {
  const pattern = `%${text.replaceAll(/[%_\\]/g, "\\$&")}%`;
  const wanted = and(
    mine(organizationId, importId),
    kind === null ? undefined : eq(importRoles.kind, kind),
    text === ""
      ? undefined
      : sql`(${importRoles.title} LIKE ${pattern} ESCAPE '\\'
          OR coalesce(${importRoles.draft}, ${importRoles.before}) ->> '$.department' LIKE ${pattern} ESCAPE '\\')`,
  );
  const rows = await db
    .select({
      seq: importRoles.seq,
      kind: importRoles.kind,
      title: importRoles.title,
      draft: importRoles.draft,
      before: importRoles.before,
      after: importRoles.after,
      heads: importRoles.heads,
      headsBefore: importRoles.headsBefore,
      rows: importRoles.rows,
      lines: importRoles.lines,
    })
    .from(importRoles)
    .where(wanted)
    .orderBy(asc(importRoles.seq))
    .limit(limit)
    .offset(offset);
  const [found] = await db.select({ count: sql<number>`count(*)` }).from(importRoles).where(wanted);
  return { rows, total: found?.count ?? 0 };
}
