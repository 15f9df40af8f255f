import { and, asc, eq, gt, isNull, ne, or } from "drizzle-orm";
import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import type { MemberRole } from "#app/domain/tenancy/permissions.ts";
import type { Database } from "../client.server.ts";
import { user } from "../schema/accounts.ts";
import { dutyReaders } from "../schema/radar.ts";
import { grants, memberships, organizations } from "../schema/tenancy.ts";

export type DutyReader = Pick<typeof dutyReaders.$inferSelect, "seenAt" | "digest" | "toldAt" | "toldThrough">;

export const followsNothing: DutyReader = { seenAt: null, digest: "off", toldAt: null, toldThrough: null };

export async function findReader(
  db: Database,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<DutyReader | null> {
  const { seenAt, digest, toldAt, toldThrough } = dutyReaders;
  const [row] = await db
    .select({ seenAt, digest, toldAt, toldThrough })
    .from(dutyReaders)
    .where(and(eq(dutyReaders.organizationId, organizationId), eq(dutyReaders.userId, userId)))
    .limit(1);
  return row ?? null;
}

export async function keepReader(
  db: Database,
  organizationId: OrganizationId,
  userId: UserId,
  change: Partial<DutyReader>,
): Promise<void> {
  await db
    .insert(dutyReaders)
    .values({ organizationId, userId, ...change })
    .onConflictDoUpdate({ target: [dutyReaders.organizationId, dutyReaders.userId], set: change });
}

/** Somebody who wants letters, and what they may do there now: null when they do not belong there any more. */
export type Subscriber = Omit<DutyReader, "seenAt"> & {
  readonly organizationId: OrganizationId;
  readonly organization: string;
  readonly slug: string;
  readonly userId: UserId;
  readonly email: string;
  readonly role: MemberRole | null;
};

/** Everybody who chose to be told, in every organization that is open, by organization and person. */
export async function listSubscribers(db: Database, now: Date): Promise<Subscriber[]> {
  const rows = await db
    .select({
      organizationId: dutyReaders.organizationId,
      organization: organizations.name,
      slug: organizations.slug,
      userId: dutyReaders.userId,
      email: user.email,
      digest: dutyReaders.digest,
      toldAt: dutyReaders.toldAt,
      toldThrough: dutyReaders.toldThrough,
      member: memberships.role,
      granted: grants.role,
    })
    .from(dutyReaders)
    .innerJoin(organizations, eq(organizations.id, dutyReaders.organizationId))
    .innerJoin(user, eq(user.id, dutyReaders.userId))
    .leftJoin(
      memberships,
      and(eq(memberships.organizationId, dutyReaders.organizationId), eq(memberships.userId, dutyReaders.userId)),
    )
    .leftJoin(
      grants,
      and(
        eq(grants.organizationId, dutyReaders.organizationId),
        eq(grants.userId, dutyReaders.userId),
        eq(grants.practiceId, organizations.practiceId),
      ),
    )
    .where(
      and(
        ne(dutyReaders.digest, "off"),
        isNull(organizations.deletedAt),
        or(isNull(organizations.expiresAt), gt(organizations.expiresAt, now)),
      ),
    )
    .orderBy(asc(dutyReaders.organizationId), asc(dutyReaders.userId));
  return rows.map(({ member, granted, ...row }) => ({ ...row, role: member ?? granted }));
}
