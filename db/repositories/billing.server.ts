import { and, count, eq, isNull, ne, sql } from "drizzle-orm";
import type { BillingEvent } from "#app/domain/billing/events.ts";
import { type BillingState, noBilling } from "#app/domain/billing/fold-events.ts";
import type { Allowance } from "#app/domain/billing/plans.ts";
import type { Usage } from "#app/domain/billing/usage.ts";
import type { OrganizationId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { stripeEvents, subscriptions, usage } from "../schema/billing.ts";
import { memberships, organizations } from "../schema/tenancy.ts";
import { roles } from "../schema/workforce.ts";

export async function findBillingState(db: Database, organizationId: OrganizationId): Promise<BillingState> {
  const [row] = await db
    .select({ state: subscriptions.state })
    .from(subscriptions)
    .where(eq(subscriptions.organizationId, organizationId));
  return row?.state ?? noBilling;
}

/** The states of the other workspaces of the organization's practice; none when it has no practice. */
export async function listBillingStatesOfPractice(
  db: Database,
  organizationId: OrganizationId,
): Promise<BillingState[]> {
  const practice = db
    .select({ id: organizations.practiceId })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  const rows = await db
    .select({ state: subscriptions.state })
    .from(subscriptions)
    .innerJoin(organizations, eq(organizations.id, subscriptions.organizationId))
    .where(and(eq(organizations.practiceId, practice), ne(organizations.id, organizationId)));
  return rows.map(({ state }) => state);
}

export async function saveBillingState(
  db: Database,
  organizationId: OrganizationId,
  state: BillingState,
  customerId: string | null,
  at: Date,
): Promise<void> {
  const row = { state, customerId, updatedAt: at };
  await db
    .insert(subscriptions)
    .values({ organizationId, ...row })
    .onConflictDoUpdate({ target: subscriptions.organizationId, set: row });
}

/** The organization whose customer the provider's id is: the door for events that do not name the organization. */
export async function findOrganizationOfCustomer(db: Database, customerId: string): Promise<OrganizationId | null> {
  const [row] = await db
    .select({ organizationId: subscriptions.organizationId })
    .from(subscriptions)
    .where(eq(subscriptions.customerId, customerId))
    .limit(1);
  return row?.organizationId ?? null;
}

/** Keeps an event; false when it was kept before. */
export async function insertStripeEvent(
  db: Database,
  organizationId: OrganizationId,
  event: BillingEvent,
  type: string,
  receivedAt: Date,
): Promise<boolean> {
  const rows = await db
    .insert(stripeEvents)
    .values({ id: event.id, organizationId, type, event, receivedAt })
    .onConflictDoNothing()
    .returning({ id: stripeEvents.id });
  return rows.length === 1;
}

/** What the organization uses of each allowance: things by counting them, monthly ones by the counters of `month`. */
export async function findUsage(db: Database, organizationId: OrganizationId, month: string): Promise<Usage> {
  const [things] = await db
    .select({
      roles: sql<number>`(SELECT count(*) FROM ${roles} WHERE ${roles.organizationId} = ${organizationId} AND ${roles.deletedAt} IS NULL)`,
      members: sql<number>`(SELECT count(*) FROM ${memberships} WHERE ${memberships.organizationId} = ${organizationId})`,
      practiceId: organizations.practiceId,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  const counters = await db
    .select({ thing: usage.thing, count: usage.count })
    .from(usage)
    .where(and(eq(usage.organizationId, organizationId), eq(usage.month, month)));
  const workspaces = things?.practiceId ? await countWorkspaces(db, things.practiceId) : 0;
  return {
    roles: things?.roles ?? 0,
    members: things?.members ?? 0,
    "client-workspaces": workspaces,
    ...Object.fromEntries(counters.map(({ thing, count: used }) => [thing, used])),
  };
}

async function countWorkspaces(db: Database, practiceId: NonNullable<typeof organizations.$inferSelect.practiceId>) {
  const [row] = await db
    .select({ count: count() })
    .from(organizations)
    .where(and(eq(organizations.practiceId, practiceId), isNull(organizations.deletedAt)));
  return row?.count ?? 0;
}

/** Counts `amount` more of a monthly allowance. */
export async function addUsage(
  db: Database,
  organizationId: OrganizationId,
  thing: Allowance,
  month: string,
  amount: number,
): Promise<void> {
  await db
    .insert(usage)
    .values({ organizationId, thing, month, count: amount })
    .onConflictDoUpdate({
      target: [usage.organizationId, usage.thing, usage.month],
      set: { count: sql`${usage.count} + ${amount}` },
    });
}
