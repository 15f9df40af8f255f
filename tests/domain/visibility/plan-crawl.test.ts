import { expect, test } from "vitest";
import { crawlDelay, normalAddress, pageAddress } from "#app/domain/visibility/plan-crawl.ts";
import { readLlmsTxt } from "#app/domain/visibility/read-llms-txt.ts";
import { readRobots } from "#app/domain/visibility/read-robots.ts";
import { type Sitemap, sitemapReader } from "#app/domain/visibility/read-sitemap.ts";

const homepage = "https://a.example/";

/** What a file says when it arrives in pieces of a length. */
function readSitemap(text: string, length = 64): Sitemap & { readonly locations: readonly string[] } {
  const locations: string[] = [];
  const reader = sitemapReader((address) => locations.push(address));
  for (let at = 0; at < text.length && !reader.over(); at += length) reader.push(text.slice(at, at + length));
  return { ...reader.end(), locations };
}

test("pages of the site are told from other hosts, files and what is no web address", () => {
  expect(pageAddress("/x#part", homepage)).toBe("https://a.example/x");
  for (const other of ["https://b.example/", "http://a.example/", "/f.pdf", "mailto:a@b.c", "https://a.example:444/"])
    expect(pageAddress(other, homepage)).toBeNull();
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

test("a sitemap is read the same in pieces of any length", () => {
  const text =
    '<?xml version="1.0"?>\n<sm:urlset xmlns:sm="x">\n' +
    "<sm:url><sm:loc>https://a.example/1</sm:loc><sm:location>no</sm:location></sm:url>" +
    "<sm:url><sm:loc><![CDATA[ https://a.example/2 ]]></sm:loc></sm:url>" +
    `<sm:url><sm:loc >https://a.example/${"é".repeat(40)}</sm:loc></sm:url></sm:urlset>`;
  const whole = readSitemap(text, text.length);
  expect(whole.locations).toEqual([
    "https://a.example/1",
    "https://a.example/2",
    `https://a.example/${"é".repeat(40)}`,
  ]);
  for (const length of [1, 2, 3, 7, 50]) expect(readSitemap(text, length)).toEqual(whole);
  const list = "\ufeffhttps://a.example/1\r\nnot an address\r\nhttps://a.example/2";
  for (const length of [1, 5, 500]) expect(readSitemap(list, length)).toMatchObject({ kind: "text", entries: 2 });
});

test("an address comes with its last change, wherever the pieces are cut", () => {
  const text =
    "<urlset><url><loc>https://a.example/1</loc><lastmod> 2026-11-02T10:00:00+01:00 </lastmod></url>" +
    "<url><loc>https://a.example/2</loc></url><url><lastmod>2026-01-01</lastmod><loc>https://a.example/3</loc></url>" +
    `<url><loc>https://a.example/4</loc>${" ".repeat(12_000)}<lastmod>2026-02-02</lastmod></url></urlset>`;
  for (const length of [1, 7, 64, 100_000]) {
    const changes: (string | null)[] = [];
    const reader = sitemapReader((_, { changed }) => changes.push(changed));
    for (let at = 0; at < text.length; at += length) reader.push(text.slice(at, at + length));
    expect(reader.end()).toMatchObject({ entries: 4, problems: [] });
    // The protocol has the date behind its address; one far behind is not waited for.
    expect(changes).toEqual(["2026-11-02T10:00:00+01:00", null, null, null]);
  }
});

test("a file that only begins like a sitemap ends the reading, and one without end is read so far", () => {
  expect(readSitemap("").kind).toBe("unreadable");
  expect(readSitemap(`<html>${" ".repeat(5_000)}`)).toMatchObject({ kind: "unreadable", entries: 0 });
  const many = `<urlset>${"<url><loc>https://a.example/x</loc></url>".repeat(50_001)}`;
  const read = readSitemap(many, 64_000);
  expect(read.entries).toBe(50_000);
  expect(read.locations).toHaveLength(50_000);
  const open = readSitemap(`<urlset><loc>${"x".repeat(300_000)}`, 10_000);
  expect(open.problems).toEqual(["An address is longer than any address can be.", "It lists no address."]);
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
