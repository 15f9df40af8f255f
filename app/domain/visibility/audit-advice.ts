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

export function adviceOn(because: string): AuditAdvice {
  return signs.find(([sign]) => sign.test(because))?.[1] ?? "other";
}
