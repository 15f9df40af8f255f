import { faultyPages } from "./faulty-pages.ts";
import { host, origin } from "./frame.ts";
import { goodPages } from "./good-pages.ts";

export const demonstrationPages = [...goodPages, ...faultyPages];

const robots = `# Kestrel Freight
User-agent: *
Disallow: /internal/
Content-Signal: search=yes, ai-train=no

User-agent: PerplexityBot
Disallow: /insights/
Disallow: /faq

User-agent: GPTBot
User-agent: CCBot
Disallow: /

User-agent: Claude-SearchBot
Crawl-delay: 2

User-agent: Bytespider
Disallow: /

Sitemap: ${origin}/sitemap.xml
`;

const listed = demonstrationPages.filter((page) => page.path !== "/tracking" && page.path !== "/partners");

const sitemap = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${listed.map((page) => `<url><loc>${origin}${page.path}</loc></url>`).join("\n")}
<url><loc>${origin}/services/air-freight</loc></url>
</urlset>
`;

const llms = `# Kestrel Freight

> Freight forwarder with 340 people in Hamburg, Joliet and Mississauga.

## Services

- [Customs brokerage](${origin}/services/customs-brokerage): imports into the EU, the United States and Canada
- [Road freight](${origin}/services/road-freight)

## Optional

- [Questions](${origin}/faq)
`;

const files: Readonly<Record<string, { type: string; body: string }>> = {
  "/robots.txt": { type: "text/plain; charset=utf-8", body: robots },
  "/sitemap.xml": { type: "application/xml", body: sitemap },
  "/llms.txt": { type: "text/plain; charset=utf-8", body: llms },
};

/** The website of the demonstration: twelve pages, good and bad, answered without a network. */
export const demonstrationSite = {
  host,
  answer(path: string): { status: number; headers: Readonly<Record<string, string>>; body: string } {
    const bare = path.split("?")[0] ?? path;
    const file = files[bare];
    if (file !== undefined) return { status: 200, headers: { "content-type": file.type }, body: file.body };
    const page = demonstrationPages.find((each) => each.path === bare);
    const type = { "content-type": "text/html; charset=utf-8" };
    if (page === undefined)
      return { status: 404, headers: type, body: "<!doctype html><title>Not found</title><h1>Not found</h1>" };
    return { status: 200, headers: { ...type, ...page.headers }, body: page.html };
  },
};
