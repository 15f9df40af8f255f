import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError } from "better-auth/api";
import type { UserId } from "#app/domain/kernel/ids.ts";
import { fail, ok } from "#app/domain/kernel/result.ts";
import { weakness } from "#app/domain/tenancy/password.ts";
import type { AccountMails, Identity, SignedInUser } from "#app/services/ports/identity.ts";
import type { Log } from "#app/services/ports/log.ts";
import type { Mail, Mailer } from "#app/services/ports/mailer.ts";
import { argon2Passwords } from "./argon2-passwords.ts";
import { signInLimits } from "./sign-in-limits.ts";
import { sessionToken, signer } from "./signature.ts";

const hour = 3600;
const day = 24 * hour;

type Parts = {
  /** The gated drizzle database and better-auth's four tables. */
  readonly db: object;
  readonly schema: Readonly<Record<"user" | "session" | "account" | "verification", unknown>>;
  /** The user of a session's token that has not ended, by one query. */
  readonly findSession: (token: string, now: Date) => Promise<SignedInUser | null>;
  readonly secret: string;
  readonly origin: string;
  readonly mail: Pick<Mailer, "send">;
  readonly mails: AccountMails;
  readonly log: Log;
  readonly now: () => Date;
};

function auth(parts: Parts, send: (mail: Mail) => Promise<void>) {
  return betterAuth({
    appName: "Groundwork",
    baseURL: parts.origin,
    secret: parts.secret,
    database: drizzleAdapter(parts.db, { provider: "sqlite", schema: parts.schema }),
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: {
      level: "error",
      log: (_level, message) => parts.log.error({ part: "identity" }, message),
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 1,
      maxPasswordLength: 512,
      resetPasswordTokenExpiresIn: hour,
      revokeSessionsOnPasswordReset: true,
      password: argon2Passwords(),
      sendResetPassword: ({ user, token }) => send(parts.mails.resetPassword(user, token)),
      onExistingUserSignUp: ({ user }) => send(parts.mails.alreadyHasAccount(user)),
    },
    emailVerification: {
      expiresIn: day,
      sendOnSignUp: true,
      sendOnSignIn: true,
      autoSignInAfterVerification: true,
      sendVerificationEmail({ user, url, token }) {
        const keep = new URL(new URL(url).searchParams.get("callbackURL") ?? "/", parts.origin).searchParams.get(
          "keep",
        );
        return send(parts.mails.confirmAddress(user, token, keep));
      },
    },
    session: { expiresIn: 30 * day, disableSessionRefresh: true },
    verification: { storeIdentifier: "hashed" },
    advanced: {
      cookiePrefix: "groundwork",
      useSecureCookies: parts.origin.startsWith("https://"),
      ipAddress: { disableIpTracking: true },
      // Letters leave while the answer is already on its way, so that its time does not tell whether one was sent.
      backgroundTasks: { handler: (task) => void task.catch(() => undefined) },
    },
  });
}

/** How `keep` reaches the letter: the library hands a letter nothing but the address to go on to. */
function keeping(keep: string | null): string {
  return `/?${new URLSearchParams(keep === null ? {} : { keep })}`;
}

function refused(error: unknown, code: string): boolean {
  return error instanceof APIError && error.body?.code === code;
}

/** Identity by better-auth. No handler of its own is mounted: everything goes through these functions and our routes. */
export function betterAuthIdentity(parts: Parts): Identity {
  const secure = parts.origin.startsWith("https://");
  const limits = signInLimits(parts.secret, secure);
  const seal = signer(parts.secret, "sign");
  const { api } = auth(parts, async (mail) => {
    for (const wait of [1_000, 10_000, null]) {
      const sent = await parts.mail.send(mail);
      if (sent.ok) return;
      parts.log.warn(
        { part: "identity", retry: sent.failure.retry && wait !== null },
        "an account's letter was not sent",
      );
      if (!sent.failure.retry || wait === null) return;
      await new Promise((later) => setTimeout(later, wait).unref());
    }
  });
  const cookieName = `${secure ? "__Secure-" : ""}groundwork.session_token`;
  const cookiesOf = (headers: Headers | null | undefined) => headers?.getSetCookie() ?? [];
  /** Only the cookies: user agent and address are nobody's business afterwards. */
  const cookieOnly = (headers: Headers) => new Headers({ cookie: headers.get("Cookie") ?? "" });

  async function signOut(from: { readonly headers: Headers }) {
    const { headers } = await api.signOut({ headers: cookieOnly(from.headers), returnHeaders: true });
    return cookiesOf(headers);
  }

  async function findUser(headers: Headers): Promise<SignedInUser | null> {
    const token = sessionToken(headers.get("Cookie"), cookieName, parts.secret);
    return token === null ? null : parts.findSession(token, parts.now());
  }

  return {
    findUser,
    signOut,
    async signUp(person, from, keep) {
      const because = weakness(person.password, person);
      if (because !== null) return fail({ kind: "weak-password", because });
      const allowed = await limits.signUp(from.address);
      if (!allowed.ok) return allowed;
      const letter = await limits.letter(person.email.toLowerCase());
      if (!letter.ok) return letter;
      await api.signUpEmail({ body: { ...person, callbackURL: keeping(keep) } });
      return ok(undefined);
    },
    async signIn({ email, password }, from, keep = null) {
      const account = email.trim().toLowerCase();
      const tried = await limits.try(account, from);
      if (!tried.ok) return tried;
      try {
        const { headers, response } = await api.signInEmail({
          body: { email: account, password, callbackURL: keeping(keep) },
          returnHeaders: true,
        });
        await tried.value.refund();
        if (await findUser(from.headers)) await signOut(from);
        const cookies = [...cookiesOf(headers), limits.rememberDevice(account, from.headers)];
        return ok({ userId: response.user.id as UserId, cookies });
      } catch (error) {
        if (refused(error, "EMAIL_NOT_VERIFIED")) return fail({ kind: "not-confirmed" });
        if (error instanceof APIError && error.statusCode < 500) return fail({ kind: "wrong-credentials" });
        throw error;
      }
    },
    async confirmAddress(token, from) {
      try {
        const { headers } = await api.verifyEmail({ query: { token }, headers: new Headers(), returnHeaders: true });
        const cookies = cookiesOf(headers);
        const pair = cookies.map((cookie) => cookie.split(";", 1)[0]).join("; ");
        const user = await findUser(new Headers({ cookie: pair }));
        if (user === null) return fail({ kind: "link-spent" });
        if (await findUser(from.headers)) await signOut(from);
        return ok({ userId: user.userId, cookies: [...cookies, limits.rememberDevice(user.email, from.headers)] });
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) return fail({ kind: "link-spent" });
        throw error;
      }
    },
    async askForReset(email, _from) {
      const account = email.trim().toLowerCase();
      const letter = await limits.letter(account);
      if (!letter.ok) return letter;
      await api.requestPasswordReset({ body: { email: account } });
      return ok(undefined);
    },
    async resetPassword(token, password) {
      const because = weakness(password, { name: "", email: "" });
      if (because !== null) return fail({ kind: "weak-password", because });
      try {
        await api.resetPassword({ body: { newPassword: password, token } });
        return ok(undefined);
      } catch (error) {
        if (error instanceof APIError && error.statusCode < 500) return fail({ kind: "link-spent" });
        throw error;
      }
    },
    async changePassword({ current, next }, from) {
      const user = await findUser(from.headers);
      if (user === null) return fail({ kind: "wrong-credentials" });
      const because = weakness(next, user);
      if (because !== null) return fail({ kind: "weak-password", because });
      const tried = await limits.try(user.email, from);
      if (!tried.ok) return tried;
      try {
        const { headers } = await api.changePassword({
          body: { currentPassword: current, newPassword: next, revokeOtherSessions: true },
          headers: cookieOnly(from.headers),
          returnHeaders: true,
        });
        await tried.value.refund();
        return ok(cookiesOf(headers));
      } catch (error) {
        if (refused(error, "INVALID_PASSWORD")) return fail({ kind: "wrong-credentials" });
        throw error;
      }
    },
    sign: async (text) => seal.sign(text),
    unsign: async (signed) => seal.unsign(signed),
  };
}
