import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { guardedSites } from "#app/adapters/site/guarded-sites.ts";
import type { IsoDate } from "#app/domain/kernel/iso-date.ts";
import { auditSite } from "#app/domain/visibility/audit-site.ts";
import { visibilityChecks as pack } from "#app/knowledge/visibility-checks/index.ts";
import type { FetchOptions } from "#app/services/ports/site-fetcher.ts";
import { crawlSite } from "#app/services/visibility/crawl-site.server.ts";
import { type Heard, loopbackServer } from "#tests/fakes/loopback-server.ts";

type Answer = {
  readonly status?: number;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
};

const page = (body: string): Answer => ({ body: `<!doctype html><title>T</title><p>${body}</p>` });
const none: Answer = { status: 404, body: "" };

/** Crawls a loopback site that answers each path as told; what is not told is 404, null never answers. */
async function crawled(site: (path: string, origin: string) => Answer | null | undefined, limit = 25) {
  await using server = await loopbackServer(({ path }: Heard, response) => {
    const told = site(path, `http://127.0.0.1:${server.port}`);
    const answer = told === undefined ? none : told;
    if (answer === null) response.destroy();
    else response.writeHead(answer.status ?? 200, { "content-type": "text/html", ...answer.headers }).end(answer.body);
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const sites = guardedSites({ policy: { allowLoopback: true } });
  const asOf = "2026-11-22" as IsoDate;
  try {
    const done = await crawlSite(
      { sites: { ...sites, get: (url, options) => sites.get(url, { ...options, spacingMs: 0 }) }, pack },
      { homepage: `${origin}/`, limit, asOf, known: [], signal: new AbortController().signal },
      { onPage: async () => undefined, onProgress: async () => undefined },
    );
    const asked = server.heard.map(({ path }) => path);
    return { done, asked, audit: done.ok ? auditSite(done.value, pack, asOf) : null };
  } finally {
    await sites.close();
  }
}

const xml = { "content-type": "application/xml" };
const urlset = (paths: readonly string[]) => `<urlset>${paths.map((each) => `<loc>${each}</loc>`).join("")}</urlset>`;

test.each([
  [401, "does not let our agent in (status 401)"],
  [403, "does not let our agent in (status 403)"],
  [429, "asks to be asked less often (status 429)"],
  [503, "The server fails (status 503)"],
])("a home page that answers %i has no score, and the reason is given", async (status, reason) => {
  const { audit } = await crawled((path) => (path === "/robots.txt" ? none : { status, body: "no" }));
  expect(audit).toMatchObject({ score: null, quality: null, engines: [] });
  expect(audit?.pages[0]).toMatchObject({ state: "unreachable", status, score: null });
  expect(audit?.pages[0]?.detail).toContain(reason);
  expect(audit?.pages[0]?.detail).toContain("not measured");
});

test("a site that stops answering is left alone after four pages, and what it answered stays", async () => {
  const links = Array.from({ length: 20 }, (_, at) => `<a href="/p${at}">${at}</a>`).join(" ");
  const { audit, asked } = await crawled((path) =>
    path === "/" ? page(links) : path.startsWith("/p") ? { status: 429, body: "" } : none,
  );
  expect(asked.filter((path) => path.startsWith("/p"))).toHaveLength(4);
  expect(audit?.pages.map(({ state }) => state)).toEqual(["audited", ...Array(4).fill("unreachable")]);
  expect(audit?.pages.at(-1)?.detail).toContain("4 pages in a row did not answer");
  expect(audit?.score).not.toBeNull();
});

test("packed sitemaps are read while they arrive, and pages of other sites are left out", async () => {
  const files: Readonly<Record<string, Answer>> = {
    "/": page("hello"),
    "/robots.txt": { body: "Sitemap: /one.xml.gz\nSitemap: /two.xml\n" },
    "/one.xml.gz": {
      headers: { "content-type": "application/gzip" },
      body: gzipSync(urlset(["http://other.example/x", "/not-absolute"])),
    },
    "/two.xml": { headers: xml, body: gzipSync(urlset(["http://other.example/y"])).subarray(0, 20) },
  };
  const { audit } = await crawled((path) => files[path]);
  expect(audit?.sitemap).toMatchObject({ state: "found", entries: 1 });
  expect(audit?.sitemap.problems.join(" ")).toMatch(/not an absolute address.*two\.xml was not read.*broken packing/);
  // One of the sitemaps could not be read, so nothing can be said of a page that is in none of the others.
  expect(audit?.pages[0]?.inSitemap).toBeNull();
});

test("a page that says it changed after the day the sitemap gives is doubted", async () => {
  const dated = (day: string) => page(`<time class="updated" datetime="${day}">${day}</time> text`);
  const { done } = await crawled((path, origin) => {
    if (path === "/") return page('<a href="/blog/a">a</a> <a href="/blog/b">b</a>');
    if (path.startsWith("/blog/")) return dated("2026-11-20");
    const url = (at: string, day: string) => `<url><loc>${origin}/blog/${at}</loc><lastmod>${day}</lastmod></url>`;
    const body = `<urlset>${url("a", "2026-03-01")}${url("b", "2026-11-20T08:00:00Z")}</urlset>`;
    return path === "/sitemap.xml" ? { headers: xml, body } : none;
  });
  const pages = done.ok ? done.value.pages : [];
  const freshness = (path: string) =>
    pages.find(({ url }) => url.endsWith(path))?.audit?.checks.find(({ id }) => id === "freshness");
  expect(freshness("/blog/a")).toMatchObject({ outcome: "warn" });
  expect(freshness("/blog/a")?.evidence).toContain("the sitemap says that it last changed on 2026-03-01");
  expect(freshness("/blog/b")).toMatchObject({ outcome: "pass" });
});

test("a robots.txt that fails keeps us out too, and the audit says which file it was", async () => {
  const { audit } = await crawled((path) => (path === "/robots.txt" ? { status: 503 } : page("hello")));
  expect(audit).toMatchObject({ score: null, fixes: [], robots: { state: "unreachable" } });
  expect(audit?.pages).toMatchObject([{ state: "disallowed", detail: expect.stringContaining("status 503") }]);
});

test("a bomb of a sitemap is refused at its limit and nothing else of the audit suffers", async () => {
  const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024, `<urlset>${" ".repeat(4_000)}`));
  const { audit } = await crawled((path) =>
    path === "/" ? page("hello") : path === "/sitemap.xml" ? { headers: xml, body: bomb } : none,
  );
  expect(audit?.sitemap).toMatchObject({ state: "not-measured", entries: 0 });
  expect(audit?.sitemap.problems.join(" ")).toContain("more than 51200 KiB");
  expect(audit?.pages[0]).toMatchObject({ state: "audited", inSitemap: null });
});

test("an index that names itself and a thousand others ends", async () => {
  const { audit, asked } = await crawled((path) => {
    if (path === "/") return page("hello");
    if (!path.includes("sitemap")) return none;
    const port = "http://127.0.0.1";
    const others = Array.from({ length: 1_000 }, (_, at) => `<loc>${port}:1/sitemap${at}.xml</loc>`).join("");
    return { headers: xml, body: `<sitemapindex>${others}</sitemapindex>` };
  });
  expect(asked.filter((path) => path.includes("sitemap"))).toHaveLength(1);
  expect(audit?.sitemap.problems[0]).toBe("989 more sitemaps were not read.");
});

test("of an index of fifty thousand sitemaps only some are kept waiting", async () => {
  const body = `<sitemapindex>${Array.from({ length: 50_000 }, (_, at) => `<loc>http://127.0.0.1:1/${at}</loc>`).join("")}`;
  const { audit } = await crawled((path) =>
    path === "/" ? page("hello") : path === "/sitemap.xml" ? { headers: xml, body } : none,
  );
  expect(audit?.sitemap.problems[0]).toBe("At least 1988 more sitemaps were not read.");
});

test("a robots.txt of 600 KiB is read as far as it counts and no further", async () => {
  const body = `User-agent: *\nDisallow: /secret\n${"# filler\n".repeat(70_000)}User-agent: *\nDisallow: /late\n`;
  const { audit, asked } = await crawled((path) => {
    if (path === "/robots.txt") return { headers: { "content-type": "text/plain" }, body };
    return path === "/sitemap.xml" ? none : page('<a href="/secret">s</a> <a href="/late">l</a>');
  });
  expect(audit?.robots).toMatchObject({ state: "read", detail: expect.stringContaining("Longer than 500 KiB") });
  expect(asked).toContain("/late");
  expect(asked).not.toContain("/secret");
});

test("wrong charsets, nested tags, broken data and empty answers are each one page's own trouble", async () => {
  const pages: Readonly<Record<string, Answer>> = {
    "/": page("/charset /deep /deeper /json /empty /pdf /circle".replace(/\/\w+/g, '<a href="$&">x</a>')),
    "/charset": { headers: { "content-type": "text/html; charset=klingon" }, body: "<title>Grüße</title><p>text" },
    "/deep": { body: `<title>deep</title>${"<div>".repeat(150_000)}` },
    "/deeper": { body: "<div>".repeat(2_100_000) },
    "/json": { body: '<title>j</title><script type="application/ld+json">{"@type": "Organization", </script><p>text' },
    "/empty": { body: "" },
    "/pdf": { headers: { "content-type": "application/pdf" }, body: "%PDF" },
    "/circle": { status: 302, headers: { location: "/circle" }, body: "" },
  };
  const { audit } = await crawled((path) => pages[path]);
  const of = (path: string) => audit?.pages.find(({ url }) => url.endsWith(path));
  expect(of("/charset")).toMatchObject({ state: "audited", title: "Grüße" });
  expect(of("/deep")?.state).toMatch(/^(?:audited|too-heavy)$/);
  expect(of("/deeper")).toMatchObject({ state: "too-heavy", score: null });
  expect(of("/json")?.failed).toContain("structured-data");
  expect(of("/empty")).toMatchObject({ state: "audited", failed: expect.arrayContaining(["text-without-script"]) });
  expect(of("/pdf")?.state).toBe("not-html");
  expect(of("/circle")).toMatchObject({ state: "unreachable", detail: expect.stringContaining("circle") });
});

test("a page that says when to come back is asked once more then, and what it answers counts", async () => {
  let busy = 2;
  const { audit, asked } = await crawled((path) => {
    if (path === "/") return page('<a href="/busy">b</a> <a href="/busier">c</a>');
    if (path === "/busier") return { status: 503, headers: { "retry-after": "0" }, body: "" };
    if (path !== "/busy") return none;
    busy -= 1;
    return busy > 0 ? { status: 429, headers: { "retry-after": "0" }, body: "" } : page("hello");
  });
  expect(audit?.pages.map(({ state }) => state).sort()).toEqual(["audited", "audited", "unreachable"]);
  expect(asked.filter((path) => path === "/busy" || path === "/busier")).toHaveLength(4);
  expect(audit?.pages.find(({ url }) => url.endsWith("/busier"))?.detail).toContain("It was not measured");
});

test("what each agent is given is told apart: a block by name, a page of its own, and the same page", async () => {
  await using server = await loopbackServer(({ path, headers }, response) => {
    const name = headers["user-agent"] ?? "";
    const html = { "content-type": "text/html" };
    if (path !== "/") response.writeHead(404).end();
    else if (name.includes("OAI-SearchBot"))
      response.writeHead(403, { "cf-mitigated": "challenge" }).end("Just a moment...");
    else if (name.includes("PerplexityBot"))
      response.writeHead(200, html).end("<title>T</title><p>casino bonus winner</p>");
    else response.writeHead(200, html).end("<title>T</title><p>pallets ramps harbour drivers customs papers</p>");
  });
  const sites = guardedSites({ policy: { allowLoopback: true } });
  const asOf = "2026-11-22" as IsoDate;
  const command = {
    homepage: `http://127.0.0.1:${server.port}/`,
    limit: 1,
    asOf,
    known: [],
    signal: new AbortController().signal,
  };
  const hooks = { onPage: async () => undefined, onProgress: async () => undefined };
  const fast = { ...sites, get: (url: string, options?: FetchOptions) => sites.get(url, { ...options, spacingMs: 0 }) };
  const done = await crawlSite({ sites: fast, pack }, command, hooks);
  const before = server.heard.length;
  const quiet = await crawlSite({ sites: fast, pack }, { ...command, onlyRead: true }, hooks);
  await sites.close();
  const seen = done.ok ? (done.value.pages[0]?.liveFetches ?? []) : [];
  const of = (agent: string) => seen.find((each) => each.agent === agent);
  expect(of("Browser")).toMatchObject({ status: 200, sameWords: 1 });
  expect(of("OAI-SearchBot")).toMatchObject({
    status: 403,
    challenged: true,
    note: expect.stringContaining("Cloudflare"),
  });
  expect(of("PerplexityBot")).toMatchObject({
    status: 200,
    sameWords: 0,
    note: expect.stringContaining("missing: pallets"),
  });
  expect(of("Bingbot")).toMatchObject({ status: 200, sameWords: 1, note: "The same page." });
  // Somebody else's site is read under our own name alone.
  expect(quiet.ok && quiet.value.pages[0]?.liveFetches).toBeUndefined();
  expect(server.heard.slice(before).every(({ headers }) => headers["user-agent"]?.includes("GroundworkBot/1.0"))).toBe(
    true,
  );
});
