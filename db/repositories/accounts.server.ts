import { and, eq, gt, sql } from "drizzle-orm";
import type { UserId } from "#app/domain/kernel/ids.ts";
import type { Database } from "../client.server.ts";
import { prepared } from "../prepared.server.ts";
import { session, user } from "../schema/accounts.ts";

const sessions = prepared((db) =>
  db
    .select({ userId: user.id, name: user.name, email: user.email })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(
      and(
        eq(session.token, sql.placeholder("token")),
        gt(session.expiresAt, sql.placeholder("now")),
        eq(user.emailVerified, true),
      ),
    )
    .limit(1)
    .prepare(),
);

/** The user of a session that has not ended. Ending one deletes its row, so the next request finds nobody. */
export async function findSession(db: Database, token: string, now: Date) {
  const row = await sessions(db).get({ token, now: now.getTime() });
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

/** Keeps a made-up person: a name with an address that is confirmed by nobody and no password. Once there, it stays. */
export async function keepNamedPerson(
  db: Database,
  {
    userId,
    name,
    email,
    at,
  }: { readonly userId: UserId; readonly name: string; readonly email: string; readonly at: Date },
): Promise<void> {
  await db
    .insert(user)
    .values({ id: userId, name, email, emailVerified: false, createdAt: at, updatedAt: at })
    .onConflictDoNothing();
}
