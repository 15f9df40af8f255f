import { expect, test } from "vitest";
import { auditSite } from "#app/domain/visibility/audit-site.ts";
import type { CrawledPage } from "#app/domain/visibility/crawled-page.ts";
import { draftPageFix } from "#app/domain/visibility/draft-page-fix.ts";
import { readRobots } from "#app/domain/visibility/read-robots.ts";
import { robotsFileFrom } from "#app/domain/visibility/robots-report.ts";
import { settledIn } from "#app/domain/visibility/settle-page.ts";
import { visibilityChecks as pack } from "#app/knowledge/visibility-checks/index.ts";
import { anAuditOf, asOf, checkOf } from "#tests/builders/visibility.ts";

const origin = "https://www.example.com";
const absent = { state: "absent", url: origin, detail: "", problems: [], entries: 0 } as const;

function aPage(path: string): CrawledPage {
  const url = `${origin}${path}`;
  return { url, state: "audited", detail: "", status: 200, redirects: 0, audit: anAuditOf({ url }) };
}

test("a page that was kept before its neighbours were known is judged by them once the audit is done", () => {
  const pages = [aPage("/"), aPage("/alone")];
  const robots = robotsFileFrom(404, "", readRobots);
  const snapshot = { homepage: `${origin}/`, robots, sitemap: absent, llmsTxt: absent, pages };
  const result = auditSite({ ...snapshot, listed: new Set([`${origin}/`]) }, pack, asOf);
  const kept = aPage("/alone");
  const settled = settledIn(result, kept, pack);
  if (kept.audit === null || settled.audit === null) throw new Error("no audit");
  expect(checkOf(kept.audit, "plumbing").evidence).not.toContain("sitemap");
  expect(checkOf(settled.audit, "plumbing").evidence).toContain("no page seen links to it");
  expect(settled.audit.score).toEqual(result.pages.find(({ url }) => url === kept.url)?.score);
  const written = (page: CrawledPage) => draftPageFix("plumbing", page).map(({ diff }) => diff);
  expect(written(settled)).toContain(`  sitemap.xml\n+ <url><loc>${origin}/alone</loc></url>`);
  expect(written(kept)).not.toContain(expect.stringContaining("sitemap.xml"));
  expect(settledIn({ ...result, pages: [] }, kept, pack)).toBe(kept);
});
