/**
 * How long a fetch may take, in milliseconds: to connect, to begin, between two pieces, and in all; and how long at most a site
 * that says when to come back is left alone.
 */
export const patience: { readonly [Part in "connect" | "headers" | "body" | "total" | "retryAfter"]: number } = {
  connect: 5_000,
  headers: 10_000,
  body: 10_000,
  total: 20_000,
  retryAfter: 30_000,
};

/** What a fetch may cost. Sizes in bytes of the decoded body. */
export const limits = {
  htmlBytes: 5 * 1024 * 1024,
  codings: 2,
  redirects: 5,
  headerBytes: 32 * 1024,
  connectionsPerHost: 2,
} as const;

/** How we introduce ourselves, with the page that says who we are and how to keep us out. */
export function nameOf(origin: string): string {
  return `Mozilla/5.0 (compatible; GroundworkBot/1.0; +${origin}/bot)`;
}
