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

/** The path of an address, as people read a page's name. */
export function pathOf(url: string): string {
  return URL.canParse(url) ? `${new URL(url).pathname}${new URL(url).search}` : url;
}

/** Some paths in words; a long list is cut and says so. */
export function pathsOf(urls: readonly string[], most = 5): string {
  const shown = urls.slice(0, most).map(pathOf).join(", ");
  return urls.length > most ? `${shown} and ${urls.length - most} more` : shown;
}
