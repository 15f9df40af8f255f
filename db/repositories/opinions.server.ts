import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { OrganizationId, RoleId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { dutyOpinions } from "../schema/opinions.ts";

export type DutyOpinionRow = Omit<typeof dutyOpinions.$inferSelect, "organizationId">;

/** Keeps what a call ended with; a call that is kept already stays as it is. */
export async function insertDutyOpinion(
  db: Database,
  organizationId: OrganizationId,
  opinion: DutyOpinionRow,
): Promise<void> {
  await db
    .insert(dutyOpinions)
    .values({ organizationId, ...opinion })
    .onConflictDoNothing();
}

/** The newest calls about a role, at most `most`, oldest first. */
export async function listDutyOpinions(
  db: Database,
  organizationId: OrganizationId,
  roleId: RoleId,
  most: number,
): Promise<readonly DutyOpinionRow[]> {
  const rows = await db
    .select()
    .from(dutyOpinions)
    .where(and(eq(dutyOpinions.organizationId, organizationId), eq(dutyOpinions.roleId, roleId)))
    .orderBy(desc(dutyOpinions.at), sql`rowid desc`)
    .limit(most);
  return rows.reverse().map(({ organizationId: _, ...row }) => row);
}

/** The calls of one press of the button that ended already. */
export async function listOpinionIds(
  db: Database,
  organizationId: OrganizationId,
  batch: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ id: dutyOpinions.id })
    .from(dutyOpinions)
    .where(and(eq(dutyOpinions.organizationId, organizationId), eq(dutyOpinions.batch, batch)))
    .orderBy(asc(dutyOpinions.id));
  return new Set(rows.map(({ id }) => id));
}
