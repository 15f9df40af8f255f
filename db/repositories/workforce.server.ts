import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { normaliseTitle } from "#app/domain/exposure/normalise-title.ts";
import type { OrganizationId, RoleId } from "#app/domain/kernel/ids.ts";
import type { Role } from "#app/domain/workforce/role.ts";
import type { RoleDraft } from "#app/domain/workforce/role-draft.ts";
import type { Database } from "../client.server.ts";
import { roles } from "../schema/workforce.ts";
import { listTitleChoices } from "./title-choices.server.ts";

type RoleRow = typeof roles.$inferSelect;

/** A role with what keeps two people from overwriting each other. */
export type KeptRole = {
  readonly role: Role;
  readonly version: number;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
};

/** A title as choices are kept under: equal for titles that differ in case, gender marks, grades and the like. */
export function titleKey(title: string): string {
  return normaliseTitle(title).join(" ");
}

function roleOf(row: RoleRow, onet: string | undefined): Role {
  return {
    id: row.id,
    title: row.title,
    headcount: row.headcount,
    ...(row.annualPay === null ? {} : { annualPay: row.annualPay }),
    ...(row.currency === null ? {} : { currency: row.currency }),
    ...(row.country === null ? {} : { country: row.country }),
    ...(row.site === null ? {} : { site: row.site }),
    ...(row.department === null ? {} : { department: row.department }),
    ...(row.level === null ? {} : { level: row.level }),
    ...(row.hoursPerYear === null ? {} : { hoursPerYear: row.hoursPerYear }),
    ...(row.context === null ? {} : { context: row.context }),
    ...(row.tasks.length === 0 ? {} : { tasks: row.tasks }),
    ...(Object.keys(row.gates).length === 0 ? {} : { gates: row.gates }),
    ...(onet === undefined ? {} : { onet }),
  };
}

function columnsOf(draft: RoleDraft) {
  return {
    title: draft.title,
    headcount: draft.headcount,
    annualPay: draft.annualPay ?? null,
    currency: draft.currency ?? null,
    country: draft.country ?? null,
    site: draft.site ?? null,
    department: draft.department ?? null,
    level: draft.level ?? null,
    hoursPerYear: draft.hoursPerYear ?? null,
    context: draft.context ?? null,
    tasks: draft.tasks ?? [],
    gates: draft.gates ?? {},
  };
}

/** What a person chose for a title, found without working out the keys of titles where nobody chose anything. */
function choiceOf(chosen: ReadonlyMap<string, string>, title: string): string | undefined {
  return chosen.size === 0 ? undefined : chosen.get(titleKey(title));
}

/** The organization's roles by title, each with the occupation that a person chose for its title. */
export async function listRoles(db: Database, organizationId: OrganizationId): Promise<Role[]> {
  const chosen = await listTitleChoices(db, organizationId);
  const rows = await db
    .select()
    .from(roles)
    .where(and(eq(roles.organizationId, organizationId), isNull(roles.deletedAt)))
    .orderBy(asc(roles.title), asc(roles.id));
  return rows.map((row) => roleOf(row, choiceOf(chosen, row.title)));
}

/** Roles in the order of their ids, behind `after`, with the occupations in `chosen`: to go through all of them in turns. */
export async function listRolesBehind(
  db: Database,
  organizationId: OrganizationId,
  after: string,
  limit: number,
  chosen: ReadonlyMap<string, string> = new Map(),
): Promise<readonly { readonly role: Role; readonly version: number }[]> {
  const rows = await db
    .select()
    .from(roles)
    .where(and(eq(roles.organizationId, organizationId), isNull(roles.deletedAt), gt(roles.id, after as RoleId)))
    .orderBy(asc(roles.id))
    .limit(limit);
  return rows.map((row) => ({ role: roleOf(row, choiceOf(chosen, row.title)), version: row.version }));
}

/** Differs after every change of the roster. */
export async function findRosterStamp(db: Database, organizationId: OrganizationId): Promise<string> {
  const [row] = await db
    .select({
      stamp: sql<string>`json_array(count(*), total(${roles.version}), max(${roles.updatedAt}), count(${roles.deletedAt}), max(${roles.deletedAt}))`,
    })
    .from(roles)
    .where(eq(roles.organizationId, organizationId));
  return row?.stamp ?? "";
}

/** A role, removed ones too, or null. */
export async function findRole(db: Database, organizationId: OrganizationId, id: RoleId): Promise<KeptRole | null> {
  const [row] = await db
    .select()
    .from(roles)
    .where(and(eq(roles.id, id), eq(roles.organizationId, organizationId)));
  if (row === undefined) return null;
  const chosen = await listTitleChoices(db, organizationId);
  const { version, updatedAt, deletedAt } = row;
  return { role: roleOf(row, choiceOf(chosen, row.title)), version, updatedAt, deletedAt };
}

const rowsAtOnce = 500;

export async function insertRoles(
  db: Database,
  organizationId: OrganizationId,
  given: readonly { readonly id: RoleId; readonly draft: RoleDraft }[],
  at: Date,
): Promise<void> {
  for (let from = 0; from < given.length; from += rowsAtOnce) {
    const rows = given
      .slice(from, from + rowsAtOnce)
      .map(({ id, draft }) => ({ id, organizationId, ...columnsOf(draft), createdAt: at, updatedAt: at }));
    await db.insert(roles).values(rows);
  }
}

/** Changes a role that still has `version` and is not removed; false when somebody was faster. */
export async function updateRole(
  db: Database,
  organizationId: OrganizationId,
  role: Role,
  version: number,
  at: Date,
): Promise<boolean> {
  const changed = await db
    .update(roles)
    .set({ ...columnsOf(role), updatedAt: at, version: version + 1 })
    .where(
      and(
        eq(roles.id, role.id),
        eq(roles.organizationId, organizationId),
        eq(roles.version, version),
        isNull(roles.deletedAt),
      ),
    )
    .returning({ id: roles.id });
  return changed.length === 1;
}

/** Changes many roles without regard to their version: an import says what holds now. */
export async function overwriteRoles(
  db: Database,
  organizationId: OrganizationId,
  changed: readonly Role[],
  at: Date,
): Promise<void> {
  for (const role of changed) {
    await db
      .update(roles)
      .set({ ...columnsOf(role), updatedAt: at, version: sql`${roles.version} + 1` })
      .where(and(eq(roles.id, role.id), eq(roles.organizationId, organizationId)));
  }
}

/** Marks roles as removed; they can come back for 30 days. */
export async function removeRoles(
  db: Database,
  organizationId: OrganizationId,
  ids: readonly RoleId[],
  at: Date,
): Promise<void> {
  for (let from = 0; from < ids.length; from += rowsAtOnce) {
    await db
      .update(roles)
      .set({ deletedAt: at, version: sql`${roles.version} + 1` })
      .where(
        and(
          eq(roles.organizationId, organizationId),
          inArray(roles.id, ids.slice(from, from + rowsAtOnce)),
          isNull(roles.deletedAt),
        ),
      );
  }
}

/** Brings back a role that was removed after `since`; false when there is none. */
export async function restoreRole(
  db: Database,
  organizationId: OrganizationId,
  id: RoleId,
  since: Date,
): Promise<boolean> {
  const back = await db
    .update(roles)
    .set({ deletedAt: null, version: sql`${roles.version} + 1` })
    .where(and(eq(roles.id, id), eq(roles.organizationId, organizationId), gt(roles.deletedAt, since)))
    .returning({ id: roles.id });
  return back.length === 1;
}

/** Roles removed after `since`, newest first, at most `limit`. */
export async function listRemovedRoles(
  db: Database,
  organizationId: OrganizationId,
  since: Date,
  limit = 200,
): Promise<KeptRole[]> {
  const rows = await db
    .select()
    .from(roles)
    .where(and(eq(roles.organizationId, organizationId), isNotNull(roles.deletedAt), gt(roles.deletedAt, since)))
    .orderBy(desc(roles.deletedAt))
    .limit(limit);
  return rows.map((row) => ({
    role: roleOf(row, undefined),
    version: row.version,
    updatedAt: row.updatedAt,
    deletedAt: row.deletedAt,
  }));
}

/** Titles and headcounts of some roles, removed ones left out; at most 200. */
export async function listRoleTitles(
  db: Database,
  organizationId: OrganizationId,
  ids: readonly string[],
): Promise<{ readonly id: RoleId; readonly title: string; readonly headcount: number }[]> {
  if (ids.length === 0) return [];
  const wanted = ids.slice(0, 200) as RoleId[];
  return db
    .select({ id: roles.id, title: roles.title, headcount: roles.headcount })
    .from(roles)
    .where(and(eq(roles.organizationId, organizationId), inArray(roles.id, wanted), isNull(roles.deletedAt)))
    .orderBy(asc(roles.title));
}
