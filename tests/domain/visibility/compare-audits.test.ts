import { expect, test } from "vitest";
import { auditSite } from "#app/domain/visibility/audit-site.ts";
import { compareAudits } from "#app/domain/visibility/compare-audits.ts";
import { compareSites } from "#app/domain/visibility/compare-sites.ts";
import type { CrawledPage } from "#app/domain/visibility/crawled-page.ts";
import { withoutTexts } from "#app/domain/visibility/inspect-page.ts";
import { readRobots } from "#app/domain/visibility/read-robots.ts";
import { robotsFileFrom } from "#app/domain/visibility/robots-report.ts";
import { visibilityChecks as pack } from "#app/knowledge/visibility-checks/index.ts";
import { anAuditOf, asOf, someProse } from "#tests/builders/visibility.ts";

const origin = "https://www.example.com";
const none = { state: "absent", url: origin, detail: "", problems: [], entries: 0 } as const;

function audited(pages: Record<string, { title?: string; links?: string[] } | 404>) {
  const crawled = Object.entries(pages).map(([path, page]): CrawledPage => {
    const url = `${origin}${path}`;
    if (page === 404) return { url, state: "unreachable", detail: "gone", status: 404, redirects: 0, audit: null };
    const links = (page.links ?? []).map((to) => `<a href="${to}">x</a>`).join("");
    const parts = {
      url,
      head: `<title>${page.title ?? path}</title>`,
      body: `<h1>${path}</h1><p>${someProse(80)}</p>${links}`,
    };
    const audit = withoutTexts(anAuditOf(parts, { robots: readRobots("") }));
    return { url, state: "audited", detail: "", status: 200, redirects: 0, audit };
  });
  const robots = robotsFileFrom(404, "", readRobots);
  return auditSite(
    { homepage: `${origin}/`, robots, sitemap: none, listed: null, llmsTxt: none, pages: crawled },
    pack,
    asOf,
  );
}

test("a mended link is gone, a new double is new, what stays is counted, and pages are told apart", () => {
  const before = audited({ "/": { links: ["/a", "/gone"] }, "/a": { links: ["/"] }, "/gone": 404, "/old": {} });
  const after = audited({
    "/": { links: ["/a", "/b"] },
    "/a": { links: ["/"], title: "Same" },
    "/b": { title: "Same" },
  });
  const change = compareAudits(before, after);
  expect(change.findings.gone.map(({ kind }) => kind)).toContain("broken-link");
  expect(change.findings.added.map(({ kind }) => kind)).toContain("double-title");
  expect(change.pages).toMatchObject({ added: [`${origin}/b`], gone: [`${origin}/old`] });
  expect(change.sameMethod).toBe(true);
  expect(compareAudits(before, { ...after, packVersion: "another" }).sameMethod).toBe(false);
});

test("an audit against itself shows no change", () => {
  const audit = audited({ "/": { links: ["/gone"] }, "/gone": 404 });
  const change = compareAudits(audit, audit);
  expect(change).toMatchObject({
    checks: [],
    pages: { added: [], gone: [], moved: [] },
    findings: { added: [], gone: [] },
  });
  expect(change.findings.still).toBe(audit.findings.length);
});

test("sites stand side by side by the same checks, and what one could not be measured on is no 0", () => {
  const ours = audited({ "/": {} });
  const theirs = audited({ "/": {}, "/about": {} });
  const nothing = audited({ "/": 404 });
  const { sites, checks, engines } = compareSites({ name: "We", audit: ours }, [
    { name: "They", audit: theirs },
    { name: "Silent", audit: nothing },
  ]);
  expect(sites.map(({ name, pages, score }) => [name, pages, score === null])).toEqual([
    ["We", 1, false],
    ["They", 2, false],
    ["Silent", 0, true],
  ]);
  expect(engines.every(({ values }) => values[2] === null)).toBe(true);
  expect(checks.every(({ values }) => values[2] === null)).toBe(true);
  const behind = checks.map((each) => each.behind ?? -2);
  expect(behind).toEqual([...behind].sort((a, b) => b - a));
});
