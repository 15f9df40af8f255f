import { and, eq, gt } from "drizzle-orm";
import type { UserId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { session, user } from "../schema/accounts.ts";

/** The user of a session that has not ended. Ending one deletes its row, so the next request finds nobody. */
export async function findSession(db: Database, token: string, now: Date) {
  const [row] = await db
    .select({ userId: user.id, name: user.name, email: user.email })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.token, token), gt(session.expiresAt, now), eq(user.emailVerified, true)))
    .limit(1);
  return row ? { ...row, userId: row.userId as UserId } : null;
}

/** The confirmed account of an address, or null. */
export async function findUserByEmail(db: Database, email: string) {
  const [row] = await db
    .select({ userId: user.id, name: user.name })
    .from(user)
    .where(and(eq(user.email, email), eq(user.emailVerified, true)))
    .limit(1);
  return row ? { ...row, userId: row.userId as UserId } : null;
}
