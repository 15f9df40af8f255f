import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { invitations } from "../schema/tenancy.ts";

export type Invitation = typeof invitations.$inferSelect;

/** The look-up that starts from a letter's secret: the hash of it finds one invitation, which names its organization. */
export async function findInvitation(db: Database, tokenHash: string): Promise<Invitation | null> {
  const [row] = await db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)).limit(1);
  return row ?? null;
}

/** Keeps an invitation, in the place of an open one for the same address. */
export async function insertInvitation(
  db: Database,
  organizationId: OrganizationId,
  row: Omit<Invitation, "organizationId" | "acceptedAt">,
) {
  await db
    .delete(invitations)
    .where(
      and(
        eq(invitations.organizationId, organizationId),
        eq(invitations.email, row.email),
        isNull(invitations.acceptedAt),
      ),
    );
  await db.insert(invitations).values({ ...row, organizationId });
}

/** Marks an invitation accepted, once: false when somebody was faster. */
export async function spendInvitation(
  db: Database,
  organizationId: OrganizationId,
  id: string,
  at: Date,
): Promise<boolean> {
  const rows = await db
    .update(invitations)
    .set({ acceptedAt: at })
    .where(and(eq(invitations.organizationId, organizationId), eq(invitations.id, id), isNull(invitations.acceptedAt)))
    .returning({ id: invitations.id });
  return rows.length === 1;
}

/** Invitations that may still be accepted, newest first. */
export async function listOpenInvitations(db: Database, organizationId: OrganizationId, now: Date) {
  return db
    .select({ id: invitations.id, email: invitations.email, role: invitations.role, expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(
      and(
        eq(invitations.organizationId, organizationId),
        isNull(invitations.acceptedAt),
        gt(invitations.expiresAt, now),
      ),
    )
    .orderBy(desc(invitations.createdAt));
}

export async function deleteInvitation(db: Database, organizationId: OrganizationId, id: string): Promise<boolean> {
  const rows = await db
    .delete(invitations)
    .where(and(eq(invitations.organizationId, organizationId), eq(invitations.id, id), isNull(invitations.acceptedAt)))
    .returning({ id: invitations.id });
  return rows.length === 1;
}
