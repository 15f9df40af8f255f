import { and, asc, eq, gt, isNull, ne, or } from "drizzle-orm";
import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import type { MemberRole } from "#app/domain/tenancy/permissions.ts";
import type { Database } from "../client.server.ts";
import { user } from "../schema/accounts.ts";
import { dutyReaders } from "../schema/radar.ts";
import { grants, memberships, organizations } from "../schema/tenancy.ts";

export type DutyReader = Pick<
  typeof dutyReaders.$inferSelect,
  "seenAt" | "digest" | "toldAt" | "toldThrough" | "sendingSince"
>;

export const followsNothing: DutyReader = {
  seenAt: null,
  digest: "off",
  toldAt: null,
  toldThrough: null,
  sendingSince: null,
};

export async function findReader(
  db: Database,
  organizationId: OrganizationId,
  userId: UserId,
): Promise<DutyReader | null> {
  const { seenAt, digest, toldAt, toldThrough, sendingSince } = dutyReaders;
  const [row] = await db
    .select({ seenAt, digest, toldAt, toldThrough, sendingSince })
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

/** Takes a letter upon itself before it goes out; false when somebody else has, or when letters were ended meanwhile. */
export async function beginLetter(
  db: Database,
  { organizationId, userId, toldThrough }: Pick<Subscriber, "organizationId" | "userId" | "toldThrough">,
  letter: { readonly at: Date; readonly through: Date },
): Promise<boolean> {
  const begun = await db
    .update(dutyReaders)
    .set({ toldAt: letter.at, toldThrough: letter.through, sendingSince: letter.at })
    .where(
      and(
        eq(dutyReaders.organizationId, organizationId),
        eq(dutyReaders.userId, userId),
        ne(dutyReaders.digest, "off"),
        toldThrough === null ? isNull(dutyReaders.toldThrough) : eq(dutyReaders.toldThrough, toldThrough),
      ),
    )
    .returning({ userId: dutyReaders.userId });
  return begun.length === 1;
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
      sendingSince: dutyReaders.sendingSince,
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
