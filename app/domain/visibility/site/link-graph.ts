import type { CrawledPage } from "../crawled-page.ts";
import { normalAddress } from "../plan-crawl.ts";

/** Who links where among the pages of a crawl, by the addresses under which they were read. */
export type LinkGraph = {
  /** Other pages that link here, through a redirect too. */
  readonly from: ReadonlyMap<string, ReadonlySet<string>>;
  /** Clicks from the home page; a page that no chain of links reaches is left out. */
  readonly depth: ReadonlyMap<string, number>;
  /** Addresses as they are linked, of pages that were asked for, with the pages that link so. */
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
};

export function linkGraph(pages: readonly CrawledPage[], homepage: string): LinkGraph {
  const known = new Map<string, string>();
  for (const page of pages) {
    known.set(page.url, page.audit?.url ?? page.url);
    if (page.audit !== null) known.set(page.audit.url, page.audit.url);
  }
  const from = new Map<string, Set<string>>();
  const asked = new Map<string, Set<string>>();
  const out = new Map<string, Set<string>>();
  for (const { audit } of pages) {
    if (audit === null) continue;
    from.set(audit.url, from.get(audit.url) ?? new Set());
    for (const target of targetsOf(audit.facts)) {
      const read = known.get(target);
      if (read === undefined) continue;
      if (target !== audit.url) add(asked, target, audit.url);
      if (read === audit.url) continue;
      add(from, read, audit.url);
      add(out, audit.url, read);
    }
  }
  return { from, asked, depth: depths(known.get(homepage) ?? homepage, out) };
}

/** Addresses that a page links to, in their normal form. */
export function targetsOf(facts: NonNullable<CrawledPage["audit"]>["facts"]): Set<string> {
  const base = facts.base === null ? facts.url : (normalAddress(facts.base, facts.url) ?? facts.url);
  return new Set(facts.links.flatMap((link) => normalAddress(link.href, base) ?? []));
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const before = map.get(key);
  if (before === undefined) map.set(key, new Set([value]));
  else before.add(value);
}

function depths(home: string, out: ReadonlyMap<string, ReadonlySet<string>>): Map<string, number> {
  const depth = new Map([[home, 0]]);
  // What is added to a map while it is walked is walked too: breadth first.
  for (const [page, at] of depth) for (const next of out.get(page) ?? []) if (!depth.has(next)) depth.set(next, at + 1);
  return depth;
}
