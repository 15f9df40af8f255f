import type { CrawledPage } from "./crawled-page.ts";
import { pathOf } from "./path-of.ts";
import { findAlternateFaults } from "./site/find-alternates.ts";
import { findCanonicalFaults } from "./site/find-canonical-faults.ts";
import { findContradictions } from "./site/find-contradictions.ts";
import { findDoubles } from "./site/find-doubles.ts";
import { findLinkFaults } from "./site/find-link-faults.ts";
import type { LinkGraph } from "./site/link-graph.ts";
import type { Severity, SiteFinding } from "./site/site-finding.ts";

const order: readonly Severity[] = ["high", "medium", "low"];
const mostUnread = 40;

/** What only shows when pages are laid side by side, worst first. */
export function siteFindings(pages: readonly CrawledPage[], graph: LinkGraph, homepage: string): SiteFinding[] {
  const found = [
    ...findLinkFaults(pages, graph, homepage),
    ...findDoubles(pages),
    ...findCanonicalFaults(pages),
    ...findAlternateFaults(pages),
    ...findContradictions(pages),
  ];
  const told = new Set(found.map(({ subject }) => subject));
  const unread = pages
    .filter((page) => (page.state === "unreachable" || page.state === "refused") && !told.has(page.url))
    .slice(0, mostUnread)
    .map(
      (page): SiteFinding => ({
        kind: "not-read",
        severity: page.status === 404 || page.status === 410 ? "medium" : "low",
        check: "plumbing",
        subject: page.url,
        text: `${pathOf(page.url)}: ${page.detail}`,
        pages: [page.url],
      }),
    );
  return [...found, ...unread].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
