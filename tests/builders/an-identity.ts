import { betterAuthIdentity } from "#app/adapters/identity/better-auth-identity.ts";
import { accountMails } from "#app/services/accounts/account-mails.ts";
import type { AccountMails, Identity } from "#app/services/ports/identity.ts";
import type { Database } from "#db/client.server.ts";
import { findSession } from "#db/repositories/accounts.server.ts";
import { account, session, user, verification } from "#db/schema/accounts.ts";
import { fakeMailer } from "#tests/fakes/fake-mailer.ts";

/** The real identity on a test's database, with the letters it sends and what it complained of. */
export function anIdentity(db: Database, over: { readonly origin?: string; readonly mails?: AccountMails } = {}) {
  const origin = over.origin ?? "https://groundwork.example";
  const mail = fakeMailer();
  const complaints: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (_: unknown, message: string) => complaints.push(message) };
  const identity: Identity = betterAuthIdentity({
    db,
    schema: { user, session, account, verification },
    findSession: (token, now) => findSession(db, token, now),
    secret: "a secret that is long enough for tests",
    origin,
    mail,
    mails: over.mails ?? accountMails(origin),
    log,
    now: () => new Date(),
  });
  return { identity, mail, complaints, origin };
}
