import { and, asc, eq, isNull } from "drizzle-orm";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { competitors, siteClaims } from "../schema/visibility.ts";

export type Competitor = typeof competitors.$inferSelect;
export type SiteClaim = typeof siteClaims.$inferSelect;

/** The websites that an organization compares its own with, oldest first. */
export async function listCompetitors(db: Database, organizationId: OrganizationId): Promise<Competitor[]> {
  return db
    .select()
    .from(competitors)
    .where(and(eq(competitors.organizationId, organizationId), isNull(competitors.deletedAt)))
    .orderBy(asc(competitors.createdAt), asc(competitors.id));
}

export async function insertCompetitor(
  db: Database,
  organizationId: OrganizationId,
  competitor: Omit<Competitor, "organizationId" | "deletedAt">,
): Promise<void> {
  await db.insert(competitors).values({ ...competitor, organizationId });
}

/** Takes a competitor away, or puts it back with null. False when there is none. */
export async function markCompetitorDeleted(
  db: Database,
  organizationId: OrganizationId,
  id: string,
  deletedAt: Date | null,
): Promise<boolean> {
  const rows = await db
    .update(competitors)
    .set({ deletedAt })
    .where(and(eq(competitors.organizationId, organizationId), eq(competitors.id, id)))
    .returning({ id: competitors.id });
  return rows.length > 0;
}

export async function findSiteClaim(
  db: Database,
  organizationId: OrganizationId,
  host: string,
): Promise<SiteClaim | null> {
  const [row] = await db
    .select()
    .from(siteClaims)
    .where(and(eq(siteClaims.organizationId, organizationId), eq(siteClaims.host, host)));
  return row ?? null;
}

/** Adds a claim; one that is there already stays. */
export async function insertSiteClaim(
  db: Database,
  organizationId: OrganizationId,
  claim: Pick<SiteClaim, "host" | "token" | "createdAt" | "createdBy">,
): Promise<void> {
  await db
    .insert(siteClaims)
    .values({ ...claim, organizationId })
    .onConflictDoNothing();
}

export async function updateSiteClaim(
  db: Database,
  organizationId: OrganizationId,
  host: string,
  change: Partial<Pick<SiteClaim, "provenBy" | "provenAt" | "seen">>,
): Promise<void> {
  await db
    .update(siteClaims)
    .set(change)
    .where(and(eq(siteClaims.organizationId, organizationId), eq(siteClaims.host, host)));
}
