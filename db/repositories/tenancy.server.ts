import { and, asc, count, eq, gt, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { OrganizationId, PracticeId, UserId } from "#app/domain/kernel/ids.ts";
import type { MemberRole } from "#app/domain/tenancy/permissions.ts";
import type { Database } from "../client.server.ts";
import { prepared } from "../prepared.server.ts";
import { user } from "../schema/accounts.ts";
import { facts } from "../schema/compliance.ts";
import { grants, memberships, organizations } from "../schema/tenancy.ts";

export type Organization = typeof organizations.$inferSelect;
export type Membership = typeof memberships.$inferSelect;
export type Grant = typeof grants.$inferSelect;

/** The one look-up that starts from a slug: the door that turns it into an organization's id. */
export async function findOrganizationBySlug(db: Database, slug: string): Promise<Organization | null> {
  const [row] = await db.select().from(organizations).where(eq(organizations.slug, slug)).limit(1);
  return row ?? null;
}

const standing = prepared((db) =>
  db
    .select({
      id: organizations.id,
      slug: organizations.slug,
      name: organizations.name,
      kind: organizations.kind,
      currency: organizations.currency,
      website: organizations.website,
      expiresAt: organizations.expiresAt,
      deletedAt: organizations.deletedAt,
      role: sql<MemberRole | null>`coalesce(${memberships.role}, ${grants.role})`,
      seesPeople: sql<0 | 1 | null>`iif(${memberships.role} IS NULL, ${grants.seesPeople}, ${memberships.seesPeople})`,
    })
    .from(organizations)
    .leftJoin(
      memberships,
      and(eq(memberships.organizationId, organizations.id), eq(memberships.userId, sql.placeholder("userId"))),
    )
    .leftJoin(
      grants,
      and(
        eq(grants.organizationId, organizations.id),
        eq(grants.userId, sql.placeholder("userId")),
        eq(grants.practiceId, organizations.practiceId),
      ),
    )
    .where(eq(organizations.slug, sql.placeholder("slug")))
    .limit(1)
    .prepare(),
);

/**
 * The organization of a slug, and what somebody may do there now: by membership, or else by a grant while the workspace is
 * that practice's. `role` is null for a stranger, and for nobody. Asked at each request.
 */
export async function findStanding(db: Database, slug: string, userId: UserId | null) {
  return (await standing(db).get({ slug, userId: userId ?? "" })) ?? null;
}

export async function findOrganization(db: Database, organizationId: OrganizationId): Promise<Organization | null> {
  const [row] = await db.select().from(organizations).where(eq(organizations.id, organizationId)).limit(1);
  return row ?? null;
}

export async function insertOrganization(db: Database, row: typeof organizations.$inferInsert): Promise<void> {
  await db.insert(organizations).values(row);
}

export type OrganizationChange = Partial<
  Pick<Organization, "name" | "sector" | "headcount" | "country" | "places" | "currency" | "website" | "kind">
> &
  Partial<Pick<Organization, "expiresAt" | "deletedAt" | "practiceId">>;

/** Changes an organization if it still has `version`; false when somebody was faster. */
export async function updateOrganization(
  db: Database,
  organizationId: OrganizationId,
  version: number,
  change: OrganizationChange,
): Promise<boolean> {
  const rows = await db
    .update(organizations)
    .set({ ...change, version: version + 1 })
    .where(and(eq(organizations.id, organizationId), eq(organizations.version, version)))
    .returning({ id: organizations.id });
  return rows.length === 1;
}

/** The sample that demonstrations are copied from: the newest one. */
export async function findTemplate(db: Database): Promise<Organization | null> {
  const rows = await db
    .select()
    .from(organizations)
    .where(eq(organizations.kind, "template"))
    .orderBy(organizations.createdAt);
  return rows.at(-1) ?? null;
}

/** Guests whose time is over, and organizations whose erasure was asked for thirty days ago or more. */
export async function listExpired(
  db: Database,
  now: Date,
  erasedBefore: Date,
): Promise<{ readonly id: OrganizationId; readonly askedFor: boolean }[]> {
  const rows = await db
    .select({ id: organizations.id, deletedAt: organizations.deletedAt })
    .from(organizations)
    .where(or(lte(organizations.expiresAt, now), lte(organizations.deletedAt, erasedBefore)));
  return rows.map((row) => ({ id: row.id, askedFor: row.deletedAt !== null }));
}

/** What the organization said of itself at the start, kept as facts so that nobody is asked twice. */
export async function insertFirstFacts(
  db: Database,
  organizationId: OrganizationId,
  given: Readonly<Record<string, unknown>>,
  answeredBy: string,
  answeredAt: Date,
): Promise<void> {
  const rows = Object.entries(given).map(([fact, value]) => ({ organizationId, fact, value, answeredBy, answeredAt }));
  if (rows.length > 0) await db.insert(facts).values(rows).onConflictDoNothing();
}

export async function findMembership(
  db: Database,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<Membership | null> {
  const [row] = await db
    .select()
    .from(memberships)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)))
    .limit(1);
  return row ?? null;
}

export async function insertMembership(db: Database, row: Membership): Promise<void> {
  await db.insert(memberships).values(row).onConflictDoNothing();
}

/** Lets the members of one organization belong to another, too. */
export async function copyMemberships(db: Database, from: OrganizationId, to: OrganizationId): Promise<void> {
  const rows = await db.select().from(memberships).where(eq(memberships.organizationId, from));
  for (const row of rows) await insertMembership(db, { ...row, organizationId: to });
}

export async function updateMembership(
  db: Database,
  organizationId: OrganizationId,
  userId: UserId,
  change: Partial<Pick<Membership, "role" | "seesPeople">>,
): Promise<void> {
  await db
    .update(memberships)
    .set(change)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)));
}

export async function deleteMembership(db: Database, organizationId: OrganizationId, userId: UserId): Promise<void> {
  await db
    .delete(memberships)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)));
}

export async function countOwners(db: Database, organizationId: OrganizationId): Promise<number> {
  const [row] = await db
    .select({ owners: count() })
    .from(memberships)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.role, "owner")));
  return row?.owners ?? 0;
}

export type MemberRow = {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly seesPeople: boolean;
  readonly since: Date;
};

export async function listMembers(db: Database, organizationId: OrganizationId): Promise<MemberRow[]> {
  return db
    .select({
      userId: memberships.userId,
      name: user.name,
      email: user.email,
      role: memberships.role,
      seesPeople: memberships.seesPeople,
      since: memberships.createdAt,
    })
    .from(memberships)
    .innerJoin(user, eq(user.id, memberships.userId))
    .where(eq(memberships.organizationId, organizationId))
    .orderBy(asc(user.name));
}

export type Workspace = Pick<Organization, "id" | "slug" | "name" | "kind" | "practiceId" | "headcount"> & {
  readonly role: MemberRole;
};

const workspace = {
  id: organizations.id,
  slug: organizations.slug,
  name: organizations.name,
  kind: organizations.kind,
  practiceId: organizations.practiceId,
  headcount: organizations.headcount,
};

const open = and(
  isNull(organizations.deletedAt),
  ne(organizations.kind, "template"),
  or(isNull(organizations.expiresAt), gt(organizations.expiresAt, sql.placeholder("now"))),
);

const workspaces = prepared((db) =>
  db
    .select({ ...workspace, role: memberships.role })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(memberships.userId, sql.placeholder("userId")), open))
    .unionAll(
      db
        .select({ ...workspace, role: sql<MemberRole>`${grants.role}` })
        .from(grants)
        .innerJoin(organizations, eq(organizations.id, grants.organizationId))
        .where(and(eq(grants.userId, sql.placeholder("userId")), isNotNull(organizations.practiceId), open)),
    )
    .prepare(),
);

/** Every organization that a person may open, by membership or by a practice's grant, by name. */
export async function listWorkspaces(db: Database, userId: UserId, now: Date): Promise<Workspace[]> {
  const rows = await workspaces(db).all({ userId, now: now.getTime() });
  // A membership stands before a grant to the same organization.
  const first = new Map(rows.toReversed().map((row) => [row.id, row]));
  return [...first.values()].sort((a, b) => a.name.localeCompare(b.name));
}

export async function insertGrant(db: Database, row: Grant): Promise<void> {
  await db
    .insert(grants)
    .values(row)
    .onConflictDoUpdate({
      target: [grants.organizationId, grants.userId],
      set: { role: row.role, seesPeople: row.seesPeople, practiceId: row.practiceId },
    });
}

export async function deleteGrant(db: Database, organizationId: OrganizationId, userId: UserId): Promise<void> {
  await db.delete(grants).where(and(eq(grants.organizationId, organizationId), eq(grants.userId, userId)));
}

/** Ends everything that a practice's members may do in one workspace. */
export async function deleteGrantsOfPractice(
  db: Database,
  organizationId: OrganizationId,
  practiceId: PracticeId,
): Promise<void> {
  await db.delete(grants).where(and(eq(grants.organizationId, organizationId), eq(grants.practiceId, practiceId)));
}

/** Organizations of an owner that are closed and wait for their erasure. */
export async function listErasing(db: Database, userId: UserId) {
  const rows = await db
    .select({
      id: organizations.id,
      slug: organizations.slug,
      name: organizations.name,
      deletedAt: organizations.deletedAt,
    })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(and(eq(memberships.userId, userId), eq(memberships.role, "owner"), isNotNull(organizations.deletedAt)));
  return rows.flatMap(({ deletedAt, ...row }) => (deletedAt === null ? [] : [{ ...row, deletedAt }]));
}
