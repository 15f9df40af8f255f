import { and, asc, count, eq, isNull, max, sql } from "drizzle-orm";
import type { OrganizationId, PracticeId, UserId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { user } from "../schema/accounts.ts";
import { grants, organizations, practiceMembers, practices } from "../schema/tenancy.ts";
import { roles } from "../schema/workforce.ts";

export type Practice = typeof practices.$inferSelect;
export type PracticeRole = (typeof practiceMembers.$inferSelect)["role"];
export type PracticeStanding = { readonly practice: Practice; readonly role: PracticeRole };

export async function insertPractice(db: Database, practice: Practice, owner: UserId): Promise<void> {
  await db.insert(practices).values(practice);
  await db.insert(practiceMembers).values({ practiceId: practice.id, userId: owner, role: "owner" });
}

/** The practice of a slug, when the person belongs to it; else null. */
export async function findPractice(db: Database, slug: string, userId: UserId): Promise<PracticeStanding | null> {
  const [row] = await db
    .select({ practice: practices, role: practiceMembers.role })
    .from(practices)
    .innerJoin(practiceMembers, eq(practiceMembers.practiceId, practices.id))
    .where(and(eq(practices.slug, slug), eq(practiceMembers.userId, userId)))
    .limit(1);
  return row ?? null;
}

export async function isPracticeSlugTaken(db: Database, slug: string): Promise<boolean> {
  const rows = await db.select({ id: practices.id }).from(practices).where(eq(practices.slug, slug)).limit(1);
  return rows.length > 0;
}

export async function listPractices(db: Database, userId: UserId) {
  return db
    .select({ slug: practices.slug, name: practices.name, role: practiceMembers.role })
    .from(practiceMembers)
    .innerJoin(practices, eq(practices.id, practiceMembers.practiceId))
    .where(eq(practiceMembers.userId, userId))
    .orderBy(asc(practices.name));
}

export async function listPracticeMembers(db: Database, practiceId: PracticeId) {
  return db
    .select({ userId: practiceMembers.userId, name: user.name, email: user.email, role: practiceMembers.role })
    .from(practiceMembers)
    .innerJoin(user, eq(user.id, practiceMembers.userId))
    .where(eq(practiceMembers.practiceId, practiceId))
    .orderBy(asc(user.name));
}

export async function insertPracticeMember(
  db: Database,
  practiceId: PracticeId,
  userId: UserId,
  role: PracticeRole,
): Promise<void> {
  await db.insert(practiceMembers).values({ practiceId, userId, role }).onConflictDoNothing();
}

/** Takes a person out of a practice, and with it out of every workspace they acted in through it. */
export async function deletePracticeMember(db: Database, practiceId: PracticeId, userId: UserId): Promise<void> {
  await db.delete(grants).where(and(eq(grants.practiceId, practiceId), eq(grants.userId, userId)));
  await db
    .delete(practiceMembers)
    .where(and(eq(practiceMembers.practiceId, practiceId), eq(practiceMembers.userId, userId)));
}

/** The client workspaces that a person has a grant for: never all of a practice. */
export async function listPortfolio(db: Database, practiceId: PracticeId, userId: UserId) {
  return db
    .select({
      id: organizations.id,
      slug: organizations.slug,
      name: organizations.name,
      sector: organizations.sector,
      headcount: organizations.headcount,
      country: organizations.country,
      role: grants.role,
      since: organizations.createdAt,
      roles: count(roles.id),
      lastChange: max(roles.updatedAt),
      approvedPlan: sql<
        number | null
      >`(SELECT max(number) FROM plan_versions WHERE organization_id = ${organizations.id} AND status = 'approved')`,
      lastAssessment: sql<
        number | null
      >`(SELECT max(created_at) FROM assessments WHERE organization_id = ${organizations.id})`,
    })
    .from(grants)
    .innerJoin(
      organizations,
      and(eq(organizations.id, grants.organizationId), eq(organizations.practiceId, grants.practiceId)),
    )
    .leftJoin(roles, and(eq(roles.organizationId, organizations.id), isNull(roles.deletedAt)))
    .where(and(eq(grants.practiceId, practiceId), eq(grants.userId, userId), isNull(organizations.deletedAt)))
    .groupBy(organizations.id)
    .orderBy(asc(organizations.name));
}

/** A workspace of the practice that stands for its plan, null when it has none yet: one that the person acts in comes first. */
export async function findWorkspaceOfPractice(db: Database, practiceId: PracticeId, userId: UserId) {
  const [row] = await db
    .select({ id: organizations.id, slug: organizations.slug, grantedTo: grants.userId })
    .from(organizations)
    .leftJoin(grants, and(eq(grants.organizationId, organizations.id), eq(grants.userId, userId)))
    .where(and(eq(organizations.practiceId, practiceId), isNull(organizations.deletedAt)))
    .orderBy(sql`${grants.userId} IS NULL`, asc(organizations.createdAt), asc(organizations.id))
    .limit(1);
  return row ?? null;
}

/** Everybody of the organization's practice who may act in it. */
export async function listGrants(db: Database, organizationId: OrganizationId) {
  return db
    .select({
      userId: grants.userId,
      name: user.name,
      email: user.email,
      role: grants.role,
      seesPeople: grants.seesPeople,
    })
    .from(grants)
    .innerJoin(user, eq(user.id, grants.userId))
    .where(eq(grants.organizationId, organizationId))
    .orderBy(asc(user.name));
}
