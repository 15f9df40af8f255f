import type { AppLoadContext } from "@remix-run/node";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

const limiters = new Map<string, RateLimiterMemory>();

/** How often one address may do a thing: `points` times in `minutes`. Counts live in this process. */
export type Limit = { readonly thing: string; readonly points: number; readonly minutes: number };

/** Counts one use by the request's address, and ends the request with 429 and Retry-After when it was one too many. */
export async function limitRate({ address }: Pick<AppLoadContext, "address">, limit: Limit): Promise<void> {
  const known = limiters.get(limit.thing);
  const limiter = known ?? new RateLimiterMemory({ points: limit.points, duration: limit.minutes * 60 });
  limiters.set(limit.thing, limiter);
  try {
    await limiter.consume(address);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = String(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
    throw new Response(null, { status: 429, statusText: "Too Many Requests", headers: { "Retry-After": seconds } });
  }
}
