/** What was found across pages. */
export type FindingKind =
  | "broken-link"
  | "redirected-link"
  | "orphan"
  | "deep"
  | "double-title"
  | "double-description"
  | "double-text"
  | "near-double"
  | "one-way-alternate"
  | "broken-alternate"
  | "canonical-broken"
  | "canonical-chain"
  | "canonical-cluster"
  | "long-redirect"
  | "name-differs"
  | "contact-differs"
  | "profiles-differ"
  | "not-read";

export type Severity = "high" | "medium" | "low";

export type SiteFinding = {
  readonly kind: FindingKind;
  readonly severity: Severity;
  /** The check whose fix mends it. */
  readonly check: string;
  /** What it is about, the same in the next audit: an address, a hash, a pair. */
  readonly subject: string;
  readonly text: string;
  readonly pages: readonly string[];
};
