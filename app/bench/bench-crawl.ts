import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { guardedSites } from "#app/adapters/site/guarded-sites.ts";
import type { ReadPage } from "#app/adapters/site/page-reader.ts";
import { isoDateOf } from "#app/domain/kernel/iso-date.ts";
import { auditSite } from "#app/domain/visibility/audit-site.ts";
import { visibilityChecks as pack } from "#app/knowledge/visibility-checks/index.ts";
import { crawlSite } from "#app/services/visibility/crawl-site.server.ts";
import { builtThreads } from "./built-threads.ts";
import type { Figure } from "./figures.ts";

const pages = 500;

/**
 * A crawl and audit of 500 pages of this HTML from a server in this process, read in a thread as the app does: the highest memory
 * seen of both, and how long it took.
 */
export async function crawlFigures(html: string): Promise<readonly Figure[]> {
  const server = createServer(({ url = "/" }, response) => {
    if (/\.(?:txt|xml)$/.test(url)) return void response.writeHead(404).end();
    const number = Number(/\d+/.exec(url)?.[0] ?? 0);
    const links = [1, 2, 3].map((step) => `<a href="/page/${number * 3 + step}">next</a>`).join(" ");
    const own = html
      .replace("<body", `<body data-page="${number}"`)
      .replace("</body>", `<p>Page ${number} ${links}</p></body>`);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(own);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const threads = await builtThreads(["read-page"]);
  const readPage: ReadPage = (input) => threads.compute.run("read-page", input);
  const guarded = guardedSites({ policy: { allowLoopback: true }, readPage });
  let most = process.memoryUsage().rss;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const started = performance.now();
  const asOf = isoDateOf(new Date());
  try {
    const crawled = await crawlSite(
      // The distance between requests is for other people's servers.
      { sites: { ...guarded, get: (url, options) => guarded.get(url, { ...options, spacingMs: 0 }) }, pack },
      { homepage: `http://127.0.0.1:${port}/`, limit: pages, asOf, known: [], signal: new AbortController().signal },
      {
        onPage: async () => undefined,
        onProgress: async () => undefined,
      },
    );
    if (!crawled.ok) throw new Error(crawled.failure.kind);
    const audit = auditSite(crawled.value, pack, asOf);
    most = Math.max(most, process.memoryUsage().rss);
    const seconds = (performance.now() - started) / 1_000;
    const note = `${audit.pages.length} pages of ${Math.round(html.length / 1024)} KB, server and thread in this process`;
    return [
      {
        name: "memory over a 500-page crawl, MB",
        value: Math.round(most / 1024 / 1024),
        target: "< 600",
        basis: "measured",
        note,
      },
      {
        name: "500-page crawl and audit, s",
        value: Math.round(seconds),
        target: "",
        basis: "measured",
        note: "without distance between requests",
      },
    ];
  } finally {
    clearInterval(watch);
    await Promise.all([guarded.close(), threads.close()]);
    server.close();
  }
}
