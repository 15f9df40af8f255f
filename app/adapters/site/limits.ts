/** What a fetch may cost. Times in milliseconds, sizes in bytes of the decoded body. */
export const limits = {
  connect: 5_000,
  headers: 10_000,
  body: 10_000,
  total: 20_000,
  htmlBytes: 5 * 1024 * 1024,
  codings: 2,
  redirects: 5,
  connectionsPerHost: 2,
} as const;

/** How we introduce ourselves, with the place where an operator can reach us. */
export const ownName = "Mozilla/5.0 (compatible; GroundworkBot/1.0; +https://groundwork.example/bot)";
