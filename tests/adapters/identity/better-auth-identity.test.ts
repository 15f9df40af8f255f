import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { AccountMails, Visitor } from "#app/services/ports/identity.ts";
import { account, session, user, verification } from "#db/schema/accounts.ts";
import { anIdentity } from "#tests/builders/an-identity.ts";
import { freshDatabase } from "#tests/database/fresh-database.ts";
import type { fakeMailer } from "#tests/fakes/fake-mailer.ts";

const password = "a quiet harbour at dusk";
const ana = { name: "Ana Ruiz", email: "ana@example.com", password };

const mails: AccountMails = {
  confirmAddress: ({ email }, token, keep) => ({ to: email, subject: "confirm", text: `${token} ${keep}` }),
  alreadyHasAccount: ({ email }) => ({ to: email, subject: "already", text: "" }),
  resetPassword: ({ email }, token) => ({ to: email, subject: "reset", text: token }),
};

function visitor(cookies: readonly string[] = [], more: Record<string, string> = {}): Visitor {
  const cookie = cookies.map((value) => value.split(";", 1)[0]).join("; ");
  return { headers: new Headers({ cookie, ...more }), address: "192.0.2.1" };
}

async function lastToken(mail: ReturnType<typeof fakeMailer>, subject: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const found = mail.sent.findLast((sent) => sent.subject === subject);
    if (found) return found.text.split(" ")[0] ?? "";
    await new Promise((later) => setTimeout(later, 10));
  }
  throw new Error(`no ${subject} letter was sent`);
}

/** Signs up, confirms, and gives the cookies of the session. */
async function aSession(given: ReturnType<typeof anIdentity>, person = ana): Promise<readonly string[]> {
  await given.identity.signUp(person, visitor(), null);
  const confirmed = await given.identity.confirmAddress(await lastToken(given.mail, "confirm"), visitor());
  if (!confirmed.ok) throw new Error(confirmed.failure.kind);
  return confirmed.value.cookies;
}

test("signs up, confirms by the letter and is signed in with secure cookies that scripts cannot read", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  await given.identity.signUp(ana, visitor(), "kept-thing");
  expect(await given.identity.signIn(ana, visitor())).toEqual({ ok: false, failure: { kind: "not-confirmed" } });
  const token = await lastToken(given.mail, "confirm");
  expect(given.mail.sent[0]?.text).toContain("kept-thing");

  const confirmed = await given.identity.confirmAddress(token, visitor());
  const cookies = confirmed.ok ? confirmed.value.cookies : [];
  expect(cookies[0]).toMatch(/^__Secure-groundwork\.session_token=.+HttpOnly.*Secure.*SameSite=Lax/);
  expect(await given.identity.findUser(visitor(cookies).headers)).toMatchObject({ email: "ana@example.com" });
  expect(given.complaints).toEqual([]);
});

test("a confirming link works once", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  await aSession(given);
  const again = await given.identity.confirmAddress(await lastToken(given.mail, "confirm"), visitor());
  expect(again).toEqual({ ok: false, failure: { kind: "link-spent" } });
});

test("answers a taken address like a free one, and writes to its owner", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  const first = await given.identity.signUp(ana, visitor(), null);
  const second = await given.identity.signUp({ ...ana, name: "Somebody" }, visitor(), null);
  expect(second).toEqual(first);
  await lastToken(given.mail, "already");
  expect(await fresh.db.select().from(user)).toHaveLength(1);
});

test("answers a wrong password and an unknown address alike", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  await aSession(given);
  const wrong = await given.identity.signIn({ email: ana.email, password: "another password" }, visitor());
  const unknown = await given.identity.signIn({ email: "nobody@example.com", password }, visitor());
  expect(wrong).toEqual({ ok: false, failure: { kind: "wrong-credentials" } });
  expect(unknown).toEqual(wrong);
});

test("a session ends at sign-out, and its cookie with it", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  const cookies = await aSession(given);
  await given.identity.signOut(visitor(cookies));
  expect(await given.identity.findUser(visitor(cookies).headers)).toBeNull();
});

test("signing in gives a new session and ends the one the visitor came with", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  const before = await aSession(given);
  const again = await given.identity.signIn(ana, visitor(before));
  const after = again.ok ? again.value.cookies : [];
  expect(after[0]).not.toBe(before[0]);
  expect(await given.identity.findUser(visitor(before).headers)).toBeNull();
  expect(await given.identity.findUser(visitor(after).headers)).not.toBeNull();
});

test("a changed password ends every session but the one that changed it", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  const first = await aSession(given);
  const second = await given.identity.signIn(ana, visitor());
  const elsewhere = second.ok ? second.value.cookies : [];
  const changed = await given.identity.changePassword(
    { current: password, next: "four tall pines in fog" },
    visitor(first),
  );
  expect(changed.ok).toBe(true);
  expect(await given.identity.findUser(visitor(elsewhere).headers)).toBeNull();
  expect(await given.identity.findUser(visitor(first).headers)).toBeNull();
  expect(await given.identity.findUser(visitor(changed.ok ? changed.value : []).headers)).not.toBeNull();
});

test("a reset link works once, ends every session, and is not in the database in clear", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  const cookies = await aSession(given);
  await given.identity.askForReset(ana.email, visitor());
  const token = await lastToken(given.mail, "reset");
  const stored = JSON.stringify(await fresh.db.select().from(verification));
  expect(stored).not.toContain(token);

  expect(await given.identity.resetPassword(token, "four tall pines in fog")).toEqual({ ok: true, value: undefined });
  expect(await given.identity.findUser(visitor(cookies).headers)).toBeNull();
  expect(await given.identity.resetPassword(token, "five tall pines in fog")).toEqual({
    ok: false,
    failure: { kind: "link-spent" },
  });
});

test("two uses of one reset link at the same moment set one password", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  await aSession(given);
  await given.identity.askForReset(ana.email, visitor());
  const token = await lastToken(given.mail, "reset");
  const both = await Promise.all([
    given.identity.resetPassword(token, "four tall pines in fog"),
    given.identity.resetPassword(token, "five tall pines in fog"),
  ]);
  expect(both.filter((answer) => answer.ok)).toHaveLength(1);
});

test("asking to reset an unknown address answers the same and sends nothing", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  expect(await given.identity.askForReset("nobody@example.com", visitor())).toEqual({ ok: true, value: undefined });
  expect(given.mail.sent).toEqual([]);
});

test("after ten wrong tries an account is closed to strangers but not to a device it knows", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  const known = await aSession(given);
  for (let tries = 0; tries < 10; tries++) {
    await given.identity.signIn({ email: ana.email, password: "a wrong password" }, visitor());
  }
  expect(await given.identity.signIn(ana, visitor())).toMatchObject({ ok: false, failure: { kind: "too-many" } });
  expect(await given.identity.signIn(ana, visitor(known))).toMatchObject({ ok: true });
  const unknown = await Promise.all(
    Array.from({ length: 11 }, () => given.identity.signIn({ email: "nobody@example.com", password }, visitor([], {}))),
  );
  expect(unknown.filter((answer) => !answer.ok && answer.failure.kind === "too-many")).toHaveLength(1);
});

test("a device's cookie opens no other account's tries", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  await aSession(given);
  const other = await aSession(given, { ...ana, email: "ben@example.com" });
  for (let tries = 0; tries < 10; tries++) {
    await given.identity.signIn({ email: ana.email, password: "a wrong password" }, visitor());
  }
  expect(await given.identity.signIn(ana, visitor(other))).toMatchObject({ ok: false, failure: { kind: "too-many" } });
});

test("a session that was not signed by us is nobody", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  await aSession(given);
  const [row] = await fresh.db.select({ token: session.token }).from(session);
  const forged = `__Secure-groundwork.session_token=${row?.token}.${Buffer.from("x".repeat(32)).toString("base64")}`;
  expect(await given.identity.findUser(visitor([forged]).headers)).toBeNull();
  expect(
    await given.identity.findUser(visitor([`__Secure-groundwork.session_token=${row?.token}`]).headers),
  ).toBeNull();
});

test("an expired session is nobody", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  const cookies = await aSession(given);
  await fresh.db.update(session).set({ expiresAt: new Date(0) });
  expect(await given.identity.findUser(visitor(cookies).headers)).toBeNull();
});

test("keeps neither address nor browser of a session, and no password in clear", async () => {
  await using fresh = await freshDatabase();
  const given = anIdentity(fresh.db, { mails });
  await aSession(given);
  await given.identity.signIn(ana, visitor([], { "user-agent": "Browser/1", "x-forwarded-for": "192.0.2.7" }));
  const rows = await fresh.db.select().from(session);
  expect(rows.map((row) => [row.ipAddress || null, row.userAgent || null])).toEqual(rows.map(() => [null, null]));
  const [kept] = await fresh.db.select().from(account).where(eq(account.providerId, "credential"));
  expect(kept?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("refuses short and guessable passwords with the reason", async () => {
  await using fresh = await freshDatabase();
  const { identity } = anIdentity(fresh.db, { mails });
  const short = await identity.signUp({ ...ana, password: "short" }, visitor(), null);
  expect(short).toEqual({ ok: false, failure: { kind: "weak-password", because: "too-short" } });
  const guessable = await identity.signUp({ ...ana, password: "password12345" }, visitor(), null);
  expect(guessable).toEqual({ ok: false, failure: { kind: "weak-password", because: "guessable" } });
});

test("what is signed for a cookie is known again, and a changed letter is not", async () => {
  await using fresh = await freshDatabase();
  const { identity } = anIdentity(fresh.db, { mails });
  const signed = await identity.sign("organization-1");
  expect(await identity.unsign(signed)).toBe("organization-1");
  expect(await identity.unsign(signed.replace("-1", "-2"))).toBeNull();
  expect(await identity.unsign("organization-1")).toBeNull();
});
