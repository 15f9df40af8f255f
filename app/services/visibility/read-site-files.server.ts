import { pageAddress } from "#app/domain/visibility/plan-crawl.ts";
import { readLlmsTxt } from "#app/domain/visibility/read-llms-txt.ts";
import { readRobots } from "#app/domain/visibility/read-robots.ts";
import { type OnAddress, type Sitemap, sitemapReader } from "#app/domain/visibility/read-sitemap.ts";
import { longestRobots, type RobotsFile, robotsFileFrom } from "#app/domain/visibility/robots-report.ts";
import type { FileReport } from "#app/domain/visibility/visibility-audit.ts";
import type { FetchOptions, SiteFetcher } from "#app/services/ports/site-fetcher.ts";

/** Bytes of one sitemap, unpacked, as the protocol has it. */
const sitemapBytes = 50 * 1024 * 1024;
const mostSitemaps = 12;
/** Addresses of sitemaps that are kept while most of them wait. */
const mostWaiting = 2_000;
/** Pages of the site that are kept of all its sitemaps. */
const mostListed = 50_000;

/** The files of a site that a crawl rests on, as they came, so that one that was interrupted asks for none of them again. */
export type SiteFiles = {
  readonly homepage: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly robots: { readonly status: number | null; readonly text: string };
  readonly sitemap: FileReport;
  readonly listed: readonly string[] | null;
  /** Last changes by address, as the sitemaps give them. */
  readonly changes: Readonly<Record<string, string>>;
  /** All sitemaps were read to their end. */
  readonly whole: boolean;
  readonly llmsTxt: FileReport;
};

/**
 * What /robots.txt of an origin answers, as far as it counts; without a status where nobody answered. More redirects than RFC 9309
 * asks to follow count as a file that is not there.
 */
export async function fetchRobots(
  sites: SiteFetcher,
  origin: string,
  options: FetchOptions,
): Promise<SiteFiles["robots"]> {
  let text = "";
  const onText = (piece: string) => {
    text += piece;
    return text.length <= longestRobots;
  };
  const fetched = await sites.get(`${origin}/robots.txt`, { ...options, onText });
  if (fetched.kind === "answered") return { status: fetched.status, text: text.slice(0, longestRobots + 1) };
  return { status: fetched.kind === "failed" && /redirect/.test(fetched.trouble) ? 404 : null, text: "" };
}

export function robotsOf({ status, text }: SiteFiles["robots"]): RobotsFile {
  return robotsFileFrom(status, text, readRobots);
}

type ReadSitemaps = {
  readonly report: FileReport;
  readonly listed: ReadonlySet<string> | null;
  readonly changes: SiteFiles["changes"];
  readonly whole: boolean;
};

/** Pages of the site in the sitemaps that robots.txt names, or in /sitemap.xml; an index is followed as far as there is room. */
export async function readSitemaps(
  sites: SiteFetcher,
  homepage: string,
  robots: RobotsFile,
  options: FetchOptions,
): Promise<ReadSitemaps> {
  const { origin } = new URL(homepage);
  const given = robots.robots?.sitemaps ?? [];
  const named = given.flatMap((each) => (URL.canParse(each, origin) ? [new URL(each, origin).href] : []));
  const first = named[0] ?? `${origin}/sitemap.xml`;
  const waiting = new Set([first, ...named]);
  const listed = new Set<string>();
  const changes = new Map<string, string>();
  const problems: string[] = [];
  let found = 0;
  let entries = 0;
  let tried = 0;
  let missed = 0;
  // What is added to a set while it is walked is walked too: the sitemaps of an index.
  for (const url of waiting) {
    if (tried === mostSitemaps || listed.size >= mostListed) break;
    tried += 1;
    const read = await readOneSitemap(sites, url, options, (address, { isIndex, changed }) => {
      if (isIndex && waiting.size < mostWaiting) waiting.add(address);
      if (isIndex || listed.size >= mostListed) return;
      const page = pageAddress(address, homepage);
      if (page !== null) listed.add(page);
      if (page !== null && changed !== null) changes.set(page, changed);
    });
    if (read.kind === "read") {
      found += 1;
      if (read.sitemap.kind !== "index") entries += read.sitemap.entries;
      problems.push(...read.sitemap.problems.map((problem) => `${url}: ${problem}`));
    } else if (read.status !== 404 || named.length > 0) {
      missed += 1;
      problems.push(`${url} ${read.reason}`);
    }
  }
  const left = waiting.size - tried;
  if (left > 0)
    problems.unshift(`${waiting.size < mostWaiting ? "" : "At least "}${left} more sitemaps were not read.`);
  const report = (state: FileReport["state"], detail: string): FileReport => {
    return { state, url: first, detail, problems: problems.slice(0, 20), entries };
  };
  const none = { listed: null, changes: {}, whole: false };
  if (found === 0 && missed > 0 && named.length === 0)
    return { report: report("not-measured", "The sitemap did not answer."), ...none };
  if (found === 0) return { report: report("absent", "No sitemap was found."), ...none };
  const detail = `${entries} addresses in ${found} ${found === 1 ? "file" : "files"}.`;
  const whole = left === 0 && missed === 0 && listed.size < mostListed;
  return { report: report("found", detail), listed, changes: Object.fromEntries(changes), whole };
}

type ReadSitemap =
  | { readonly kind: "read"; readonly sitemap: Sitemap }
  | { readonly kind: "not-read"; readonly status: number | null; readonly reason: string };

/** Reads one file while it arrives. Its kind stands at its start, before any address. */
async function readOneSitemap(
  sites: SiteFetcher,
  url: string,
  options: FetchOptions,
  onAddress: OnAddress,
): Promise<ReadSitemap> {
  const reader = sitemapReader(onAddress);
  const onText = (piece: string) => {
    reader.push(piece);
    return !reader.over();
  };
  const fetched = await sites.get(url, { ...options, maxBytes: sitemapBytes, onText });
  if (fetched.kind !== "answered") return { kind: "not-read", status: null, reason: `was not read. ${fetched.reason}` };
  const { status } = fetched;
  if (status < 200 || status >= 300) return { kind: "not-read", status, reason: `answers with status ${status}.` };
  return { kind: "read", sitemap: reader.end() };
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
