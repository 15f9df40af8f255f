import type { UserId } from "#app/domain/kernel/ids.ts";

/** Accounts and sessions. The library behind it keeps passwords, verification and reset; organizations are ours. */
export interface Identity {
  /** The user of the session in these headers' cookies, or null. */
  findUser(headers: Headers): Promise<{ readonly userId: UserId; readonly name: string; readonly email: string } | null>;
  /** `text` with our signature behind it, for a cookie. */
  sign(text: string): Promise<string>;
  /** The signed text when the signature holds, else null. */
  unsign(signed: string): Promise<string | null>;
}
