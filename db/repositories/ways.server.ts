import { and, asc, eq } from "drizzle-orm";
import type { OrganizationId, RoleId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { plannedWays } from "../schema/ways.ts";

export type PlannedWay = Omit<typeof plannedWays.$inferSelect, "organizationId">;

/** Every way forward that is planned, the oldest first. */
export async function listPlannedWays(db: Database, organizationId: OrganizationId): Promise<readonly PlannedWay[]> {
  const rows = await db
    .select()
    .from(plannedWays)
    .where(eq(plannedWays.organizationId, organizationId))
    .orderBy(asc(plannedWays.plannedAt), asc(plannedWays.roleId), asc(plannedWays.onet));
  return rows.map(({ organizationId: _, ...way }) => way);
}

/** False when it was planned already. */
export async function insertPlannedWay(
  db: Database,
  organizationId: OrganizationId,
  way: PlannedWay,
): Promise<boolean> {
  const written = await db
    .insert(plannedWays)
    .values({ organizationId, ...way })
    .onConflictDoNothing()
    .returning({ roleId: plannedWays.roleId });
  return written.length > 0;
}

/** False when it was not planned. */
export async function deletePlannedWay(
  db: Database,
  organizationId: OrganizationId,
  roleId: RoleId,
  onet: string,
): Promise<boolean> {
  const gone = await db
    .delete(plannedWays)
    .where(
      and(eq(plannedWays.organizationId, organizationId), eq(plannedWays.roleId, roleId), eq(plannedWays.onet, onet)),
    )
    .returning({ roleId: plannedWays.roleId });
  return gone.length > 0;
}
