import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { user } from "../schema/accounts.ts";
import { dutyOwners } from "../schema/radar.ts";
import { grants, memberships, organizations } from "../schema/tenancy.ts";

export type DutyOwner = {
  readonly duty: string;
  readonly userId: UserId | null;
  readonly assignedAt: Date;
};

/** Who answers for which duty; null for a duty that somebody once had. */
export async function listDutyOwners(db: Database, organizationId: OrganizationId): Promise<DutyOwner[]> {
  const { duty, userId, assignedAt } = dutyOwners;
  return db
    .select({ duty, userId, assignedAt })
    .from(dutyOwners)
    .where(eq(dutyOwners.organizationId, organizationId))
    .orderBy(asc(duty));
}

export async function keepDutyOwner(
  db: Database,
  organizationId: OrganizationId,
  owner: DutyOwner & { readonly assignedBy: string },
): Promise<void> {
  const { duty, ...rest } = owner;
  await db
    .insert(dutyOwners)
    .values({ organizationId, duty, ...rest })
    .onConflictDoUpdate({ target: [dutyOwners.organizationId, dutyOwners.duty], set: rest });
}

/** A member or a consultant who acts here: whoever may be asked to answer for something. */
export type Colleague = { readonly userId: UserId; readonly name: string };

export async function listColleagues(db: Database, organizationId: OrganizationId): Promise<Colleague[]> {
  const members = await db
    .select({ userId: user.id, name: user.name })
    .from(memberships)
    .innerJoin(user, eq(user.id, memberships.userId))
    .where(
      and(
        eq(memberships.organizationId, organizationId),
        inArray(memberships.role, ["owner", "editor", "viewer", "manager"]),
      ),
    );
  const consultants = await db
    .select({ userId: user.id, name: user.name })
    .from(grants)
    .innerJoin(organizations, eq(organizations.id, grants.organizationId))
    .innerJoin(user, eq(user.id, grants.userId))
    .where(and(eq(grants.organizationId, organizationId), eq(grants.practiceId, organizations.practiceId)));
  const all = new Map([...members, ...consultants].map((one) => [one.userId as UserId, one.name]));
  return [...all].map(([userId, name]) => ({ userId, name })).sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** The names behind ids that stand in kept changes, as far as these people still have an account and belong here. */
export async function listNames(
  db: Database,
  organizationId: OrganizationId,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const here = sql`(
    EXISTS (SELECT 1 FROM ${memberships} WHERE organization_id = ${organizationId} AND user_id = ${user.id})
    OR EXISTS (SELECT 1 FROM ${grants} WHERE organization_id = ${organizationId} AND user_id = ${user.id})
  )`;
  const rows = await db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(and(inArray(user.id, [...new Set(ids)].slice(0, 500) as UserId[]), here));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
