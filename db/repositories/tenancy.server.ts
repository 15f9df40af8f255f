import { and, eq } from "drizzle-orm";
import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { grants, memberships, organizations } from "../schema/tenancy.ts";

export type Organization = typeof organizations.$inferSelect;
export type Membership = typeof memberships.$inferSelect;
export type Grant = typeof grants.$inferSelect;

/** The one look-up that starts from a slug: the door that turns it into an organization's id. */
export async function findOrganizationBySlug(db: Database, slug: string): Promise<Organization | null> {
  const [row] = await db.select().from(organizations).where(eq(organizations.slug, slug)).limit(1);
  return row ?? null;
}

export async function findOrganization(db: Database, organizationId: OrganizationId): Promise<Organization | null> {
  const [row] = await db.select().from(organizations).where(eq(organizations.id, organizationId)).limit(1);
  return row ?? null;
}

export async function findMembership(db: Database, organizationId: OrganizationId, userId: UserId): Promise<Membership | null> {
  const [row] = await db
    .select()
    .from(memberships)
    .where(and(eq(memberships.organizationId, organizationId), eq(memberships.userId, userId)))
    .limit(1);
  return row ?? null;
}

export async function findGrant(db: Database, organizationId: OrganizationId, userId: UserId): Promise<Grant | null> {
  const [row] = await db
    .select()
    .from(grants)
    .where(and(eq(grants.organizationId, organizationId), eq(grants.userId, userId)))
    .limit(1);
  return row ?? null;
}
