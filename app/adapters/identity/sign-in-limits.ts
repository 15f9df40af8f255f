import { randomUUID } from "node:crypto";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { fail, ok, type Result } from "#app/domain/kernel/result.ts";
import type { TooMany } from "#app/services/ports/identity.ts";
import { type Signer, signer } from "./signature.ts";

const quarterHour = 900;
const hour = 3600;
const deviceCookie = "groundwork_device";
const yearSeconds = 31_536_000;

async function take(limiter: RateLimiterMemory, key: string): Promise<Result<void, TooMany>> {
  try {
    await limiter.consume(key);
    return ok(undefined);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    return fail({ kind: "too-many", retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
  }
}

/**
 * How often somebody may try. Failed sign-ins: 10 in 15 minutes for an account and 30 for an address, whether the
 * account exists or not. A device that signed in to the account before has 10 tries of its own, so that a stranger's
 * guessing cannot lock the owner out. Letters: 5 an hour to one address; sign-ups: 20 an hour from one.
 * Counts are kept in this process.
 */
export function signInLimits(secret: string, secure: boolean) {
  const accounts = new RateLimiterMemory({ points: 10, duration: quarterHour });
  const addresses = new RateLimiterMemory({ points: 30, duration: quarterHour });
  const devices = new RateLimiterMemory({ points: 10, duration: quarterHour });
  const letters = new RateLimiterMemory({ points: 5, duration: hour });
  const signUps = new RateLimiterMemory({ points: 20, duration: hour });
  const seal: Signer = signer(secret, "device");

  /** The key of a device that signed in as `email` before, or null. */
  function knownDevice(headers: Headers, email: string): string | null {
    const value = headers.get("Cookie")?.match(/(?:^|;\s*)groundwork_device=([\w.%-]+)/)?.[1];
    const text = value ? seal.unsign(decodeURIComponent(value)) : null;
    if (text === null) return null;
    const [id, account] = text.split("/", 2);
    return id && account === seal.sign(email).split(".").at(-1) ? id : null;
  }

  return {
    /** Counts a try before it is made; `refund` takes it back when the password was right. */
    async try(email: string, from: { readonly headers: Headers; readonly address: string }) {
      const device = knownDevice(from.headers, email);
      const asked: [RateLimiterMemory, string][] =
        device === null
          ? [
              [accounts, email],
              [addresses, from.address],
            ]
          : [[devices, device]];
      for (const [limiter, key] of asked) {
        const taken = await take(limiter, key);
        if (!taken.ok) return taken;
      }
      return ok({
        async refund() {
          for (const [limiter, key] of asked) await limiter.reward(key);
        },
      });
    },
    /** The cookie by which the device is known next time. It names no account in clear. */
    rememberDevice(email: string, headers: Headers): string {
      const id = knownDevice(headers, email) ?? randomUUID();
      const value = encodeURIComponent(seal.sign(`${id}/${seal.sign(email).split(".").at(-1)}`));
      return `${deviceCookie}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${yearSeconds}${secure ? "; Secure" : ""}`;
    },
    letter: (email: string) => take(letters, email),
    signUp: (address: string) => take(signUps, address),
  };
}
