import { desc } from "drizzle-orm";
import type { Database } from "../client.server.ts";
import { outboxMails } from "../schema/accounts.ts";

export type KeptMail = typeof outboxMails.$inferSelect;

export async function keepMail(db: Database, mail: KeptMail): Promise<void> {
  const { id, to, subject, text, at } = mail;
  await db.insert(outboxMails).values({ id, to, subject, text, at });
}

/** The newest kept mails of the whole deployment, for the page that developers look at. */
export async function listKeptMails(db: Database, limit = 50): Promise<KeptMail[]> {
  return db.select().from(outboxMails).orderBy(desc(outboxMails.at)).limit(limit);
}
