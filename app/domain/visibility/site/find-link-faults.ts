import type { CrawledPage } from "../crawled-page.ts";
import { pathOf, pathsOf } from "../path-of.ts";
import type { LinkGraph } from "./link-graph.ts";
import type { SiteFinding } from "./site-finding.ts";

/** Clicks from the home page beyond which a page counts as buried. */
const deepest = 4;
const mostOfAKind = 60;

/** Links that lead nowhere or through redirects, pages that nothing links to, pages that lie deep. */
export function findLinkFaults(pages: readonly CrawledPage[], graph: LinkGraph, homepage: string): SiteFinding[] {
  return [
    ...brokenLinks(pages, graph),
    ...redirected(pages, graph),
    ...orphans(pages, graph, homepage),
    ...buried(pages, graph),
  ];
}

function brokenLinks(pages: readonly CrawledPage[], { asked }: LinkGraph): SiteFinding[] {
  const broken = pages.filter((page) => page.status === 404 || page.status === 410);
  return broken.slice(0, mostOfAKind).flatMap((page): SiteFinding[] => {
    const from = [...(asked.get(page.url) ?? [])];
    if (from.length === 0) return [];
    const text = `${pathOf(page.url)} answers with status ${page.status}, and ${pathsOf(from)} ${from.length === 1 ? "links" : "link"} to it.`;
    return [{ kind: "broken-link", severity: "high", check: "plumbing", subject: page.url, text, pages: from }];
  });
}

function redirected(pages: readonly CrawledPage[], { asked }: LinkGraph): SiteFinding[] {
  return pages
    .filter((page) => page.redirects > 0)
    .slice(0, mostOfAKind)
    .flatMap((page): SiteFinding[] => {
      const from = [...(asked.get(page.url) ?? [])];
      const long = page.redirects > 1;
      if (from.length === 0 && !long) return [];
      const to = page.audit === null ? "" : ` to ${pathOf(page.audit.url)}`;
      const who =
        from.length === 0 ? "" : ` ${pathsOf(from)} ${from.length === 1 ? "links" : "link"} to the old address.`;
      const text = `${pathOf(page.url)} redirects ${page.redirects === 1 ? "once" : `${page.redirects} times`}${to}.${who}`;
      return [
        {
          kind: long ? "long-redirect" : "redirected-link",
          severity: long ? "medium" : "low",
          check: "plumbing",
          subject: page.url,
          text,
          pages: from.length === 0 ? [page.url] : from,
        },
      ];
    });
}

function orphans(pages: readonly CrawledPage[], { from }: LinkGraph, homepage: string): SiteFinding[] {
  if (pages.length < 2) return [];
  const lost = pages.flatMap(({ audit }) =>
    audit !== null && audit.role !== "home" && audit.url !== homepage && (from.get(audit.url)?.size ?? 0) === 0
      ? [audit.url]
      : [],
  );
  if (lost.length === 0) return [];
  const text = `No page seen links to ${pathsOf(lost, 10)}.`;
  return [{ kind: "orphan", severity: "medium", check: "plumbing", subject: "orphans", text, pages: lost }];
}

function buried(pages: readonly CrawledPage[], { depth }: LinkGraph): SiteFinding[] {
  const clicks = (url: string) => depth.get(url) ?? 0;
  const deep = pages
    .flatMap(({ audit }) => (audit !== null && clicks(audit.url) > deepest ? [audit.url] : []))
    .sort((a, b) => clicks(a) - clicks(b));
  if (deep.length === 0) return [];
  const text = `${deep.length} ${deep.length === 1 ? "page lies" : "pages lie"} more than ${deepest} clicks from the home page: ${pathsOf(deep, 10)}.`;
  return [{ kind: "deep", severity: "low", check: "plumbing", subject: "deep", text, pages: deep }];
}
