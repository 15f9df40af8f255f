import type { VisibilityAudit } from "./visibility-audit.ts";

/** What a person can do about an audit that failed, as far as the reason that was kept with it tells. */
export type AuditAdvice =
  | "name"
  | "slow"
  | "certificate"
  | "nothing-answers"
  | "private"
  | "redirects"
  | "ours"
  | "other";

/** Only the sentence of the reason is kept with an audit, so the sentence decides. A test holds it to what the guard and the sockets say. */
const signs: readonly (readonly [RegExp, AuditAdvice])[] = [
  [/does not resolve|has no address/i, "name"],
  [/in time/i, "slow"],
  [/not trusted/i, "certificate"],
  [/nothing answers|connection broke/i, "nothing-answers"],
  [/redirect/i, "redirects"],
  [/fault on our side/i, "ours"],
  [/leads to|not public|the host is|not allowed|notation|its writer chooses/i, "private"],
];

/** What a person can do about an audit that ended without a page to judge. */
export type UnreadAdvice = "turned-away" | "too-often" | "server-fails" | "robots-closed" | "nothing-read";

/** By what the home page answered, and robots.txt before it. */
export function adviceOnUnread({ robots, pages }: Pick<VisibilityAudit, "robots" | "pages">): UnreadAdvice {
  const statuses = pages.map(({ status }) => status ?? 0);
  if (robots.state === "unreachable" || statuses.some((status) => status >= 500)) return "server-fails";
  if (statuses.includes(429)) return "too-often";
  if (statuses.some((status) => status === 401 || status === 403)) return "turned-away";
  return pages.length > 0 && pages.every(({ state }) => state === "disallowed") ? "robots-closed" : "nothing-read";
}

export function adviceOn(because: string): AuditAdvice {
  return signs.find(([sign]) => sign.test(because))?.[1] ?? "other";
}
