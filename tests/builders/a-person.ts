import type { OrganizationId, UserId } from "#app/domain/kernel/ids.ts";
import type { MemberRole } from "#app/domain/tenancy/permissions.ts";
import type { Actor } from "#app/services/actor.ts";
import type { Database } from "#db/client.server.ts";
import { user } from "#db/schema/accounts.ts";
import { memberships } from "#db/schema/tenancy.ts";

let count = 0;
const at = new Date("2026-11-22T09:00:00Z");

/** A confirmed account, stored. */
export async function aPersonRow(db: Database, over: { readonly name?: string; readonly email?: string } = {}) {
  count += 1;
  const id = `user-${count}` as UserId;
  const name = over.name ?? `Person ${count}`;
  const email = over.email ?? `person-${count}@example.com`;
  await db.insert(user).values({ id, name, email, emailVerified: true, createdAt: at, updatedAt: at });
  return { userId: id, name, email };
}

/** A person with a role in an organization, stored, and the actor they are there. */
export async function aMemberRow(db: Database, organizationId: OrganizationId, role: MemberRole = "owner") {
  const person = await aPersonRow(db);
  await db
    .insert(memberships)
    .values({ organizationId, userId: person.userId, role, seesPeople: false, createdAt: at });
  const actor: Actor = {
    userId: person.userId,
    organizationId,
    role,
    seesPeople: role === "owner",
    requestId: `request-${count}`,
  };
  return { ...person, actor };
}
