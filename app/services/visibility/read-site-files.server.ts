import { readLlmsTxt } from "#app/domain/visibility/read-llms-txt.ts";
import { readRobots } from "#app/domain/visibility/read-robots.ts";
import { readSitemap } from "#app/domain/visibility/read-sitemap.ts";
import { type RobotsFile, robotsFileFrom } from "#app/domain/visibility/robots-report.ts";
import type { FileReport } from "#app/domain/visibility/visibility-audit.ts";
import type { FetchOptions, SiteFetcher } from "#app/services/ports/site-fetcher.ts";

const sitemapBytes = 50 * 1024 * 1024;
const mostSitemaps = 12;

/** robots.txt of an origin. A name that does not resolve or a guard's refusal is told as it is. */
export async function readRobotsFile(sites: SiteFetcher, origin: string, options: FetchOptions): Promise<RobotsFile> {
  const fetched = await sites.get(`${origin}/robots.txt`, options);
  if (fetched.kind === "answered") return robotsFileFrom(fetched.status, fetched.body, readRobots);
  // More redirects than RFC 9309 asks to follow count as a file that is not there.
  if (fetched.kind === "failed" && /redirect/.test(fetched.trouble)) return robotsFileFrom(404, "", readRobots);
  return robotsFileFrom(null, "", readRobots);
}

/** Addresses of the sitemaps that robots.txt names, or of /sitemap.xml; an index is followed one level. */
export async function readSitemaps(
  sites: SiteFetcher,
  origin: string,
  robots: RobotsFile,
  options: FetchOptions,
): Promise<{ report: FileReport; listed: string[] | null }> {
  const named =
    robots.robots?.sitemaps.filter((each) => URL.canParse(each, origin)).map((each) => new URL(each, origin).href) ??
    [];
  const waiting = named.length > 0 ? named.slice(0, mostSitemaps) : [`${origin}/sitemap.xml`];
  const first = waiting[0] ?? `${origin}/sitemap.xml`;
  const seen = new Set(waiting);
  const listed: string[] = [];
  const problems: string[] = [];
  let found = 0;
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    const fetched = await sites.get(url, { ...options, maxBytes: sitemapBytes });
    if (fetched.kind !== "answered") {
      problems.push(`${url}: ${fetched.reason}`);
      continue;
    }
    if (fetched.status !== 200) {
      if (named.length > 0) problems.push(`${url} answers with status ${fetched.status}.`);
      continue;
    }
    const sitemap = readSitemap(fetched.body);
    found += 1;
    problems.push(...sitemap.problems.map((problem) => `${url}: ${problem}`));
    if (sitemap.kind !== "index") listed.push(...sitemap.locations);
    else
      for (const inner of sitemap.locations)
        if (seen.size < mostSitemaps && !seen.has(inner)) waiting.push(...keep(seen, inner));
  }
  if (found === 0) {
    return {
      report: { state: "absent", url: first, detail: "No sitemap was found.", problems, entries: 0 },
      listed: null,
    };
  }
  const detail = `${listed.length} addresses in ${found} ${found === 1 ? "file" : "files"}.`;
  return {
    report: { state: "found", url: first, detail, problems: problems.slice(0, 20), entries: listed.length },
    listed,
  };
}

function keep(seen: Set<string>, url: string): string[] {
  seen.add(url);
  return [url];
}

/** llms.txt, for the report only. */
export async function readLlmsFile(sites: SiteFetcher, origin: string, options: FetchOptions): Promise<FileReport> {
  const url = `${origin}/llms.txt`;
  const fetched = await sites.get(url, { ...options, maxBytes: 512 * 1024 });
  if (fetched.kind !== "answered")
    return { state: "not-measured", url, detail: fetched.reason, problems: [], entries: 0 };
  if (fetched.status !== 200) {
    return { state: "absent", url, detail: "There is none, and nothing is lost by that.", problems: [], entries: 0 };
  }
  const { title, links, problems } = readLlmsTxt(fetched.body);
  const detail = `${title ?? "Without a title"}, ${links.length} links. It weighs nothing: no answer engine documents reading it.`;
  return { state: "found", url, detail, problems, entries: links.length };
}
