import { expect, test } from "vitest";
import { crawlDelay, normalAddress, planCrawl } from "#app/domain/visibility/plan-crawl.ts";
import { readLlmsTxt } from "#app/domain/visibility/read-llms-txt.ts";
import { readRobots } from "#app/domain/visibility/read-robots.ts";
import { readSitemap } from "#app/domain/visibility/read-sitemap.ts";

const homepage = "https://a.example/";

test("the home page first, shallow links next, then the sitemap; other hosts and files never", () => {
  const plan = planCrawl({
    homepage,
    robots: readRobots("User-agent: GroundworkBot\nDisallow: /no\n"),
    linked: [
      "https://a.example/x/y",
      "https://a.example/x#part",
      "https://b.example/",
      "https://a.example/f.pdf",
      "mailto:a@b.c",
      "https://a.example/no",
    ],
    sitemap: ["https://a.example/s", "https://a.example/x"],
    limit: 10,
  });
  expect(plan.fetch).toEqual([homepage, "https://a.example/x", "https://a.example/x/y", "https://a.example/s"]);
  expect(plan.disallowed).toEqual(["https://a.example/no"]);
});

test("tracking parameters and fragments make no other page", () => {
  expect(normalAddress("/p?utm_source=x&id=1#a", homepage)).toBe("https://a.example/p?id=1");
  expect(normalAddress("javascript:void(0)", homepage)).toBeNull();
});

test("the crawl delay is obeyed up to a cap", () => {
  expect(crawlDelay(readRobots("User-agent: *\nCrawl-delay: 2\nDisallow:\n"))).toBe(2_000);
  expect(crawlDelay(readRobots("User-agent: *\nCrawl-delay: 900\n"))).toBe(10_000);
  expect(crawlDelay(readRobots("User-agent: GroundworkBot\nCrawl-delay: 1\n\nUser-agent: *\nCrawl-delay: 5\n"))).toBe(
    1_000,
  );
  expect(crawlDelay(null)).toBe(250);
});

test("sitemaps, indexes and lists are read, and what is none is said", () => {
  expect(
    readSitemap(
      '<?xml version="1.0"?><urlset xmlns="x"><url><loc> https://a.example/?a=1&amp;b=2 </loc></url><url><loc>/rel</loc></url></urlset>',
    ),
  ).toMatchObject({
    kind: "pages",
    locations: ["https://a.example/?a=1&b=2"],
    problems: ['"/rel" is not an absolute address.'],
  });
  expect(
    readSitemap("<sitemapindex><sitemap><loc><![CDATA[https://a.example/s.xml]]></loc></sitemap></sitemapindex>"),
  ).toMatchObject({ kind: "index", locations: ["https://a.example/s.xml"] });
  expect(readSitemap("https://a.example/1\nhttps://a.example/2").locations).toHaveLength(2);
  expect(readSitemap("<html><body>Not found</body></html>").kind).toBe("unreadable");
  expect(readSitemap("<urlset><url><loc>https://a.example/").problems).toContain(
    "It ends in the middle of an address.",
  );
});

test("llms.txt is checked for its form only", () => {
  expect(readLlmsTxt("# Site\n\n## Docs\n- [A](https://a.example/a): x\n")).toEqual({
    title: "Site",
    links: [{ text: "A", href: "https://a.example/a" }],
    problems: [],
  });
  expect(readLlmsTxt("- [A](/a)").problems).toHaveLength(2);
  expect(readLlmsTxt("<!doctype html><html>").problems).toHaveLength(1);
});
