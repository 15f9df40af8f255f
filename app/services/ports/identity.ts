import type { UserId } from "#app/domain/kernel/ids.ts";
import type { Result } from "#app/domain/kernel/result.ts";
import type { WeakPassword } from "#app/domain/tenancy/password.ts";
import type { Mail } from "./mailer.ts";

/** Where a request comes from: its cookies, and its address, which is used for limits only and never stored. */
export type Visitor = { readonly headers: Headers; readonly address: string };

/** Set-Cookie values that the response must carry. */
export type Cookies = readonly string[];

export type SignedInUser = { readonly userId: UserId; readonly name: string; readonly email: string };

export type TooMany = { readonly kind: "too-many"; readonly retryAfterSeconds: number };
export type PasswordRefused = { readonly kind: "weak-password"; readonly because: WeakPassword };
export type LinkSpent = { readonly kind: "link-spent" };

/** The letters that identity sends. `keep` is what the sign-up gave, handed on in the link. */
export type AccountMails = {
  confirmAddress(to: { readonly email: string; readonly name: string }, token: string, keep: string | null): Mail;
  /** To somebody who signs up with an address that has an account: nobody else learns that it has. */
  alreadyHasAccount(to: { readonly email: string; readonly name: string }): Mail;
  resetPassword(to: { readonly email: string; readonly name: string }, token: string): Mail;
};

/**
 * Accounts and sessions. The library behind it keeps passwords, verification and reset; organizations are ours. What is
 * answered never tells whether an address has an account, nor does the time it takes.
 */
export interface Identity {
  /** The user of the session in these headers' cookies, or null. A session that was ended is null at once. */
  findUser(headers: Headers): Promise<SignedInUser | null>;
  /** Creates the account, unconfirmed, and sends the letter that confirms it. */
  signUp(
    person: { readonly name: string; readonly email: string; readonly password: string },
    from: Visitor,
    keep: string | null,
  ): Promise<Result<void, PasswordRefused | TooMany>>;
  /**
   * A new session; the one the visitor had ends. With the right password of an unconfirmed account the letter goes out
   * again, with `keep` in its link.
   */
  signIn(
    credentials: { readonly email: string; readonly password: string },
    from: Visitor,
    keep?: string | null,
  ): Promise<
    Result<
      { readonly userId: UserId; readonly cookies: Cookies },
      { readonly kind: "wrong-credentials" } | { readonly kind: "not-confirmed" } | TooMany
    >
  >;
  signOut(from: Visitor): Promise<Cookies>;
  /** Confirms the address of the letter's account and signs in, once. */
  confirmAddress(
    token: string,
    from: Visitor,
  ): Promise<Result<{ readonly userId: UserId; readonly cookies: Cookies }, LinkSpent>>;
  /** Sends a reset letter when the address has an account. */
  askForReset(email: string, from: Visitor): Promise<Result<void, TooMany>>;
  /** Sets the password by a letter's token, once, and ends every session of the account. */
  resetPassword(token: string, password: string): Promise<Result<void, LinkSpent | PasswordRefused>>;
  /** Ends every other session of the account and renews this one. */
  changePassword(
    passwords: { readonly current: string; readonly next: string },
    from: Visitor,
  ): Promise<Result<Cookies, { readonly kind: "wrong-credentials" } | PasswordRefused | TooMany>>;
  /** `text` with our signature behind it, for a cookie or a link. */
  sign(text: string): Promise<string>;
  /** The signed text when the signature holds, else null. */
  unsign(signed: string): Promise<string | null>;
}
