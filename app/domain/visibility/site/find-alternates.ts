import type { CrawledPage } from "../crawled-page.ts";
import { pathOf } from "../path-of.ts";
import { normalAddress } from "../plan-crawl.ts";
import type { SiteFinding } from "./site-finding.ts";

const most = 40;

/** Language versions that do not name the page in return, which engines ignore, and those that are not there. */
export function findAlternateFaults(pages: readonly CrawledPage[]): SiteFinding[] {
  const byUrl = new Map<string, CrawledPage>();
  for (const page of pages) byUrl.set(page.audit?.url ?? page.url, page);
  const found: SiteFinding[] = [];
  for (const { audit } of pages) {
    for (const { href, lang } of audit?.facts.hreflang ?? []) {
      if (audit === null || found.length === most) break;
      const target = normalAddress(href, audit.url);
      const other = target === null || target === audit.url ? undefined : byUrl.get(target);
      if (other === undefined || target === null) continue;
      const about = { check: "plumbing", subject: `${audit.url} ${target}`, pages: [audit.url, target] };
      if (other.audit === null) {
        if (other.state !== "unreachable") continue;
        const text = `${pathOf(audit.url)} names ${pathOf(target)} as its version for ${lang}, which is not there. ${other.detail}`;
        found.push({ ...about, kind: "broken-alternate", severity: "medium", text });
        continue;
      }
      const { facts } = other.audit;
      if (facts.hreflang.some((each) => normalAddress(each.href, facts.url) === audit.url)) continue;
      const text = `${pathOf(audit.url)} names ${pathOf(target)} as its version for ${lang}, but not the other way round.`;
      found.push({ ...about, kind: "one-way-alternate", severity: "medium", text });
    }
  }
  return found;
}
