import { and, desc, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm";
import type { OrganizationId, SystemId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { toolLinks, toolReports } from "../schema/inventory.ts";
import { organizations } from "../schema/tenancy.ts";

export type ToolLink = Omit<typeof toolLinks.$inferSelect, "organizationId" | "tokenHash" | "revokedAt">;
export type KeptToolReport = Omit<typeof toolReports.$inferSelect, "organizationId">;

/** The address that staff may use now or may have until it ran out, or null. */
export async function findToolLink(db: Database, organizationId: OrganizationId): Promise<ToolLink | null> {
  const [row] = await db
    .select({
      id: toolLinks.id,
      createdBy: toolLinks.createdBy,
      createdAt: toolLinks.createdAt,
      expiresAt: toolLinks.expiresAt,
    })
    .from(toolLinks)
    .where(and(eq(toolLinks.organizationId, organizationId), isNull(toolLinks.revokedAt)))
    .orderBy(desc(toolLinks.createdAt))
    .limit(1);
  return row ?? null;
}

export async function insertToolLink(
  db: Database,
  organizationId: OrganizationId,
  link: ToolLink & { readonly tokenHash: string },
): Promise<void> {
  await db.insert(toolLinks).values({ ...link, organizationId });
}

/** Ends every address of the organization; answers whether there was one. */
export async function revokeToolLinks(db: Database, organizationId: OrganizationId, at: Date): Promise<boolean> {
  const ended = await db
    .update(toolLinks)
    .set({ revokedAt: at })
    .where(and(eq(toolLinks.organizationId, organizationId), isNull(toolLinks.revokedAt)))
    .returning({ id: toolLinks.id });
  return ended.length > 0;
}

/** Whose form a secret address opens at a moment, and only its name. The secret is what scopes this query. */
export async function findOrganizationOfLink(
  db: Database,
  tokenHash: string,
  at: Date,
): Promise<{ readonly organizationId: OrganizationId; readonly name: string } | null> {
  const [row] = await db
    .select({ organizationId: toolLinks.organizationId, name: organizations.name })
    .from(toolLinks)
    .innerJoin(organizations, eq(organizations.id, toolLinks.organizationId))
    .where(
      and(
        eq(toolLinks.tokenHash, tokenHash),
        isNull(toolLinks.revokedAt),
        gt(toolLinks.expiresAt, at),
        isNull(organizations.deletedAt),
      ),
    );
  return row ?? null;
}

type NewReport = Pick<KeptToolReport, "id" | "tool" | "catalogueId" | "purpose" | "data" | "department" | "receivedOn">;

/** Keeps a report unless `most` wait already; false then. Call it in a transaction, so that two at once pass no limit. */
export async function insertToolReport(
  db: Database,
  organizationId: OrganizationId,
  report: NewReport,
  most: number,
): Promise<boolean> {
  const waiting = await countWaitingReports(db, organizationId);
  if (waiting >= most) return false;
  await db.insert(toolReports).values({ ...report, organizationId });
  return true;
}

export async function countWaitingReports(db: Database, organizationId: OrganizationId): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(toolReports)
    .where(and(eq(toolReports.organizationId, organizationId), eq(toolReports.state, "waiting")));
  return row?.count ?? 0;
}

/** Reports that wait, or those that were decided after `since`, newest day first. */
export async function listToolReports(
  db: Database,
  organizationId: OrganizationId,
  of: "waiting" | { readonly decidedSince: Date },
): Promise<KeptToolReport[]> {
  const wanted =
    of === "waiting"
      ? eq(toolReports.state, "waiting")
      : and(ne(toolReports.state, "waiting"), gt(toolReports.decidedAt, of.decidedSince));
  const rows = await db
    .select()
    .from(toolReports)
    .where(and(eq(toolReports.organizationId, organizationId), wanted))
    .orderBy(desc(toolReports.receivedOn), toolReports.id);
  return rows.map(({ organizationId: _, ...report }) => report);
}

/** Reports that were taken for a system, newest day first. */
export async function listReportsOfSystem(db: Database, organizationId: OrganizationId, systemId: SystemId) {
  const { purpose, data, receivedOn } = toolReports;
  return db
    .select({ purpose, data, receivedOn })
    .from(toolReports)
    .where(and(eq(toolReports.organizationId, organizationId), eq(toolReports.systemId, systemId)))
    .orderBy(desc(receivedOn), toolReports.id);
}

/** Decides reports that are still in `from`, or puts them back; answers how many there were. */
export async function decideToolReports(
  db: Database,
  organizationId: OrganizationId,
  ids: readonly string[],
  from: readonly KeptToolReport["state"][],
  to: Pick<KeptToolReport, "state" | "systemId" | "reason" | "decidedBy" | "decidedAt">,
): Promise<number> {
  if (ids.length === 0) return 0;
  const changed = await db
    .update(toolReports)
    .set({ ...to, version: sql`${toolReports.version} + 1` })
    .where(
      and(
        eq(toolReports.organizationId, organizationId),
        inArray(toolReports.id, [...ids]),
        inArray(toolReports.state, [...from]),
      ),
    )
    .returning({ id: toolReports.id });
  return changed.length;
}
