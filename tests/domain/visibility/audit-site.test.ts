import { expect, test } from "vitest";
import { auditSite, type SiteSnapshot } from "#app/domain/visibility/audit-site.ts";
import type { CrawledPage } from "#app/domain/visibility/crawled-page.ts";
import { withoutTexts } from "#app/domain/visibility/inspect-page.ts";
import { readRobots } from "#app/domain/visibility/read-robots.ts";
import { robotsFileFrom } from "#app/domain/visibility/robots-report.ts";
import { visibilityChecks } from "#app/knowledge/visibility-checks/index.ts";
import { anAuditOf, asOf, someProse } from "#tests/builders/visibility.ts";

const origin = "https://www.example.com";
const absent = { state: "absent", url: origin, detail: "", problems: [], entries: 0 } as const;

function aPage(path: string, parts: { head?: string; body?: string } = {}, robots = ""): CrawledPage {
  const url = `${origin}${path}`;
  const audit = withoutTexts(anAuditOf({ url, ...parts }, { robots: readRobots(robots) }));
  return { url, state: "audited", detail: "", status: 200, redirects: 0, audit };
}

function aSnapshot(pages: CrawledPage[], robots = "", listed: readonly string[] | null = null): SiteSnapshot {
  return {
    homepage: `${origin}/`,
    robots: robotsFileFrom(200, robots, readRobots),
    sitemap: absent,
    listed: listed === null ? null : new Set(listed),
    llmsTxt: absent,
    pages,
  };
}

const good = {
  head: `<title>Ramps</title><link rel=canonical href="${origin}/a">`,
  body: `<h1>Ramps</h1><p>${someProse(200)}</p>`,
};

test("the site score is the mean over engines, which closed gates lower one by one", () => {
  const robots = "User-agent: OAI-SearchBot\nDisallow: /\n";
  const open = auditSite(aSnapshot([aPage("/", good)]), visibilityChecks, asOf);
  const closed = auditSite(aSnapshot([aPage("/", good, robots)], robots), visibilityChecks, asOf);
  const mean = closed.engines.reduce((sum, engine) => sum + engine.score.value, 0) / closed.engines.length;
  expect(closed.score?.value).toBeCloseTo(mean, 8);
  expect(closed.engines.find((engine) => engine.agent === "OAI-SearchBot")?.score.value).toBe(0);
  expect(closed.score?.value).toBeLessThan(open.score?.value ?? 0);
  const diff = "  User-agent: OAI-SearchBot\n- Disallow: /";
  expect(closed.fixes[0]).toMatchObject({ id: "search-agents-allowed", gate: true, diff });
});

test("what is found across pages has its fix, worth no points, where every page by itself passes", () => {
  const page = (path: string, links: readonly string[]) =>
    aPage(path, {
      head: `<title>Ramps of ${path}</title><link rel=canonical href="${origin}${path}">`,
      body: `<h1>Ramps</h1><p>${someProse(200)} ${links.map((to) => `<a href="${to}">on to ${to}</a>`).join(" ")}</p>`,
    });
  const gone = { url: `${origin}/gone`, state: "unreachable", detail: "There is no such page.", status: 404 } as const;
  const pages = [page("/", ["/b", "/gone"]), page("/b", ["/"]), { ...gone, redirects: 0, audit: null }];
  const audit = auditSite(aSnapshot(pages, "", [`${origin}/`, `${origin}/b`]), visibilityChecks, asOf);
  expect(audit.findings).toContainEqual(expect.objectContaining({ kind: "broken-link", check: "plumbing" }));
  const fixed = new Set(audit.fixes.map(({ check }) => check));
  expect(audit.findings.filter(({ check }) => !fixed.has(check))).toEqual([]);
  const fix = audit.fixes.find(({ check }) => check === "plumbing");
  expect(fix).toMatchObject({ pages: [], effect: { value: 0, low: 0, high: 0 }, gate: false });
  expect(audit.fixes.at(-1)).toEqual(fix);
});

test("a site of which nothing could be read has no score rather than 0", () => {
  const page: CrawledPage = {
    url: `${origin}/`,
    state: "unreachable",
    detail: "timeout",
    status: null,
    redirects: 0,
    audit: null,
  };
  const audit = auditSite(aSnapshot([page]), visibilityChecks, asOf);
  expect(audit).toMatchObject({ score: null, quality: null, engines: [], fixes: [] });
  expect(audit.pages[0]).toMatchObject({ state: "unreachable", score: null });
});

test("the weakest tenth is a tenth, however many pages score alike", () => {
  const pages = Array.from({ length: 20 }, (_, at) => aPage(`/${at}`, good));
  const audit = auditSite(aSnapshot(pages), visibilityChecks, asOf);
  expect(audit.weakest).toHaveLength(2);
  expect(audit.byRole).toMatchObject([{ role: "other", pages: 20 }]);
  const [role] = audit.byRole;
  expect(role?.low).toBeLessThan(role?.score ?? 0);
  expect(role?.high).toBeGreaterThan(role?.score ?? 100);
});

test("sees doubles, pages nobody links to, and what the sitemap forgot", () => {
  const titled = { ...good, head: "<title>Ramps</title>" };
  const linking = { ...titled, body: `${good.body}<a href="/b">b</a>` };
  const audit = auditSite(
    aSnapshot([aPage("/", linking), aPage("/b", titled), aPage("/c", titled)], "", [`${origin}/`, `${origin}/b`]),
    visibilityChecks,
    asOf,
  );
  expect(audit.findings.map(({ text }) => text)).toEqual(
    expect.arrayContaining([
      expect.stringContaining("3 pages share the title"),
      expect.stringContaining("No page seen links to /c"),
    ]),
  );
  const plumbing = audit.fixes.find((fix) => fix.id === "plumbing");
  expect(plumbing?.pages).toContain(`${origin}/c`);
});

test("every agent of the registry is judged on every page, tokens with digits as they are written", () => {
  const robots = "User-agent: AI2Bot\nDisallow: /b\n";
  const { rows, pages } = auditSite(
    aSnapshot([aPage("/", good), aPage("/b", good)], robots),
    visibilityChecks,
    asOf,
  ).robots;
  expect(pages).toHaveLength(2);
  expect(rows.find((row) => row.agent === "AI2Bot")?.allowed).toEqual([true, false]);
  expect(rows.every((row) => row.allowed.length === 2)).toBe(true);
  expect(rows.some((row) => row.agent === "Claude-Web")).toBe(false);
});

test("a fix's expected gain is a range that begins at 0 where the evidence is contested", () => {
  const audit = auditSite(aSnapshot([aPage("/guides/a", good)]), visibilityChecks, asOf);
  const sources = audit.fixes.find((fix) => fix.id === "sources");
  expect(sources?.effect.low).toBe(0);
  expect(sources?.effect.value).toBeGreaterThan(0);
});

test("robots.txt that is missing allows all, one whose server fails forbids all", () => {
  expect(robotsFileFrom(404, "User-agent: *\nDisallow: /", readRobots)).toMatchObject({ state: "absent" });
  expect(robotsFileFrom(404, "", readRobots).robots?.groups).toEqual([]);
  expect(robotsFileFrom(503, "", readRobots).robots?.groups[0]?.rules[0]).toMatchObject({ allow: false, pattern: "/" });
  expect(robotsFileFrom(null, "", readRobots).state).toBe("unreachable");
});

test("pages in another order of arrival make the same audit, to the last digit", () => {
  const pages = ["/", "/a", "/b", "/c", "/guides/d"].map((path, at) =>
    aPage(path, at % 2 === 0 ? good : { body: "<p>Short.</p>" }),
  );
  const audit = auditSite(aSnapshot(pages), visibilityChecks, asOf);
  expect(auditSite(aSnapshot(pages.toReversed()), visibilityChecks, asOf)).toEqual(audit);
});
