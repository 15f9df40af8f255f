import { groupBy } from "../../kernel/group-by.ts";
import type { CrawledPage } from "../crawled-page.ts";
import { pathOf, pathsOf } from "../path-of.ts";
import { normalAddress } from "../plan-crawl.ts";
import type { SiteFinding } from "./site-finding.ts";

type Page = { readonly url: string; readonly target: string };

/** Pages that name another address as the one to keep: clusters, and targets that cannot be kept. */
export function findCanonicalFaults(pages: readonly CrawledPage[]): SiteFinding[] {
  const byUrl = new Map<string, CrawledPage>();
  for (const page of pages) {
    byUrl.set(page.url, page);
    if (page.audit !== null) byUrl.set(page.audit.url, page);
  }
  const clusters = groupBy(pages.flatMap(elsewhere), ({ target }) => target);
  return [...clusters].map(([target, cluster]) =>
    finding(
      target,
      cluster.map(({ url }) => url),
      byUrl.get(target),
    ),
  );
}

function elsewhere({ audit }: CrawledPage): Page[] {
  const [first] = audit?.facts.canonical ?? [];
  if (audit === null || first === undefined) return [];
  const target = normalAddress(first, audit.url);
  if (target === null || target === audit.url || new URL(target).host !== new URL(audit.url).host) return [];
  return [{ url: audit.url, target }];
}

function finding(target: string, urls: readonly string[], page: CrawledPage | undefined): SiteFinding {
  const about = { check: "plumbing", subject: target, pages: urls };
  const who = `${pathsOf(urls)} ${urls.length === 1 ? "names" : "name"} ${pathOf(target)} as the address to keep`;
  const wrong = page === undefined ? null : whyNot(page, target);
  if (wrong !== null) return { ...about, kind: wrong.kind, severity: "high", text: `${who}, but ${wrong.text}.` };
  return { ...about, kind: "canonical-cluster", severity: "low", text: `${who}; engines keep that one alone.` };
}

function whyNot(
  page: CrawledPage,
  target: string,
): { kind: "canonical-broken" | "canonical-chain"; text: string } | null {
  const { audit } = page;
  if (audit === null)
    return page.state === "unreachable"
      ? { kind: "canonical-broken", text: `it is not there (${page.status ?? "no answer"})` }
      : null;
  if (audit.url !== target) return { kind: "canonical-chain", text: `it redirects to ${pathOf(audit.url)}` };
  if (audit.facts.robots.some(({ content }) => /\b(?:noindex|none)\b/i.test(content)))
    return { kind: "canonical-broken", text: "it asks not to be indexed" };
  const [next] = elsewhere(page);
  return next === undefined ? null : { kind: "canonical-chain", text: `it names ${pathOf(next.target)} in turn` };
}
